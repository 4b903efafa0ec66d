namespace Microsoft.ML.Data;

/// <summary>The column types that stand for plain .NET types.</summary>
internal static class NumberTypes
{
    internal static NumberDataViewType Of(Type rawType) =>
        TryGet(rawType) as NumberDataViewType ?? throw new ArgumentException($"A number type was expected. Received: {rawType}.", nameof(rawType));

    /// <summary>The primitive column type over a .NET type, or null.</summary>
    internal static PrimitiveDataViewType? TryGet(Type type)
    {
        if (type == typeof(ReadOnlyMemory<char>) || type == typeof(string))
            return TextDataViewType.Instance;
        if (type == typeof(bool))
            return BooleanDataViewType.Instance;
        if (type == typeof(DateTime))
            return DateTimeDataViewType.Instance;
        if (type == typeof(DateTimeOffset))
            return DateTimeOffsetDataViewType.Instance;
        if (type == typeof(TimeSpan))
            return TimeSpanDataViewType.Instance;
        if (type == typeof(DataViewRowId))
            return RowIdDataViewType.Instance;
        if (type.IsEnum)
            return null;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.SByte => NumberDataViewType.SByte,
            TypeCode.Byte => NumberDataViewType.Byte,
            TypeCode.Int16 => NumberDataViewType.Int16,
            TypeCode.UInt16 => NumberDataViewType.UInt16,
            TypeCode.Int32 => NumberDataViewType.Int32,
            TypeCode.UInt32 => NumberDataViewType.UInt32,
            TypeCode.Int64 => NumberDataViewType.Int64,
            TypeCode.UInt64 => NumberDataViewType.UInt64,
            TypeCode.Single => NumberDataViewType.Single,
            TypeCode.Double => NumberDataViewType.Double,
            _ => null,
        };
    }
}
