using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>
/// ONNX Runtime, as npm's <c>onnxruntime-node</c> brings it. It runs the network that PyTorch exports (its own layout, batch size fixed,
/// as it likes it best), so it needs PyTorch as well.
/// </summary>
internal sealed class OnnxRuntime : IInferencePeer, IDisposable
{
    private readonly PeerProcess _process;
    private readonly PyTorch _exporter;
    private readonly int _threads;
    private readonly string _model = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".onnx");

    private OnnxRuntime(PeerProcess process, PyTorch exporter, int threads)
    {
        _process = process;
        _exporter = exporter;
        _threads = threads;
        Version = (string)process.Ask("hello")["version"]!;
    }

    public string Name => "ONNX Runtime";

    public string Version { get; }

    public TimeSpan ProcessorTime => _process.ProcessorTime;

    /// <summary>Starts Node with ONNX Runtime.</summary>
    /// <param name="exporter">Exports the networks; stays the caller's.</param>
    /// <param name="modules">A <c>node_modules</c> folder with <c>onnxruntime-node</c>, or null for Node's usual places.</param>
    /// <param name="threads">The most threads it may use.</param>
    /// <exception cref="PeerException">There is no Node, or no ONNX Runtime for it.</exception>
    public static OnnxRuntime Start(PyTorch exporter, string? modules, int threads)
    {
        var places = modules is not null ? [Path.GetFullPath(modules)] : new[] { Path.GetFullPath("node_modules"), "/usr/lib/node_modules", "/usr/local/lib/node_modules" };
        var script = Path.Combine(AppContext.BaseDirectory, "Peers", "onnx_runtime_peer.cjs");
        var process = new PeerProcess("ONNX Runtime", "node", [script], new Dictionary<string, string?> { ["NODE_PATH"] = string.Join(Path.PathSeparator, places) });
        try
        {
            return new OnnxRuntime(process, exporter, threads);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public (string SetUp, double CallsPerSecond) Prepare(BenchmarkNetwork network, int batchSize, double probeSeconds)
    {
        _exporter.Ask("export", new() { ["network"] = LayerList.Of(network.Architecture), ["batch"] = batchSize, ["path"] = _model });
        var input = network.Architecture.Input;
        var answer = _process.Ask("prepare", new()
        {
            ["model"] = _model, ["batch"] = batchSize, ["shape"] = new JsonArray(input.Channels, input.Height, input.Width), ["threads"] = _threads,
            ["probe_seconds"] = probeSeconds,
        });
        return ((string)answer["set_up"]!, (double)answer["calls_per_second"]!);
    }

    public Round Run(int calls)
    {
        var answer = _process.Ask("round", new() { ["calls"] = calls });
        return new Round((long)answer["images"]!, (double)answer["seconds"]!);
    }

    public void Dispose()
    {
        _process.Dispose();
        File.Delete(_model);
    }
}
