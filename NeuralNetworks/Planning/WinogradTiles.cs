using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// How the tiles of some images' rows lie in the planes: first those of whole size, then those at the right edge, at the lower edge and in the
/// corner, each kind image by image and row by row. A tile at an edge has fewer points, and so is absent from the last planes;
/// what a plane's product works on is a few runs of tiles.
/// </summary>
/// <param name="Rows">How the rows are covered.</param>
/// <param name="Columns">How the columns are.</param>
/// <param name="FirstImage">The first image.</param>
/// <param name="Images">Number of images.</param>
/// <param name="FirstRow">The first row of tiles of each image.</param>
/// <param name="LastRow">The one after the last.</param>
internal readonly record struct WinogradTiles(WinogradAxis Rows, WinogradAxis Columns, int FirstImage, int Images, int FirstRow, int LastRow)
{
    private const int Kinds = 4;
    private const int EdgeColumn = 1; // bits of a kind
    private const int EdgeRow = 2;

    /// <summary>Most runs of all kinds of planes.</summary>
    public const int MostRuns = Kinds * Kinds;

    /// <summary>All of them.</summary>
    public int Count => Images * (LastRow - FirstRow) * Columns.Tiles;

    /// <summary>The tile that a row begins with, among those of whole width and among those at the right edge.</summary>
    public (int Whole, int Edge) Row(int image, int row)
    {
        var kind = row < Rows.WholeTiles ? 0 : EdgeRow;
        return (Place(kind, image, row), Place(kind | EdgeColumn, image, row));
    }

    /// <summary>
    /// The tiles of each plane, where they lie here and where they lie in another lay-out that holds them too. Tiles of kinds that are
    /// neighbours in both are joined.
    /// </summary>
    /// <param name="other">The other lay-out.</param>
    /// <param name="room">For <see cref="MostRuns"/>.</param>
    public TileRuns Runs(in WinogradTiles other, Span<TileRun> room)
    {
        for (var beyond = 0; beyond < Kinds; beyond++)
            RunsBeyond(beyond, other, room.Slice(beyond * Kinds, Kinds));
        return new TileRuns(room, Kinds, Columns.Points, (EdgeRow, Rows.PixelsOf(Rows.EdgeOutputs)), (EdgeColumn, Columns.PixelsOf(Columns.EdgeOutputs)));
    }

    /// <summary>The runs of planes beyond the points of some edges' tiles, which are absent there; what is left of the room is empty runs.</summary>
    private void RunsBeyond(int edges, in WinogradTiles other, Span<TileRun> runs)
    {
        runs.Clear();
        var count = 0;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var length = CountOf(kind);
            if (length == 0 || (kind & edges) != 0)
                continue;
            var row = (kind & EdgeRow) == 0 ? FirstRow : Rows.WholeTiles;
            var run = new TileRun(Place(kind, FirstImage, row), other.Place(kind, FirstImage, row), length);
            if (count > 0 && runs[count - 1].IsFollowedBy(run))
                runs[count - 1] = runs[count - 1] with { Count = runs[count - 1].Count + length };
            else
                runs[count++] = run;
        }
    }

    private int CountOf(int kind) => Images * RowsOf(kind) * ColumnsOf(kind);

    /// <summary>Rows of an image that have this kind of tile.</summary>
    private int RowsOf(int kind)
    {
        var whole = Math.Min(LastRow, Rows.WholeTiles) - Math.Min(FirstRow, Rows.WholeTiles);
        return (kind & EdgeRow) == 0 ? whole : LastRow - FirstRow - whole;
    }

    /// <summary>Tiles of this kind in a row.</summary>
    private int ColumnsOf(int kind) => (kind & EdgeColumn) == 0 ? Columns.WholeTiles : Columns.Tiles - Columns.WholeTiles;

    private int Place(int kind, int image, int row)
    {
        var before = 0;
        for (var earlier = 0; earlier < kind; earlier++)
            before += CountOf(earlier);
        var firstRow = (kind & EdgeRow) == 0 ? FirstRow : Math.Max(FirstRow, Rows.WholeTiles);
        return before + ((((image - FirstImage) * RowsOf(kind)) + row - firstRow) * ColumnsOf(kind));
    }
}
