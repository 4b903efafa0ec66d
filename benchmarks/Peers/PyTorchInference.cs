namespace MlNetFashion.Benchmarks;

/// <summary>PyTorch in inference mode.</summary>
internal sealed class PyTorchInference(PyTorch peer) : IInferencePeer
{
    public string Name => "PyTorch";

    public TimeSpan ProcessorTime => peer.ProcessorTime;

    public (string SetUp, double CallsPerSecond) Prepare(BenchmarkNetwork network, int batchSize, double probeSeconds)
    {
        var answer = peer.Ask("infer", new()
        {
            ["network"] = LayerList.Of(network.Architecture), ["batch"] = batchSize, ["probe_seconds"] = probeSeconds,
        });
        return ((string)answer["set_up"]!, (double)answer["calls_per_second"]!);
    }

    public Round Run(int calls)
    {
        var answer = peer.Ask("infer_round", new() { ["calls"] = calls });
        return new Round((long)answer["images"]!, (double)answer["seconds"]!);
    }
}
