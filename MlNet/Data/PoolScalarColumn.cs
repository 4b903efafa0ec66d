namespace Microsoft.ML.Data;

/// <summary>A column of rows read ahead, whose slots are used again and again.</summary>
internal sealed class PoolScalarColumn<T>(int size) : PoolColumn
{
    private readonly T[] _values = new T[size];
    private ValueGetter<T>? _getter;

    internal override void Bind(DataViewRow row, DataViewSchema.Column column) => _getter = row.GetGetter<T>(column);

    internal override void Store(int slot)
    {
        _getter!(ref _values[slot]);
        if (_values is ReadOnlyMemory<char>[] texts)
            texts[slot] = texts[slot].ToArray();
    }

    internal override Delegate CreateGetter(CachePosition position) => (ValueGetter<T>)((ref T value) => value = _values[position.Checked]);
}
