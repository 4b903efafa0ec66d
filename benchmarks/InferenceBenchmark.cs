using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>Inference of our engine and of others, strictly alternated, at the batch sizes that matter: one image, and many.</summary>
internal static class InferenceBenchmark
{
    public static int[] BatchSizes { get; } = [1, 256];

    /// <summary>Measures one network at one batch size.</summary>
    public static InferenceRow Measure(
        BenchmarkNetwork network, int batchSize, ImageSet images, IReadOnlyList<IInferencePeer> peers, MeasuringOptions options)
    {
        var prepared = peers.Select(peer => (Peer: peer, SetUp: peer.Prepare(network, batchSize, options.Seconds / 3))).ToList();
        var engine = new EngineInference(network, images, batchSize);
        var calls = engine.CallsFor(options.Seconds);

        var ours = new List<Round>();
        var theirs = prepared.Select(_ => new List<Round>()).ToList();
        var idle = new IdleWatch();
        for (var round = 0; round < options.Rounds; round++)
        {
            ours.Add(idle.Watch(() => peers.Aggregate(TimeSpan.Zero, (sum, peer) => sum + peer.ProcessorTime), () => engine.Run(calls)));
            foreach (var ((peer, setUp), rounds) in prepared.Zip(theirs))
                rounds.Add(peer.Run(Math.Max(1, (int)(setUp.CallsPerSecond * options.Seconds))));
        }

        return new InferenceRow(network, batchSize, ours,
            [.. prepared.Zip(theirs, (each, rounds) => new PeerRounds(each.Peer.Name, each.SetUp.SetUp, rounds))], idle.Cores);
    }
}
