using System.Numerics;

namespace Microsoft.ML.Transforms;

/// <summary>Mean, extremes and perhaps the frequencies of the numbers of one slot, NaN left out.</summary>
internal sealed class SlotStatistics<T>(bool countsValues)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<T, (int Count, int Order)>? _counts = countsValues ? [] : null;
    private double _mean;
    private long _count;
    private T _min = T.PositiveInfinity;
    private T _max = T.NegativeInfinity;

    internal void Add(T value)
    {
        if (T.IsNaN(value))
            return;
        _count++;
        _mean += (double.CreateTruncating(value) - _mean) / _count;
        _min = T.Min(_min, value);
        _max = T.Max(_max, value);
        if (_counts is null)
            return;
        _counts.TryGetValue(value, out var seen);
        _counts[value] = seen.Count == 0 ? (1, _counts.Count) : (seen.Count + 1, seen.Order);
    }

    internal T Result(MissingValueReplacingEstimator.ReplacementMode mode) => _count == 0
        ? T.Zero
        : mode switch
        {
            MissingValueReplacingEstimator.ReplacementMode.Mean => T.CreateTruncating(_mean),
            MissingValueReplacingEstimator.ReplacementMode.Minimum => _min,
            MissingValueReplacingEstimator.ReplacementMode.Maximum => _max,
            MissingValueReplacingEstimator.ReplacementMode.Mode => _counts!.OrderByDescending(item => item.Value.Count).ThenBy(item => item.Value.Order).First().Key,
            _ => T.Zero,
        };
}
