using System.Numerics;
using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>Puts features that are zero in the same rows side by side, so that many units of sixteen are zero as a whole.</summary>
internal static class FeatureUnits
{
    // Each choice looks at all features left, so the work grows with their square.
    private const int MostFeatures = 4096;

    /// <summary>
    /// An order of the features. Each unit starts with the feature left that is not zero in the fewest rows and takes those that differ from its members in the
    /// fewest rows.
    /// </summary>
    /// <param name="features">The number of features.</param>
    /// <param name="samples">The number of sampled rows.</param>
    /// <param name="isZero">Whether a feature is zero in a sampled row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int[] Order(int features, int samples, Func<int, int, bool> isZero)
    {
        int[] order = [.. Enumerable.Range(0, features)];
        if (features > MostFeatures || features <= ByteRows.Unit)
            return order;
        int words = (samples + 63) / 64;
        var rows = new ulong[features][];
        var filled = new int[features];
        for (int f = 0; f < features; f++)
        {
            rows[f] = new ulong[words];
            for (int s = 0; s < samples; s++)
            {
                if (isZero(f, s))
                    continue;
                rows[f][s / 64] |= 1UL << (s % 64);
                filled[f]++;
            }
        }

        for (int start = 0; start < features; start += ByteRows.Unit)
        {
            int end = Math.Min(start + ByteRows.Unit, features);
            var common = new int[features];
            for (int place = start; place < end; place++)
            {
                // The mean difference to the members, less what does not depend on the candidate; the first member has the fewest rows.
                long least = long.MaxValue;
                int best = place;
                for (int i = place; i < features; i++)
                {
                    int f = order[i];
                    long difference = place == start ? filled[f] : ((long)filled[f] * (place - start)) - (2L * common[f]);
                    if (difference < least || (difference == least && f < order[best]))
                        (least, best) = (difference, i);
                }

                (order[place], order[best]) = (order[best], order[place]);
                ulong[] member = rows[order[place]];
                for (int i = place + 1; i < features; i++)
                    common[order[i]] += Common(rows[order[i]], member);
            }
        }

        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Common(ulong[] left, ulong[] right)
    {
        int count = 0;
        for (int i = 0; i < left.Length; i++)
            count += BitOperations.PopCount(left[i] & right[i]);
        return count;
    }
}
