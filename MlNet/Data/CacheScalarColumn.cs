namespace Microsoft.ML.Data;

/// <summary>A column of single values, one array.</summary>
internal sealed class CacheScalarColumn<T>(int capacity) : CacheColumn
{
    private T[] _values = new T[capacity];
    private int _count;
    private ValueGetter<T>? _getter;

    internal ReadOnlySpan<T> Values => _values.AsSpan(0, _count);

    internal override void Bind(DataViewRow row, DataViewSchema.Column column) => _getter = row.GetGetter<T>(column);

    internal override void Add()
    {
        if (_count == _values.Length)
            Array.Resize(ref _values, Math.Max(256, _count * 2));
        T value = default!;
        _getter!(ref value);
        _values[_count++] = value is ReadOnlyMemory<char> text ? (T)(object)new ReadOnlyMemory<char>(text.ToArray()) : value;
    }

    internal override void Freeze()
    {
        _getter = null;
        if (_values.Length > _count + (_count / 8))
            Array.Resize(ref _values, _count);
    }

    internal override Delegate CreateGetter(CachePosition position)
    {
        var values = _values;
        return (ValueGetter<T>)((ref T value) => value = values[position.Checked]);
    }
}
