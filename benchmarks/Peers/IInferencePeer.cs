namespace MlNetFashion.Benchmarks;

/// <summary>Somebody else's inference, in a process of its own.</summary>
internal interface IInferencePeer
{
    string Name { get; }

    TimeSpan ProcessorTime { get; }

    /// <summary>Builds a network for a batch size and finds out how it runs fastest.</summary>
    /// <returns>The set-up in words, and calls a second.</returns>
    (string SetUp, double CallsPerSecond) Prepare(BenchmarkNetwork network, int batchSize, double probeSeconds);

    /// <summary>Makes that many calls more.</summary>
    Round Run(int calls);
}
