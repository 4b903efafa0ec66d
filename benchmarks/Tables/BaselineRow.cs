namespace MlNetFashion.Benchmarks;

/// <summary>What was measured of one piece of work.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Ours">Our rounds.</param>
/// <param name="Theirs">The peer's, one for each of ours; empty without a peer.</param>
internal sealed record BaselineRow(string Name, IReadOnlyList<BaselineRound> Ours, IReadOnlyList<BaselineRound> Theirs)
{
    /// <summary>Their time over ours, round by round.</summary>
    public Sample? Ratio => Theirs.Count > 0 ? Sample.Of(Ours.Zip(Theirs, (ours, theirs) => ours.Time.ImagesPerSecond / theirs.Time.ImagesPerSecond)) : null;
}
