using System.Reflection;
using MlNetFashion.Interchange.Idv;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Transforms;

/// <summary>Reads maps from values to keys.</summary>
internal static class TermMaps
{
    internal static TermMap Read(ModelBlockReader reader)
    {
        var form = reader.ReadByte();
        if (form == TermMap<int>.TextForm)
        {
            var texts = new ReadOnlyMemory<char>[reader.ReadCount(sizeof(int))];
            for (var index = 0; index < texts.Length; index++)
                texts[index] = reader.ReadString().AsMemory();
            return new TermMap<ReadOnlyMemory<char>>(TextDataViewType.Instance, texts);
        }

        if (form != TermMap<int>.CodecForm)
            throw reader.Fault($"there is no form {form} of a map from values to keys");
        var idvType = IdvCodec.ReadType(reader);
        if (IdvTypes.ToDataViewType(idvType, reader.Source) is not PrimitiveDataViewType type || !TermMap.Supports(type))
            throw reader.Fault($"values of type {idvType} have no keys");
        var values = IdvValues.Read(reader, idvType.Primitive, type is BooleanDataViewType ? ReadTruthCount(reader) : reader.ReadCount());
        return (TermMap)typeof(TermMaps).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.RawType).Invoke(null, [type, values])!;
    }

    /// <summary>Truth values share a byte, and there are two of them.</summary>
    private static int ReadTruthCount(ModelBlockReader reader) =>
        reader.ReadInt32() is >= 0 and <= 2 and var count ? count : throw reader.Fault("a map has more than two truth values");

    private static TermMap<T> Create<T>(PrimitiveDataViewType type, Array values)
        where T : notnull => new(type, values as T[] ?? [.. values.Cast<string>().Select(text => (T)(object)text.AsMemory())]);
}
