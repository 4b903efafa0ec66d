namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Where a one-dimensional transform reads and writes. Distances are in floats.</summary>
/// <param name="Length">Values side by side that are transformed alike, in whole vectors.</param>
/// <param name="FromStep">From one input to the next.</param>
/// <param name="ToStep">From one result to the next.</param>
/// <param name="Tiles">How often that is done,</param>
/// <param name="FromTile">each time with inputs this far on,</param>
/// <param name="ToTile">and results this far on.</param>
internal readonly record struct WinogradLine(nint Length, nint FromStep, nint ToStep, int Tiles = 1, nint FromTile = 0, nint ToTile = 0)
{
    /// <summary>The same way backwards, for an adjoint.</summary>
    public WinogradLine Reversed() => new(Length, ToStep, FromStep, Tiles, ToTile, FromTile);
}
