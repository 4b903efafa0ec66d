using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Collects the distinct values of one type.</summary>
internal sealed class TermLearner<T> : TermLearner
    where T : notnull
{
    private readonly PrimitiveDataViewType _itemType;
    private readonly TermSettings _settings;
    private readonly HashSet<T> _seen;
    private readonly List<T> _order = [];
    private readonly Predicate<T> _isMissing;
    private ValueGetter<T>? _scalar;
    private ValueGetter<VBuffer<T>>? _vector;
    private VBuffer<T> _buffer;
    private T _value = default!;

    internal TermLearner(PrimitiveDataViewType itemType, TermSettings settings)
    {
        _itemType = itemType;
        _settings = settings;
        _seen = new HashSet<T>(Terms.Comparer<T>());
        _isMissing = Terms.IsMissing<T>(itemType);
    }

    internal override void Bind(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType)
            _vector = row.GetGetter<VBuffer<T>>(column);
        else
            _scalar = row.GetGetter<T>(column);
    }

    internal override void Learn()
    {
        if (_scalar is not null)
        {
            _scalar(ref _value);
            Learn(_value);
            return;
        }

        _vector!(ref _buffer);
        if (_buffer.IsDense)
        {
            foreach (ref readonly var item in _buffer.GetValues())
                Learn(item);
            return;
        }

        foreach (var item in _buffer.DenseValues())
            Learn(item);
    }

    internal override TermMap Finish()
    {
        var values = _order.ToArray();
        if (_settings.Ordinality == ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            Array.Sort(values, Terms.Order<T>());
        return new TermMap<T>(_itemType, values);
    }

    private void Learn(T value)
    {
        if (_order.Count >= _settings.MaximumCount || _isMissing(value) || _seen.Contains(value))
            return;

        // Text may lie in a buffer that the source reuses.
        var kept = value is ReadOnlyMemory<char> text ? (T)(object)text.ToString().AsMemory() : value;
        _seen.Add(kept);
        _order.Add(kept);
    }
}
