namespace MlNetFashion.Benchmarks;

/// <summary>How PyTorch trained a network fastest in a short probe.</summary>
/// <param name="Layout"><c>nchw</c> or <c>channels_last</c>.</param>
/// <param name="Foreach">Whether the optimiser works on all weights at once.</param>
/// <param name="BatchesPerSecond">Speed in the probe.</param>
internal sealed record PyTorchSetUp(string Layout, bool Foreach, double BatchesPerSecond)
{
    public override string ToString() => Foreach ? Layout + ", foreach" : Layout;
}
