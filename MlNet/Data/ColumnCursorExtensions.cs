using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>The values of one column, one after another.</summary>
public static class ColumnCursorExtensions
{
    /// <summary>The values of a column. Text also comes as string, vectors also as arrays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public static IEnumerable<T> GetColumn<T>(this IDataView data, string columnName)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(columnName);
        return data.GetColumn<T>(data.Schema[columnName]);
    }

    /// <summary>The values of a column. Text also comes as string, vectors also as arrays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column's values are not of that type.</exception>
    public static IEnumerable<T> GetColumn<T>(this IDataView data, DataViewSchema.Column column)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (typeof(T) == column.Type.RawType)
            return typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(VBuffer<>)
                ? FreshValues<T>(data, column)
                : Values<T, T>(data, column, value => value);
        if (typeof(T) == typeof(string) && column.Type is TextDataViewType)
            return (IEnumerable<T>)Values<ReadOnlyMemory<char>, string>(data, column, value => value.ToString());
        if (typeof(T).IsArray && column.Type is VectorDataViewType vector)
        {
            var item = typeof(T).GetElementType()!;
            if (item == typeof(string) && vector.ItemType is TextDataViewType)
                return (IEnumerable<T>)Values<VBuffer<ReadOnlyMemory<char>>, string[]>(data, column, value => [.. value.DenseValues().Select(text => text.ToString())]);
            if (item == vector.ItemType.RawType)
            {
                return (IEnumerable<T>)typeof(ColumnCursorExtensions).GetMethod(nameof(Arrays), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(item).Invoke(null, [data, column])!;
            }
        }

        throw new ArgumentOutOfRangeException(
            nameof(column), $"Cannot map column (name: {column.Name}, type: {column.Type}) in data to the user-defined type, {typeof(T)}.");
    }

    private static IEnumerable<TItem[]> Arrays<TItem>(IDataView data, DataViewSchema.Column column) =>
        Values<VBuffer<TItem>, TItem[]>(data, column, value =>
        {
            var items = new TItem[value.Length];
            value.CopyTo(items);
            return items;
        });

    private static IEnumerable<TResult> Values<TSource, TResult>(IDataView data, DataViewSchema.Column column, Func<TSource, TResult> convert)
    {
        using var cursor = data.GetRowCursor([column]);
        var get = cursor.GetGetter<TSource>(column);
        TSource value = default!;
        while (cursor.MoveNext())
        {
            get(ref value);
            yield return convert(value);
        }
    }

    // Every vector in arrays of its own, as whoever enumerates may keep it.
    private static IEnumerable<T> FreshValues<T>(IDataView data, DataViewSchema.Column column)
    {
        using var cursor = data.GetRowCursor([column]);
        var get = cursor.GetGetter<T>(column);
        while (cursor.MoveNext())
        {
            T value = default!;
            get(ref value);
            yield return value;
        }
    }
}
