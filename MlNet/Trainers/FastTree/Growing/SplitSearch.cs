using System.Numerics;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>
/// Finds the bin behind which to split a leaf by a feature: the squared sum of the targets over the number (or weight) of the rows, added over both sides, is
/// greatest there. Of equals the highest
/// bin is taken, so that a threshold lies right below the next value that occurs in the leaf, as ML.NET's do.
/// </summary>
internal readonly unsafe ref struct SplitSearch
{
    private readonly PackedTargets _targets;
    private readonly PackedTargets? _weights;
    private readonly int _minimumRows;

    internal SplitSearch(PackedTargets targets, PackedTargets? weights, int minimumRows)
    {
        _targets = targets;
        _weights = weights;
        _minimumRows = Math.Max(1, minimumRows);
    }

    /// <summary>The best split of a leaf with these sums, or none where no split leaves enough rows on both sides.</summary>
    internal SplitCandidate Find(int feature, ReadOnlySpan<long> histogram, ReadOnlySpan<long> weightHistogram, long leaf, long leafWeight)
    {
        int rows = _targets.Count(leaf);
        Span<long> sums = stackalloc long[BinnedRows.MaximumBins];
        Span<long> weights = stackalloc long[_weights is null ? 0 : BinnedRows.MaximumBins];
        int first = -1;
        int last = -1;
        long sum = 0;
        for (int bin = 0; bin < histogram.Length - 1; bin++)
        {
            sum += histogram[bin];
            sums[bin] = sum;
            int left = _targets.Count(sum);
            if (rows - left < _minimumRows)
                break;
            if (left < _minimumRows)
                continue;
            if (first < 0)
                first = bin;
            last = bin;
        }

        if (first < 0)
            return SplitCandidate.None;
        if (_weights is not null)
        {
            long weight = 0;
            for (int bin = 0; bin <= last; bin++)
                weights[bin] = weight += weightHistogram[bin];
        }

        double total = _targets.Sum(leaf);
        double size = _weights is null ? rows : _weights.Sum(leafWeight);
        (int best, double gain) = Greatest(sums, weights, first, last, total, size);
        if (best < 0)
            return SplitCandidate.None;
        double shifted = gain - (total * total / size);
        return new SplitCandidate(feature, best, shifted, shifted, sums[best], _weights is null ? 0 : weights[best]);
    }

    private (int Bin, double Gain) Greatest(ReadOnlySpan<long> sums, ReadOnlySpan<long> weights, int first, int last, double total, double size)
    {
        int best = -1;
        double greatest = double.NegativeInfinity;
        int bin = first;
        int lanes = Vector<long>.Count;
        if (last - first >= lanes)
        {
            Vector<double> most = new(double.NegativeInfinity);
            Vector<long> at = new(-1);
            Vector<long> mask = new((1L << _targets.CountBits) - 1);
            Vector<long> position = Vector<long>.Indices + new Vector<long>(bin);
            Vector<double> whole = new(total);
            Vector<double> wholeSize = new(size);
            Vector<double> unit = new(_targets.Unit);
            for (; bin <= last + 1 - lanes; bin += lanes)
            {
                var packed = new Vector<long>(sums[bin..]);
                Vector<double> left = Vector.ConvertToDouble(Vector.ShiftRightArithmetic(packed, _targets.CountBits)) * unit;
                Vector<double> leftSize = _weights is null
                    ? Vector.ConvertToDouble(packed & mask)
                    : Vector.ConvertToDouble(Vector.ShiftRightArithmetic(new Vector<long>(weights[bin..]), _weights.CountBits)) * new Vector<double>(_weights.Unit);
                Vector<double> right = whole - left;
                Vector<double> gain = (left * left / leftSize) + (right * right / (wholeSize - leftSize));
                Vector<long> better = Vector.GreaterThanOrEqual(gain, most);
                most = Vector.ConditionalSelect(better, gain, most);
                at = Vector.ConditionalSelect(better, position, at);
                position += new Vector<long>(lanes);
            }

            for (int lane = 0; lane < lanes; lane++)
            {
                if (most[lane] > greatest || (most[lane] == greatest && at[lane] > best))
                    (greatest, best) = (most[lane], (int)at[lane]);
            }
        }

        for (; bin <= last; bin++)
        {
            double left = _targets.Sum(sums[bin]);
            double leftSize = _weights is null ? _targets.Count(sums[bin]) : _weights.Sum(weights[bin]);
            double right = total - left;
            double gain = (left * left / leftSize) + (right * right / (size - leftSize));
            if (gain >= greatest)
                (greatest, best) = (gain, bin);
        }

        return (best, greatest);
    }
}
