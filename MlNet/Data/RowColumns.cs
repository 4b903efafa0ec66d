namespace Microsoft.ML.Data;

/// <summary>The checks that every row makes when a getter is asked for.</summary>
internal static class RowColumns
{
    internal static bool IsActive(bool[] active, DataViewSchema.Column column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column.Index, active.Length, nameof(column));
        return active[column.Index];
    }

    internal static void CheckActive(bool[] active, DataViewSchema.Column column)
    {
        if (!IsActive(active, column))
            throw new ArgumentOutOfRangeException(nameof(column), "requested column not active");
    }

    internal static ValueGetter<TValue> Cast<TValue>(Delegate? getter, DataViewSchema.Column column) =>
        getter as ValueGetter<TValue> ?? throw WrongType<TValue>(column);

    internal static InvalidOperationException WrongType<TValue>(DataViewSchema.Column column) =>
        new($"Invalid TValue in GetGetter for column #{column.Name}: {column.Type}: '{typeof(TValue)}', expected type: '{column.Type.RawType}'.");

    internal static bool[] ActiveOf(DataViewSchema schema, IEnumerable<DataViewSchema.Column> columns)
    {
        var active = new bool[schema.Count];
        foreach (var column in columns)
            active[column.Index] = true;
        return active;
    }
}
