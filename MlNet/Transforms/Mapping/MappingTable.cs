using System.Globalization;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Pairs that users give, as a view with the columns Key and Value.</summary>
internal static class MappingTable
{
    internal const string KeyColumn = "Key";
    internal const string ValueColumn = "Value";

    internal static IDataView Of<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs, bool valuesAreKeys)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var all = pairs.ToArray();
        var values = Array.ConvertAll(all, pair => pair.Value);
        return new ColumnArraysView(KeysOf(all), valuesAreKeys ? AsKeys(values) : (Column(ValueColumn, TypeOf<TValue>()), Raw(values)));
    }

    internal static IDataView Of<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue[]>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var all = pairs.ToArray();
        return new ColumnArraysView(KeysOf(all), (Column(ValueColumn, new VectorDataViewType(TypeOf<TValue>(), SizeOf(all))), Vectors(all)));
    }

    private static (DataViewSchema.DetachedColumn Column, Array Values) KeysOf<TKey, TValue>(KeyValuePair<TKey, TValue>[] pairs) =>
        (Column(KeyColumn, TypeOf<TKey>()), Raw(Array.ConvertAll(pairs, pair => pair.Key)));

    /// <summary>Unsigned numbers are the keys as they are; other values get keys by their first occurrence.</summary>
    private static (DataViewSchema.DetachedColumn Column, Array Values) AsKeys<T>(T[] values)
    {
        var distinct = values.Distinct().ToArray();
        var names = Array.ConvertAll(distinct, value => Convert.ToString(value, CultureInfo.InvariantCulture).AsMemory());
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add(AnnotationKinds.KeyValues, new VectorDataViewType(TextDataViewType.Instance, names.Length), AnnotationGetters.Vector(names));
        Array keys = values is uint[] or ulong[]
            ? values
            : Array.ConvertAll(values, value => (uint)Array.IndexOf(distinct, value) + 1);
        return (new DataViewSchema.DetachedColumn(ValueColumn, new KeyDataViewType(keys.GetType().GetElementType()!, (ulong)distinct.Length), annotations.ToAnnotations()), keys);
    }

    private static DataViewSchema.DetachedColumn Column(string name, DataViewType type) => new(name, type);

    private static PrimitiveDataViewType TypeOf<T>() =>
        NumberTypes.TryGet(typeof(T)) ?? throw new InvalidOperationException($"Unsupported type {typeof(T)} used in mapping.");

    private static Array Raw<T>(T[] values) => values is string?[] texts ? Array.ConvertAll(texts, text => text.AsMemory()) : values;

    // As in ML.NET, vectors of one length have a known size.
    private static int SizeOf<TKey, TValue>(KeyValuePair<TKey, TValue[]>[] pairs) =>
        pairs.Length > 0 && Array.TrueForAll(pairs, pair => pair.Value.Length == pairs[0].Value.Length) ? pairs[0].Value.Length : 0;

    private static Array Vectors<TKey, TValue>(KeyValuePair<TKey, TValue[]>[] pairs) => typeof(TValue) == typeof(string)
        ? Array.ConvertAll(pairs, pair => Buffer((ReadOnlyMemory<char>[])Raw(pair.Value)))
        : Array.ConvertAll(pairs, pair => Buffer((TValue[])pair.Value.Clone()));

    private static VBuffer<T> Buffer<T>(T[] items) => new(items.Length, items);
}
