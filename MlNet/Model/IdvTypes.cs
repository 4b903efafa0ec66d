using MlNetFashion.Interchange.Idv;
using Microsoft.ML.Data;

namespace Microsoft.ML.Model;

/// <summary>Column types as IDV files name them.</summary>
internal static class IdvTypes
{
    /// <summary>The type in an IDV file, or null where such files know none, as for images.</summary>
    internal static IdvType? TryFrom(DataViewType type)
    {
        if (type is VectorDataViewType vector)
            return TryFrom(vector.ItemType) is { } item ? item with { Dimensions = vector.Dimensions } : null;
        if (type is KeyDataViewType key)
            return PrimitiveOf(key.RawType) is { } primitive ? IdvType.Key(primitive, key.Count) : null;
        return type is PrimitiveDataViewType && PrimitiveOf(type.RawType) is { } single ? new IdvType(single) : null;
    }

    internal static DataViewType ToDataViewType(IdvType type, string source)
    {
        PrimitiveDataViewType item = PrimitiveOf(type.Primitive);
        if (type.KeyCount is { } count)
        {
            if (!KeyDataViewType.IsValidDataType(item.RawType))
                throw new InvalidDataException($"{source} is damaged: a key cannot be a {item}.");

            // Old files write 0 for a key of unknown count.
            var maximum = KeyDataViewType.MaximumCount(item.RawType);
            if (count > maximum)
                throw new InvalidDataException($"{source} is damaged: a key over {item} cannot have {count} values.");
            item = new KeyDataViewType(item.RawType, count == 0 ? maximum : count);
        }

        return type.Dimensions is { } dimensions
            ? new VectorDataViewType(item, dimensions.IsEmpty ? [0] : dimensions)
            : item;
    }

    private static IdvPrimitive? PrimitiveOf(Type rawType) => Type.GetTypeCode(rawType) switch
    {
        TypeCode.SByte => IdvPrimitive.SByte,
        TypeCode.Byte => IdvPrimitive.Byte,
        TypeCode.Int16 => IdvPrimitive.Int16,
        TypeCode.UInt16 => IdvPrimitive.UInt16,
        TypeCode.Int32 => IdvPrimitive.Int32,
        TypeCode.UInt32 => IdvPrimitive.UInt32,
        TypeCode.Int64 => IdvPrimitive.Int64,
        TypeCode.UInt64 => IdvPrimitive.UInt64,
        TypeCode.Single => IdvPrimitive.Single,
        TypeCode.Double => IdvPrimitive.Double,
        TypeCode.Boolean => IdvPrimitive.Boolean,
        TypeCode.DateTime => IdvPrimitive.DateTime,
        _ when rawType == typeof(ReadOnlyMemory<char>) => IdvPrimitive.Text,
        _ when rawType == typeof(TimeSpan) => IdvPrimitive.TimeSpan,
        _ when rawType == typeof(DateTimeOffset) => IdvPrimitive.DateTimeOffset,
        _ when rawType == typeof(DataViewRowId) => IdvPrimitive.RowId,
        _ => null,
    };

    private static PrimitiveDataViewType PrimitiveOf(IdvPrimitive primitive) => primitive switch
    {
        IdvPrimitive.SByte => NumberDataViewType.SByte,
        IdvPrimitive.Byte => NumberDataViewType.Byte,
        IdvPrimitive.Int16 => NumberDataViewType.Int16,
        IdvPrimitive.UInt16 => NumberDataViewType.UInt16,
        IdvPrimitive.Int32 => NumberDataViewType.Int32,
        IdvPrimitive.UInt32 => NumberDataViewType.UInt32,
        IdvPrimitive.Int64 => NumberDataViewType.Int64,
        IdvPrimitive.UInt64 => NumberDataViewType.UInt64,
        IdvPrimitive.Single => NumberDataViewType.Single,
        IdvPrimitive.Double => NumberDataViewType.Double,
        IdvPrimitive.Text => TextDataViewType.Instance,
        IdvPrimitive.Boolean => BooleanDataViewType.Instance,
        IdvPrimitive.TimeSpan => TimeSpanDataViewType.Instance,
        IdvPrimitive.DateTime => DateTimeDataViewType.Instance,
        IdvPrimitive.DateTimeOffset => DateTimeOffsetDataViewType.Instance,
        IdvPrimitive.RowId => RowIdDataViewType.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(primitive), primitive, "There is no such kind of value."),
    };
}
