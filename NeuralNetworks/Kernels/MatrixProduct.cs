using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Matrix products on packed panels: for each panel of B, two vectors wide, C's rows are cut into equal tiles of at most 12 rows (6 with
/// 16 registers) and each tile is one call of a micro-kernel. Equal tiles, because 13 rows as 7 + 6 keep the pipeline full and 12 + 1 does not.
/// </summary>
internal static unsafe class MatrixProduct<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int LargestTile = 12;

    /// <summary>C (+)= A * B for <paramref name="rows"/> rows and a B in panels.</summary>
    /// <param name="shape">Strides of A and C.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="a">A.</param>
    /// <param name="layout">How B lies; its rows are at least segments x depth.</param>
    /// <param name="b">First row of B's first panel to use.</param>
    /// <param name="c">C's first panel.</param>
    /// <param name="cPanel">From a panel of C to the next: two vectors where C is row-major.</param>
    /// <param name="ahead">What to ask for meanwhile.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Packed(in ProductShape shape, int rows, float* a, in PackedMatrix layout, float* b, float* c, nint cPanel, Lookahead? ahead = null)
    {
        for (var panel = 0; panel < layout.Panels; panel++)
            Panel(shape, rows, layout.PanelVectors(panel), a, b + (panel * layout.PanelStride), layout.RowStride(panel), c + (panel * cPanel), ahead);
    }

    /// <summary>C (+)= A * B for a row-major B of <paramref name="vectors"/> vectors a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowMajor(in ProductShape shape, int rows, int vectors, float* a, float* b, nint bRow, float* c, nint cPanel)
    {
        for (var v = 0; v < vectors; v += 2)
            Panel(shape, rows, v + 1 < vectors ? 2 : 1, a, b + (v * TSimd.Width), bRow, c + (v / 2 * cPanel));
    }

    /// <summary>One panel: all rows by one or two vectors; what lies ahead is asked for tile by tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Panel(in ProductShape shape, int rows, int vectors, float* a, float* b, nint bRow, float* c, Lookahead? ahead = null)
    {
        var largest = vectors == 2 && TSimd.Registers < 32 ? LargestTile / 2 : LargestTile;
        if (rows <= largest && ahead is null)
        {
            MicroKernels<TSimd, TVector>.Tile(shape, rows, vectors, a, b, bRow, c);
            return;
        }

        var product = shape;
        for (var tiles = (rows + largest - 1) / largest; tiles > 0; tiles--)
        {
            var tile = (rows + tiles - 1) / tiles;
            if (ahead is not null)
                product.Ahead = ahead.Take(shape.Segments * shape.Depth);
            MicroKernels<TSimd, TVector>.Tile(product, tile, vectors, a, b, bRow, c);
            a += tile * shape.ARow;
            c += tile * shape.CRow;
            rows -= tile;
        }
    }
}
