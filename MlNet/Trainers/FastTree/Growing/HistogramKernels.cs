using System.Numerics;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>The inner loops over histograms: filling those of a block of features, taking one from another, adding up.</summary>
internal static unsafe class HistogramKernels
{
    private const int Bins = BinnedRows.MaximumBins;

    /// <summary>
    /// Adds each value to the bins of its row in sixteen histograms. Values are given in the order of <paramref name="rows"/>; null stands for all rows.
    /// </summary>
    internal static void Fill(byte* block, int* rows, long* values, int count, long* histogram)
    {
        for (int i = 0; i < count; i++)
        {
            byte* bins = block + ((nint)(rows == null ? i : rows[i]) * BinnedRows.BlockFeatures);
            long value = values[i];
            histogram[bins[0]] += value;
            histogram[(1 * Bins) + bins[1]] += value;
            histogram[(2 * Bins) + bins[2]] += value;
            histogram[(3 * Bins) + bins[3]] += value;
            histogram[(4 * Bins) + bins[4]] += value;
            histogram[(5 * Bins) + bins[5]] += value;
            histogram[(6 * Bins) + bins[6]] += value;
            histogram[(7 * Bins) + bins[7]] += value;
            histogram[(8 * Bins) + bins[8]] += value;
            histogram[(9 * Bins) + bins[9]] += value;
            histogram[(10 * Bins) + bins[10]] += value;
            histogram[(11 * Bins) + bins[11]] += value;
            histogram[(12 * Bins) + bins[12]] += value;
            histogram[(13 * Bins) + bins[13]] += value;
            histogram[(14 * Bins) + bins[14]] += value;
            histogram[(15 * Bins) + bins[15]] += value;
        }
    }

    /// <summary>Leaves in <paramref name="whole"/> what is not in <paramref name="part"/>.</summary>
    internal static void Subtract(Span<long> whole, ReadOnlySpan<long> part)
    {
        int i = 0;
        for (; i <= whole.Length - Vector<long>.Count; i += Vector<long>.Count)
            (new Vector<long>(whole[i..]) - new Vector<long>(part[i..])).CopyTo(whole[i..]);
        for (; i < whole.Length; i++)
            whole[i] -= part[i];
    }
}
