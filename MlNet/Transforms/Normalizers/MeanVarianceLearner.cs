using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Learns mean and variance of each slot by Welford's recurrence in double precision; values that are not finite count for nothing.</summary>
internal sealed class MeanVarianceLearner<T> : NormalizerLearner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _fixZero;
    private readonly bool _useCdf;
    private readonly double[] _mean;
    private readonly double[] _squares;
    private readonly long[] _skipped;
    private long _rows;

    internal MeanVarianceLearner(DataViewType type, bool fixZero, bool useCdf)
        : base(type)
    {
        _fixZero = fixZero;
        _useCdf = useCdf;
        _mean = new double[Size];
        _squares = new double[Size];
        _skipped = new long[Size];
    }

    internal override NormalizerFunction Finish()
    {
        var scale = new T[Size];
        var offset = new T[Size];
        for (var slot = 0; slot < scale.Length; slot++)
        {
            var count = _rows - _skipped[slot];
            var variance = count > 0 ? _squares[slot] / count : 0;
            if (_useCdf)
            {
                offset[slot] = T.CreateTruncating(_mean[slot]);
                scale[slot] = T.CreateTruncating(Math.Sqrt(variance));
            }
            else if (variance > 0)
            {
                var mean = _mean[slot];
                scale[slot] = T.One / T.CreateTruncating(Math.Sqrt(_fixZero ? variance + (mean * mean) : variance));
                offset[slot] = _fixZero ? T.Zero : T.CreateTruncating(mean);
            }
        }

        return _useCdf ? new CdfFunction<T>(offset, scale, useLog: false, IsScalar) : new AffineFunction<T>(scale, offset, IsScalar);
    }

    private protected override void Learn(ReadOnlySpan<T> slots)
    {
        _rows++;
        for (var slot = 0; slot < slots.Length; slot++)
        {
            var value = double.CreateTruncating(slots[slot]);
            if (!double.IsFinite(value))
            {
                _skipped[slot]++;
                continue;
            }

            var delta = value - _mean[slot];
            _mean[slot] += delta / (_rows - _skipped[slot]);
            _squares[slot] += delta * (value - _mean[slot]);
        }
    }
}
