using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>
/// Complete training (shuffled batches gathered from all images, forward, backward, optimiser) of our engine and of PyTorch, strictly
/// alternated, the same batch size and optimiser on both sides.
/// </summary>
internal static class TrainingBenchmark
{
    /// <summary>Measures one network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="images">What is trained on.</param>
    /// <param name="peer">PyTorch with the images loaded; null to time our side alone.</param>
    /// <param name="options">Rounds, seconds a round, threads.</param>
    public static TrainingRow Measure(BenchmarkNetwork network, ImageSet images, PyTorch? peer, MeasuringOptions options)
    {
        var flops = FlopCount.Training(network.Architecture);
        var setUp = peer?.Prepare(network, options.Seconds / 2);
        var engine = new EngineTraining(network, images, options.Threads);
        var batches = engine.BatchesFor(options.Seconds);
        var peerBatches = setUp is null ? 0 : Math.Max(1, (int)(setUp.BatchesPerSecond * options.Seconds));

        List<Round> ours = [], theirs = [];
        List<double> peaks = [];
        IdleWatch peerIdle = new(), ourIdle = new();
        for (var round = 0; round < options.Rounds; round++)
        {
            peaks.Add(FmaPeak.Measure(options.Threads));
            ours.Add(peerIdle.Watch(() => peer?.ProcessorTime ?? TimeSpan.Zero, () => engine.Train(batches)));
            if (peer is not null)
                theirs.Add(ourIdle.Watch(IdleWatch.Own, () => peer.Train(peerBatches)));
        }

        return new TrainingRow(network, flops, ours, theirs, setUp, Sample.Of(peaks).Median, Math.Max(peerIdle.Cores, ourIdle.Cores));
    }
}
