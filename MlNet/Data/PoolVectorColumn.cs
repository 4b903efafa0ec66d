namespace Microsoft.ML.Data;

/// <summary>A vector column of rows read ahead, whose slots are used again and again.</summary>
internal sealed class PoolVectorColumn<T>(int size) : PoolColumn
{
    private readonly VBuffer<T>[] _values = new VBuffer<T>[size];
    private ValueGetter<VBuffer<T>>? _getter;

    internal override void Bind(DataViewRow row, DataViewSchema.Column column) => _getter = row.GetGetter<VBuffer<T>>(column);

    internal override void Store(int slot)
    {
        _getter!(ref _values[slot]);
        if (_values[slot].ValuesArray is ReadOnlyMemory<char>[] texts)
        {
            for (var index = 0; index < _values[slot].GetValues().Length; index++)
                texts[index] = texts[index].ToArray();
        }
    }

    internal override Delegate CreateGetter(CachePosition position) =>
        (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) => _values[position.Checked].CopyTo(ref value));
}
