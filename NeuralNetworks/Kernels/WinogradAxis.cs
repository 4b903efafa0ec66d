namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// How Winograd's tiles cover one axis of an image: tiles of a whole size, then one of the outputs that are left, which is multiplied at as many
/// points fewer. (One that is left takes a tile of two.) For 3 taps the whole size is six outputs or four, whichever takes fewer points in
/// all; for 5 it is four, since six would take ten points, which are too many for single precision. Sizes are even, as pooling takes pairs.
/// </summary>
internal readonly record struct WinogradAxis
{
    private const int Smallest = 2;

    private readonly int _whole;

    public WinogradAxis(int length, int taps)
        : this(length, taps, 4)
    {
        if (taps == 3 && new WinogradAxis(length, taps, 6) is var larger && larger.PointsInAll < PointsInAll)
            this = larger;
    }

    private WinogradAxis(int length, int taps, int whole)
    {
        Taps = taps;
        _whole = whole;
        WholeTiles = length / whole;
        EdgeOutputs = length % whole == 0 ? 0 : Math.Max(length % whole, Smallest);
    }

    public int Taps { get; }

    /// <summary>Tiles of whole size.</summary>
    public int WholeTiles { get; }

    /// <summary>Outputs of the last, smaller tile; 0 if there is none.</summary>
    public int EdgeOutputs { get; }

    public int Tiles => WholeTiles + (EdgeOutputs > 0 ? 1 : 0);

    /// <summary>Outputs of all tiles: the axis' length, or one more.</summary>
    public int Covered => (_whole * WholeTiles) + EdgeOutputs;

    /// <summary>Pixels that all tiles read.</summary>
    public int Patch => PixelsOf(Covered);

    /// <summary>Outputs of the largest tile.</summary>
    public int LargestOutputs => WholeTiles > 0 ? _whole : EdgeOutputs;

    /// <summary>Points that the largest tile is multiplied at.</summary>
    public int Points => PixelsOf(LargestOutputs);

    private int PointsInAll => Covered + (Tiles * (Taps - 1));

    /// <summary>Outputs of a tile.</summary>
    public int Outputs(int tile) => tile < WholeTiles ? _whole : EdgeOutputs;

    /// <summary>Pixels that outputs side by side read, which for those of one tile is also how many points it is multiplied at.</summary>
    public int PixelsOf(int outputs) => outputs + Taps - 1;

    /// <summary>The first output of a tile.</summary>
    public int First(int tile) => _whole * tile;
}
