namespace Microsoft.Data.Analysis;

/// <summary>Columns by the type of their values.</summary>
internal static class DataFrameColumns
{
    /// <exception cref="NotSupportedException">There is no column of that type.</exception>
    internal static DataFrameColumn Create(Type type, string name) => TryCreate(type, name)
        ?? throw new NotSupportedException($"{type.Name} is not a supported column type.");

    internal static DataFrameColumn? TryCreate(Type type, string name) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new BooleanDataFrameColumn(name),
        TypeCode.Char => new CharDataFrameColumn(name),
        TypeCode.SByte => new SByteDataFrameColumn(name),
        TypeCode.Byte => new ByteDataFrameColumn(name),
        TypeCode.Int16 => new Int16DataFrameColumn(name),
        TypeCode.UInt16 => new UInt16DataFrameColumn(name),
        TypeCode.Int32 => new Int32DataFrameColumn(name),
        TypeCode.UInt32 => new UInt32DataFrameColumn(name),
        TypeCode.Int64 => new Int64DataFrameColumn(name),
        TypeCode.UInt64 => new UInt64DataFrameColumn(name),
        TypeCode.Single => new SingleDataFrameColumn(name),
        TypeCode.Double => new DoubleDataFrameColumn(name),
        TypeCode.Decimal => new DecimalDataFrameColumn(name),
        TypeCode.DateTime => new DateTimeDataFrameColumn(name),
        TypeCode.String => new StringDataFrameColumn(name),
        _ => null,
    };
}
