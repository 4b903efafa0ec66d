using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Learns the stand-ins of one column.</summary>
internal abstract class MissingValueLearner
{
    internal static MissingValueLearner Create(DataViewType type, MissingValueReplacingEstimator.ReplacementMode mode, bool bySlot)
    {
        var item = type is VectorDataViewType vector ? vector.ItemType : type;
        if (item.Equals(NumberDataViewType.Single))
            return new MissingValueLearner<float>(type, mode, bySlot);
        if (item.Equals(NumberDataViewType.Double))
            return new MissingValueLearner<double>(type, mode, bySlot);
        throw new ArgumentOutOfRangeException(nameof(type), $"Missing values are replaced in columns of Single, Double, or vectors of either. Received: {type}.");
    }

    internal abstract void Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Takes in the row that the bound cursor stands on.</summary>
    internal abstract void Learn();

    internal abstract MissingValueFunction Finish();
}

/// <summary>Learns the stand-ins of one column of one precision: one for all its values, or one a slot.</summary>
internal sealed class MissingValueLearner<T> : MissingValueLearner
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly DataViewType _type;
    private readonly MissingValueReplacingEstimator.ReplacementMode _mode;
    private readonly SlotStatistics<T>[] _slots;
    private ValueGetter<T>? _scalar;
    private ValueGetter<VBuffer<T>>? _vector;
    private VBuffer<T> _buffer;
    private T _value;

    internal MissingValueLearner(DataViewType type, MissingValueReplacingEstimator.ReplacementMode mode, bool bySlot)
    {
        _type = type;
        _mode = mode;
        _slots = new SlotStatistics<T>[bySlot && type is VectorDataViewType { IsKnownSize: true } vector ? vector.Size : 1];
        for (var slot = 0; slot < _slots.Length; slot++)
            _slots[slot] = new SlotStatistics<T>(mode == MissingValueReplacingEstimator.ReplacementMode.Mode);
    }

    internal override void Bind(DataViewRow row, DataViewSchema.Column column)
    {
        if (_type is VectorDataViewType)
            _vector = row.GetGetter<VBuffer<T>>(column);
        else
            _scalar = row.GetGetter<T>(column);
    }

    internal override void Learn()
    {
        if (_scalar is not null)
        {
            _scalar(ref _value);
            _slots[0].Add(_value);
            return;
        }

        _vector!(ref _buffer);
        foreach (var (slot, value) in _buffer.Items(all: true))
            _slots[_slots.Length == 1 ? 0 : slot].Add(value);
    }

    internal override MissingValueFunction Finish() =>
        new MissingValueFunction<T>(_type, Array.ConvertAll(_slots, slot => slot.Result(_mode)));
}
