using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>A learner over dense slots of one precision; a single value is one slot.</summary>
internal abstract class NormalizerLearner<T> : NormalizerLearner
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _slots;
    private ValueGetter<VBuffer<T>>? _vector;
    private ValueGetter<T>? _scalar;
    private VBuffer<T> _buffer;

    private protected NormalizerLearner(DataViewType type)
    {
        IsScalar = type is not VectorDataViewType;
        _slots = new T[type is VectorDataViewType vector ? vector.Size : 1];
    }

    private protected bool IsScalar { get; }

    private protected int Size => _slots.Length;

    internal override void Bind(DataViewRow row, DataViewSchema.Column column)
    {
        if (IsScalar)
            _scalar = row.GetGetter<T>(column);
        else
            _vector = row.GetGetter<VBuffer<T>>(column);
    }

    internal override void Learn()
    {
        if (_scalar is not null)
        {
            _scalar(ref _slots[0]);
            Learn(_slots);
            return;
        }

        _vector!(ref _buffer);
        if (_buffer.Length != Size)
            throw new InvalidOperationException($"Normalizer expected {Size} slots but got {_buffer.Length}");
        if (_buffer.IsDense)
        {
            Learn(_buffer.GetValues());
            return;
        }

        _buffer.CopyTo(_slots);
        Learn(_slots);
    }

    private protected abstract void Learn(ReadOnlySpan<T> slots);
}
