using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>Our training on one thread, two, four and so on, alternated.</summary>
internal static class ScalingBenchmark
{
    /// <summary>One, its doubles, and the most.</summary>
    public static IEnumerable<int> ThreadCounts(int most)
    {
        for (var threads = 1; threads < most; threads *= 2)
            yield return threads;
        yield return most;
    }

    /// <summary>Measures one network; the first row is one thread.</summary>
    public static IReadOnlyList<ScalingRow> Measure(BenchmarkNetwork network, ImageSet images, MeasuringOptions options)
    {
        var sides = ThreadCounts(options.Threads).Select(threads => (Threads: threads, Training: new EngineTraining(network, images, threads))).ToList();
        var batches = sides.Select(side => side.Training.BatchesFor(options.Seconds)).ToList();
        var rounds = sides.Select(_ => new List<Round>()).ToList();
        for (var round = 0; round < options.Rounds; round++)
        {
            for (var side = 0; side < sides.Count; side++)
                rounds[side].Add(sides[side].Training.Train(batches[side]));
        }

        return [.. sides.Select((side, i) => new ScalingRow(network, side.Threads, rounds[i], rounds[0]))];
    }
}
