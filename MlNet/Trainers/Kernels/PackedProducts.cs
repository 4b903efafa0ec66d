using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>The products of <see cref="ScoreKernels{TLanes, TVector}"/> and <see cref="GradientKernels{TLanes, TVector}"/> with the widest vectors that this processor has.</summary>
internal static unsafe class PackedProducts
{
    /// <summary>Rows that are worked on at a time.</summary>
    internal const int BlockRows = 64;

    /// <summary>Chunks that sums over all rows are cut into, whatever the number of threads.</summary>
    internal const int Chunks = 32;

    /// <summary>Rows of one chunk; a multiple of <see cref="BlockRows"/>.</summary>
    internal static int RowsOfChunk(int rows) => ((rows + BlockRows - 1) / BlockRows + Chunks - 1) / Chunks * BlockRows;

    /// <summary>Scores of a block of rows from <paramref name="first"/> on: <c>scores[k * BlockRows + r]</c>. Weights are <c>[outputs, padded features]</c>.</summary>
    internal static void Scores(PackedRows rows, int first, int count, float* weights, int outputs, float* scores)
    {
        int length = PackedRows.PaddedLength(rows.Features);
        int tiles = PackedRows.RoundUp(count, PackedRows.RowTile);
        var ahead = new RowsAhead(rows[first], rows[first]);
        if (Vector512.IsHardwareAccelerated)
            ScoreKernels<Lanes512, Vector512<float>>.Scores(rows[first], rows.Stride, tiles, length, weights, length, outputs, scores, BlockRows, ref ahead);
        else if (Vector256.IsHardwareAccelerated)
            ScoreKernels<Lanes256, Vector256<float>>.Scores(rows[first], rows.Stride, tiles, length, weights, length, outputs, scores, BlockRows, ref ahead);
        else
            ScoreKernels<Lanes128, Vector128<float>>.Scores(rows[first], rows.Stride, tiles, length, weights, length, outputs, scores, BlockRows, ref ahead);
    }

    /// <summary>Adds the rows of a block, each times <c>factors[k * BlockRows + r]</c>, to the sums <c>[outputs, padded features]</c>.</summary>
    internal static void AddRows(PackedRows rows, int first, int count, float* factors, int outputs, float* sums)
    {
        int length = PackedRows.PaddedLength(rows.Features);
        int tiles = PackedRows.RoundUp(count, PackedRows.RowTile);
        var ahead = new RowsAhead(rows[first], rows[first]);
        if (Vector512.IsHardwareAccelerated)
            GradientKernels<Lanes512, Vector512<float>>.Gradients(rows[first], rows.Stride, tiles, length, factors, BlockRows, outputs, sums, length, ref ahead);
        else if (Vector256.IsHardwareAccelerated)
            GradientKernels<Lanes256, Vector256<float>>.Gradients(rows[first], rows.Stride, tiles, length, factors, BlockRows, outputs, sums, length, ref ahead);
        else
            GradientKernels<Lanes128, Vector128<float>>.Gradients(rows[first], rows.Stride, tiles, length, factors, BlockRows, outputs, sums, length, ref ahead);
    }
}
