namespace MlNetFashion.Benchmarks;

/// <summary>What was measured of one network at one batch size.</summary>
/// <param name="Network">The network.</param>
/// <param name="BatchSize">Images a call.</param>
/// <param name="Ours">Our rounds.</param>
/// <param name="Peers">The peers' rounds.</param>
/// <param name="IdleCores">Cores that waiting peers used while we were timed.</param>
internal sealed record InferenceRow(BenchmarkNetwork Network, int BatchSize, IReadOnlyList<Round> Ours, IReadOnlyList<PeerRounds> Peers, double IdleCores)
{
    public Sample OurSpeed => Sample.Of(Ours.Select(round => round.ImagesPerSecond));

    /// <summary>Our speed over the peer's, round by round.</summary>
    public Sample RatioTo(PeerRounds peer) => Sample.Of(Ours.Zip(peer.Rounds, (ours, theirs) => ours.ImagesPerSecond / theirs.ImagesPerSecond));
}
