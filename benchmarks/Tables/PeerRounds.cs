namespace MlNetFashion.Benchmarks;

/// <summary>What was measured of a peer.</summary>
/// <param name="Name">For example <c>ONNX Runtime</c>.</param>
/// <param name="SetUp">What it chose.</param>
/// <param name="Rounds">One for each of ours.</param>
internal sealed record PeerRounds(string Name, string SetUp, IReadOnlyList<Round> Rounds)
{
    public Sample Speed => Sample.Of(Rounds.Select(round => round.ImagesPerSecond));
}
