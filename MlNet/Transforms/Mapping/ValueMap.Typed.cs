using System.Reflection;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>A table of keys and values. What is not in it becomes what empty text would: 0, empty, a missing key.</summary>
internal sealed class ValueMap<TKey, TValue> : ValueMap
    where TKey : notnull
{
    private readonly DataViewSchema.Column _key;
    private readonly DataViewSchema.Column _value;
    private readonly List<TKey> _keys = [];
    private readonly List<TValue> _values = [];
    private readonly Dictionary<TKey, TValue> _map = new(Terms.Comparer<TKey>());
    private readonly TValue _missing = default!;

    public ValueMap(DataViewSchema.Column key, DataViewSchema.Column value)
    {
        _key = key;
        _value = value;
        if (value.Type is not VectorDataViewType and not KeyDataViewType && ValueConversions.Find<ReadOnlyMemory<char>, TValue>() is { } convert)
            convert(ReadOnlyMemory<char>.Empty, ref _missing);
    }

    internal override IDataView ToView() => new ColumnArraysView(
        (new DataViewSchema.DetachedColumn(MappingTable.KeyColumn, _key.Type, _key.Annotations), _keys.ToArray()),
        (new DataViewSchema.DetachedColumn(MappingTable.ValueColumn, _value.Type, _value.Annotations), _values.ToArray()));

    private protected override void Fill(IDataView lookup)
    {
        using var cursor = lookup.GetRowCursor([_key, _value]);
        var getKey = cursor.GetGetter<TKey>(_key);
        var getValue = cursor.GetGetter<TValue>(_value);
        while (cursor.MoveNext())
        {
            TKey from = default!;
            TValue to = default!;
            getKey(ref from);
            getValue(ref to);
            from = Kept(from);
            to = Kept(to);
            if (!_map.TryAdd(from, to))
                throw new InvalidOperationException($"Duplicate keys in data '{from}'");
            _keys.Add(from);
            _values.Add(to);
        }
    }

    internal override Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType)
            return OfVectors(row.GetGetter<VBuffer<TKey>>(column));
        var get = row.GetGetter<TKey>(column);
        if (_value.Type is VectorDataViewType vector)
        {
            return (Delegate)GetType().GetMethod(nameof(ToVectors), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(vector.ItemType.RawType).Invoke(this, [get])!;
        }

        TKey key = default!;
        return (ValueGetter<TValue>)((ref TValue value) =>
        {
            get(ref key);
            value = _map.GetValueOrDefault(key, _missing);
        });
    }

    // The rows' own vectors are theirs to change; the table's are copied out.
    private ValueGetter<VBuffer<TItem>> ToVectors<TItem>(ValueGetter<TKey> get)
    {
        var map = (Dictionary<TKey, VBuffer<TItem>>)(object)_map;
        TKey key = default!;
        return (ref VBuffer<TItem> value) =>
        {
            get(ref key);
            map.GetValueOrDefault(key).CopyTo(ref value);
        };
    }

    private ValueGetter<VBuffer<TValue>> OfVectors(ValueGetter<VBuffer<TKey>> get)
    {
        var keys = default(VBuffer<TKey>);
        return (ref VBuffer<TValue> values) =>
        {
            get(ref keys);
            var editor = VBufferEditor.Create(ref values, keys.Length);
            var index = 0;
            foreach (var key in keys.DenseValues())
                editor.Values[index++] = _map.GetValueOrDefault(key, _missing);
            values = editor.Commit();
        };
    }

    // Text may lie in memory that the cursor uses again.
    private static T Kept<T>(T value) => value is ReadOnlyMemory<char> text ? (T)(object)(ReadOnlyMemory<char>)text.ToArray() : value;
}
