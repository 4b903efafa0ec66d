namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// How Winograd's tiles cover one axis of an image for 3 or 5 taps: tiles of four outputs, then one of the two or three that are left, which is
/// multiplied at as many points fewer. (One that is left takes a tile of two.)
/// </summary>
internal readonly record struct WinogradAxis
{
    private const int Whole = 4;
    private const int Smallest = 2;

    public WinogradAxis(int length, int taps)
    {
        Taps = taps;
        WholeTiles = length / Whole;
        EdgeOutputs = length % Whole == 0 ? 0 : Math.Max(length % Whole, Smallest);
    }

    public int Taps { get; }

    /// <summary>Tiles of four outputs.</summary>
    public int WholeTiles { get; }

    /// <summary>Outputs of the last, smaller tile; 0 if there is none.</summary>
    public int EdgeOutputs { get; }

    public int Tiles => WholeTiles + (EdgeOutputs > 0 ? 1 : 0);

    /// <summary>Outputs of all tiles: the axis' length, or one more.</summary>
    public int Covered => (Whole * WholeTiles) + EdgeOutputs;

    /// <summary>Pixels that all tiles read.</summary>
    public int Patch => PixelsOf(Covered);

    /// <summary>Outputs of the largest tile.</summary>
    public int LargestOutputs => WholeTiles > 0 ? Whole : EdgeOutputs;

    /// <summary>Points that the largest tile is multiplied at.</summary>
    public int Points => PixelsOf(LargestOutputs);

    /// <summary>Outputs of a tile.</summary>
    public int Outputs(int tile) => tile < WholeTiles ? Whole : EdgeOutputs;

    /// <summary>Pixels that outputs side by side read, which for those of one tile is also how many points it is multiplied at.</summary>
    public int PixelsOf(int outputs) => outputs + Taps - 1;

    /// <summary>The first output of a tile.</summary>
    public int First(int tile) => Whole * tile;
}
