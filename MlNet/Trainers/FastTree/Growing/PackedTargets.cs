using System.Numerics;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// What a tree is to learn, as whole numbers of a tiny unit, each with a one below it: the sum of such numbers is the sum of the targets and, in its lowest
/// bits, the number of rows. One addition a feature fills a histogram of both, and as whole numbers can be added in any order, the sums do not depend on the
/// number of threads.
/// </summary>
internal sealed class PackedTargets
{
    private readonly int _sumBits;

    internal PackedTargets(int rows)
    {
        CountBits = BitOperations.Log2((uint)rows) + 1;
        _sumBits = 63 - CountBits - CountBits;
        Values = new long[rows];
    }

    /// <summary>The bits that count rows.</summary>
    internal int CountBits { get; }

    internal long[] Values { get; }

    /// <summary>What one unit is worth, a power of two.</summary>
    internal double Unit { get; private set; } = 1;

    internal void Pack(ReadOnlySpan<double> targets)
    {
        double greatest = 0;
        foreach (double target in targets)
            greatest = Math.Max(greatest, Math.Abs(target));
        if (!double.IsFinite(greatest))
            throw new InvalidOperationException("A finite gradient was expected at every row. The labels or the scores are too great; scale the labels.");

        // The greatest target takes all bits that are left when as many of them as there are rows may be added.
        int exponent = greatest > 0 ? Math.ILogB(greatest) + 1 - _sumBits : 0;
        Unit = Math.ScaleB(1, exponent);
        double scale = Math.ScaleB(1, -exponent);
        for (int i = 0; i < targets.Length; i++)
            Values[i] = ((long)Math.Round(targets[i] * scale) << CountBits) + 1;
    }

    internal int Count(long sum) => (int)(sum & ((1L << CountBits) - 1));

    internal double Sum(long sum) => (sum >> CountBits) * Unit;
}
