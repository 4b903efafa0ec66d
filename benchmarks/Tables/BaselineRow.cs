namespace MlNetFashion.Benchmarks;

/// <summary>What was measured of one piece of work.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Ours">Our rounds.</param>
/// <param name="Theirs">The peer's, one for each of ours; empty without a peer.</param>
/// <param name="Recorded">Rows a second that ML.NET itself was recorded to do; null where that is not known.</param>
internal sealed record BaselineRow(string Name, IReadOnlyList<BaselineRound> Ours, IReadOnlyList<BaselineRound> Theirs, double? Recorded = null)
{
    /// <summary>Their time over ours, round by round.</summary>
    public Sample? Ratio => Theirs.Count > 0 ? Sample.Of(Ours.Zip(Theirs, (ours, theirs) => ours.Time.ImagesPerSecond / theirs.Time.ImagesPerSecond)) : null;

    /// <summary>The recorded time over ours.</summary>
    public Sample? RecordedRatio => Recorded is { } recorded ? Sample.Of(Ours.Select(ours => ours.Time.ImagesPerSecond / recorded)) : null;
}
