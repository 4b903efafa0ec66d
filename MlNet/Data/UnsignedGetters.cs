namespace Microsoft.ML.Data;

/// <summary>Raw key values whatever their raw type.</summary>
internal static class UnsignedGetters
{
    /// <summary>Fetches the raw value of a key column at the row that the cursor stands on.</summary>
    internal static Func<ulong> Create(DataViewRow row, DataViewSchema.Column column)
    {
        var type = column.Type.RawType;
        if (type == typeof(byte))
            return Widened<byte>(row, column, value => value);
        if (type == typeof(ushort))
            return Widened<ushort>(row, column, value => value);
        return type == typeof(uint) ? Widened<uint>(row, column, value => value) : Widened<ulong>(row, column, value => value);
    }

    private static Func<ulong> Widened<T>(DataViewRow row, DataViewSchema.Column column, Func<T, ulong> widen)
    {
        var get = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            get(ref value);
            return widen(value);
        };
    }
}
