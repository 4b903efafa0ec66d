namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// The features of all rows as numbers of bins, a byte each. Features that have more than one bin are kept, in blocks of sixteen: the bins of a row in a block
/// lie together, so that one pass over a block's rows fills sixteen histograms that fit into the first-level cache.
/// </summary>
internal sealed class BinnedRows
{
    /// <summary>Features of a block.</summary>
    internal const int BlockFeatures = 16;

    /// <summary>The most bins of a feature.</summary>
    internal const int MaximumBins = 256;

    private BinnedRows(int count, int[] features, float[][] upperBounds, byte[][] blocks)
    {
        Count = count;
        Features = features;
        UpperBounds = upperBounds;
        Blocks = blocks;
    }

    internal int Count { get; }

    /// <summary>The number that each kept feature has among all features.</summary>
    internal int[] Features { get; }

    /// <summary>The upper bounds of the bins of each kept feature.</summary>
    internal float[][] UpperBounds { get; }

    /// <summary>For each block the bins of its features, <c>[rows, 16]</c>.</summary>
    internal byte[][] Blocks { get; }

    internal static BinnedRows Make(PackedRows rows, int maximumBins, int threads)
    {
        int groups = (rows.Features + BlockFeatures - 1) / BlockFeatures;
        var bounds = new float[rows.Features][];
        var columns = new byte[rows.Features][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, groups, parallel, () => (new DistinctValues(), new float[BlockFeatures * (long)rows.Count]), (group, _, scratch) =>
        {
            (DistinctValues distinct, float[] values) = scratch;
            int first = group * BlockFeatures;
            int width = Math.Min(BlockFeatures, rows.Features - first);
            for (int row = 0; row < rows.Count; row++)
            {
                ReadOnlySpan<float> part = rows.Row(row).Slice(first, width);
                for (int j = 0; j < part.Length; j++)
                    values[((long)j * rows.Count) + row] = part[j];
            }

            for (int j = 0; j < width; j++)
            {
                ReadOnlySpan<float> column = values.AsSpan(j * rows.Count, rows.Count);
                distinct.Count(column);
                bounds[first + j] = BinBoundaries.Find(distinct.Values, distinct.Counts, maximumBins);
                if (bounds[first + j].Length == 1)
                    continue;
                columns[first + j] = new byte[rows.Count];
                distinct.Assign(column, bounds[first + j], columns[first + j]);
            }

            return scratch;
        }, _ => { });
        int[] kept = [.. Enumerable.Range(0, rows.Features).Where(feature => bounds[feature].Length > 1)];
        var blocks = new byte[(kept.Length + BlockFeatures - 1) / BlockFeatures][];
        Parallel.For(0, blocks.Length, parallel, b =>
        {
            var block = new byte[(long)rows.Count * BlockFeatures];
            int width = Math.Min(BlockFeatures, kept.Length - (b * BlockFeatures));
            for (int j = 0; j < width; j++)
            {
                byte[] column = columns[kept[(b * BlockFeatures) + j]];
                for (int row = 0; row < column.Length; row++)
                    block[(row * BlockFeatures) + j] = column[row];
            }

            blocks[b] = block;
        });
        return new BinnedRows(rows.Count, kept, Array.ConvertAll(kept, feature => bounds[feature]), blocks);
    }
}
