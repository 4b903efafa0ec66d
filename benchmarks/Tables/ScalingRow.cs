namespace MlNetFashion.Benchmarks;

/// <summary>What was measured of one network on one number of threads.</summary>
/// <param name="Network">The network.</param>
/// <param name="Threads">Number of threads.</param>
/// <param name="Rounds">Rounds on so many.</param>
/// <param name="OneThread">The same rounds on one thread.</param>
internal sealed record ScalingRow(BenchmarkNetwork Network, int Threads, IReadOnlyList<Round> Rounds, IReadOnlyList<Round> OneThread)
{
    public Sample Speed => Sample.Of(Rounds.Select(round => round.ImagesPerSecond));

    /// <summary>Speed over that of one thread, round by round.</summary>
    public Sample Gain => Sample.Of(Rounds.Zip(OneThread, (many, one) => many.ImagesPerSecond / one.ImagesPerSecond));
}
