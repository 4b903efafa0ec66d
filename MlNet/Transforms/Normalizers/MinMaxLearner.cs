using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Learns the least and the greatest value of each slot; NaN counts for nothing.</summary>
internal sealed class MinMaxLearner<T> : NormalizerLearner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _fixZero;
    private readonly T[] _min;
    private readonly T[] _max;

    internal MinMaxLearner(DataViewType type, bool fixZero)
        : base(type)
    {
        _fixZero = fixZero;
        _min = new T[Size];
        _max = new T[Size];
        Array.Fill(_min, T.PositiveInfinity);
        Array.Fill(_max, T.NegativeInfinity);
    }

    internal override NormalizerFunction Finish()
    {
        var scale = new T[Size];
        var offset = new T[Size];
        for (var slot = 0; slot < scale.Length; slot++)
        {
            // A slot that never varies carries nothing and becomes 0.
            if (!(_max[slot] > _min[slot]))
                continue;
            if (_fixZero)
            {
                scale[slot] = T.One / T.Max(T.Abs(_min[slot]), T.Abs(_max[slot]));
                continue;
            }

            scale[slot] = T.One / (_max[slot] - _min[slot]);
            offset[slot] = scale[slot] == T.Zero ? T.Zero : _min[slot];
        }

        return new AffineFunction<T>(scale, offset, IsScalar);
    }

    private protected override void Learn(ReadOnlySpan<T> slots)
    {
        var values = MemoryMarshal.Cast<T, Vector<T>>(slots);
        var min = MemoryMarshal.Cast<T, Vector<T>>(_min.AsSpan());
        var max = MemoryMarshal.Cast<T, Vector<T>>(_max.AsSpan());
        for (var block = 0; block < values.Length; block++)
        {
            // Comparisons with NaN are false, so NaN leaves both as they are.
            min[block] = Vector.ConditionalSelect(Vector.LessThan(values[block], min[block]), values[block], min[block]);
            max[block] = Vector.ConditionalSelect(Vector.GreaterThan(values[block], max[block]), values[block], max[block]);
        }

        for (var slot = values.Length * Vector<T>.Count; slot < slots.Length; slot++)
        {
            if (slots[slot] < _min[slot])
                _min[slot] = slots[slot];
            if (slots[slot] > _max[slot])
                _max[slot] = slots[slot];
        }
    }
}
