namespace MlNetFashion.Benchmarks;

/// <summary>What was measured of one network.</summary>
/// <param name="Network">The network.</param>
/// <param name="FlopsAnImage">Floating-point operations of training on one image.</param>
/// <param name="Ours">Our rounds.</param>
/// <param name="Theirs">The peer's rounds, one for each of ours; empty without a peer.</param>
/// <param name="PeerSetUp">What the peer chose; null without a peer.</param>
/// <param name="PeakFlops">Operations a second of bare fused multiply-adds, median of the rounds.</param>
/// <param name="IdleCores">Cores that the waiting side used meanwhile; the larger of the two sides.</param>
internal sealed record TrainingRow(
    BenchmarkNetwork Network, long FlopsAnImage, IReadOnlyList<Round> Ours, IReadOnlyList<Round> Theirs, PyTorchSetUp? PeerSetUp, double PeakFlops,
    double IdleCores)
{
    public Sample OurSpeed => Sample.Of(Ours.Select(round => round.ImagesPerSecond));

    public Sample? PeerSpeed => Theirs.Count > 0 ? Sample.Of(Theirs.Select(round => round.ImagesPerSecond)) : null;

    /// <summary>Our speed over the peer's, round by round.</summary>
    public Sample? Ratio => Theirs.Count > 0 ? Sample.Of(Ours.Zip(Theirs, (ours, theirs) => ours.ImagesPerSecond / theirs.ImagesPerSecond)) : null;

    /// <summary>Operations a second that our median speed amounts to.</summary>
    public double Flops => OurSpeed.Median * FlopsAnImage;

    public double ShareOfPeak => Flops / PeakFlops;
}
