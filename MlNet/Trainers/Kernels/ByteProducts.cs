using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The two products of a linear model with <see cref="ByteRows"/>, in whole numbers: bytes times 16-bit words, summed exactly. Units of features that are zero in
/// a tile of rows are left out.
/// </summary>
internal abstract unsafe class ByteProducts
{
    /// <summary>Words that a unit's weights take: each four are there twice, as in the tiles there are two rows side by side.</summary>
    internal const int WordsOfUnit = 2 * ByteRows.Unit;

    /// <summary>The products with the widest vectors that this processor has.</summary>
    internal static ByteProducts Widest() =>
        Vector512.IsHardwareAccelerated ? new ByteProducts<Words512, Vector512<short>>()
        : Vector256.IsHardwareAccelerated ? new ByteProducts<Words256, Vector256<short>>()
        : new ByteProducts<Words128, Vector128<short>>();

    /// <summary>Where the first of the two words of a feature's weight lies; the second one follows <see cref="Twin"/> words later.</summary>
    internal static int WordOf(int place) => (place / 4 * 8) + (place % 4);

    /// <summary>Words between the two of a weight.</summary>
    internal const int Twin = 4;

    /// <summary>The products of the block of rows from <paramref name="first"/> on with all weights, into <c>sums[k * ByteRows.Block + row]</c>.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="first">The first row, at the start of a block.</param>
    /// <param name="weights">Words at <see cref="WordOf"/>, <paramref name="outputs"/> times <c>Units * WordsOfUnit</c>.</param>
    /// <param name="outputs">The number of weight vectors.</param>
    /// <param name="sums">Where they go. They must not overflow: 255 times the magnitudes of a weight vector's words.</param>
    internal abstract void Scores(ByteRows rows, int first, short* weights, int outputs, int* sums);

    /// <summary>Adds the rows of a block, each times <c>factors[k * ByteRows.Block + row] * scale</c>, to the gradients.</summary>
    internal abstract void AddRows(ByteRows rows, int first, short* factors, int outputs, float scale, float* gradients, nint gradientStride);
}

/// <summary>The products over vectors of one width.</summary>
internal sealed unsafe class ByteProducts<TWords, TVector> : ByteProducts
    where TWords : struct, IWordLanes<TVector>
    where TVector : struct
{
    private const int Many = 9;
    private const int Few = 3;

    internal override void Scores(ByteRows rows, int first, short* weights, int outputs, int* sums)
    {
        nint stride = rows.Units * WordsOfUnit;
        int end = Math.Min(ByteRows.Block, rows.Count - first);
        for (int row = 0; row < end; row += ByteRows.Tile)
        {
            byte* tile = rows.TileAt(first + row);
            int k = 0;
            fixed (ulong* units = rows.UnitsOfTile(first + row))
            {
                if (TWords.HasWideRegisterFile)
                {
                    for (; k + Many <= outputs; k += Many)
                        ByteKernels<TWords, TVector>.Scores9(tile, units, rows.Words, weights + (k * stride), stride, sums + (k * ByteRows.Block) + row);
                }

                for (; k + Few <= outputs; k += Few)
                    ByteKernels<TWords, TVector>.Scores3(tile, units, rows.Words, weights + (k * stride), stride, sums + (k * ByteRows.Block) + row);
                for (; k < outputs; k++)
                    ByteKernels<TWords, TVector>.Scores1(tile, units, rows.Words, weights + (k * stride), sums + (k * ByteRows.Block) + row);
            }
        }
    }

    internal override void AddRows(ByteRows rows, int first, short* factors, int outputs, float scale, float* gradients, nint gradientStride)
    {
        byte* block = rows.TileAt(first);
        for (int unit = 0; unit < rows.Units; unit++)
        {
            CallIn(rows, first + ByteRows.Block, unit);
            ReadOnlySpan<uint> tiles = rows.TilesOfUnit(first, unit);
            float* g = gradients + ((nint)unit * ByteRows.Unit);
            for (int part = 0; part < WordsOfUnit; part += TWords.Width, g += TWords.Width / 2)
            {
                int k = 0;
                for (; k + Many <= outputs; k += Many)
                    ByteKernels<TWords, TVector>.Rows9(block + part, tiles, factors + (k * ByteRows.Block), scale, g + (k * gradientStride), gradientStride);
                for (; k + Few <= outputs; k += Few)
                    ByteKernels<TWords, TVector>.Rows3(block + part, tiles, factors + (k * ByteRows.Block), scale, g + (k * gradientStride), gradientStride);
                for (; k < outputs; k++)
                    ByteKernels<TWords, TVector>.Rows1(block + part, tiles, factors + (k * ByteRows.Block), scale, g + (k * gradientStride));
            }
        }
    }

    /// <summary>Calls a unit's share of a block into the cache, while work is done on rows that are there.</summary>
    private static void CallIn(ByteRows rows, int first, int unit)
    {
        if (!Sse.IsSupported || first >= rows.Count)
            return;
        byte* start = rows.TileAt(first);
        nint lines = (nint)(rows.TileAt(first + ByteRows.Block) - start) / ByteRows.TileBytes;
        for (nint line = lines * unit / rows.Units; line < lines * (unit + 1) / rows.Units; line++)
            Sse.Prefetch1(start + (line * ByteRows.TileBytes));
    }
}
