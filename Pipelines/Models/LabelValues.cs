using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Pipelines.Models;

/// <summary>The values behind the keys of a label column.</summary>
public static class LabelValues
{
    private const string KeyValues = "KeyValues";

    /// <summary>The label's values in the order of its keys: a <c>string[]</c>, or an array of the numbers they are; null where it has none.</summary>
    public static Array? Of(DataViewSchema.Column label)
    {
        if (label.Annotations.Schema.GetColumnOrNull(KeyValues)?.Type is not VectorDataViewType { ItemType: var item })
            return null;
        return item switch
        {
            TextDataViewType => Array.ConvertAll(Read<ReadOnlyMemory<char>>(label), text => text.ToString()),
            BooleanDataViewType => Read<bool>(label),
            NumberDataViewType => Type.GetTypeCode(item.RawType) switch
            {
                TypeCode.Single => Read<float>(label),
                TypeCode.Double => Read<double>(label),
                TypeCode.SByte => Read<sbyte>(label),
                TypeCode.Byte => Read<byte>(label),
                TypeCode.Int16 => Read<short>(label),
                TypeCode.UInt16 => Read<ushort>(label),
                TypeCode.Int32 => Read<int>(label),
                TypeCode.UInt32 => Read<uint>(label),
                TypeCode.Int64 => Read<long>(label),
                TypeCode.UInt64 => Read<ulong>(label),
                _ => null,
            },
            _ => null,
        };
    }

    private static T[] Read<T>(DataViewSchema.Column label)
    {
        VBuffer<T> values = default;
        label.Annotations.GetValue(KeyValues, ref values);
        return [.. values.DenseValues()];
    }
}
