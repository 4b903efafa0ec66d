using System.Collections.Immutable;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>
/// Descriptors of types as IDV files and ML.NET's term maps spell them: a name, the length of its parameters, the parameters.
/// </summary>
public static class IdvCodec
{
    private const string Key = "Key2";
    private const string Vector = "VBuffer";
    private const int MostDimensions = 64;

    public static void WriteType(ByteWriter writer, IdvType type)
    {
        if (type.Dimensions is { } dimensions)
        {
            var parameters = new ByteWriter();
            WriteType(parameters, type with { Dimensions = null });
            parameters.WriteCountedValues(dimensions.AsSpan());
            WriteCodec(writer, Vector, parameters.Written.Span);
        }
        else if (type.KeyCount is { } count)
        {
            var parameters = new ByteWriter();
            WriteType(parameters, new IdvType(type.Primitive));
            parameters.WriteUInt64(count);
            WriteCodec(writer, Key, parameters.Written.Span);
        }
        else
        {
            WriteCodec(writer, NameOf(type.Primitive), []);
        }
    }

    /// <exception cref="InvalidDataException">The descriptor is damaged, or of a type that is not known.</exception>
    public static IdvType ReadType(ByteReader reader)
    {
        var (name, parameters) = ReadCodec(reader);
        var type = name == Vector ? ReadVector(parameters) : ReadItem(name, parameters);
        return parameters.Remaining == 0 ? type : throw parameters.Fault($"the parameters of codec '{name}' are too long");
    }

    private static IdvType ReadVector(ByteReader parameters)
    {
        var (name, itemParameters) = ReadCodec(parameters);
        var item = ReadItem(name, itemParameters);
        if (itemParameters.Remaining != 0)
            throw itemParameters.Fault($"the parameters of codec '{name}' are too long");
        var dimensions = parameters.ReadCountedValues<int>().ToImmutableArray();
        long size = 1;
        foreach (var dimension in dimensions)
        {
            if (dimension < 0 || dimensions.Length > MostDimensions || (size *= Math.Max(1, dimension)) > int.MaxValue)
                throw parameters.Fault($"a vector has the impossible dimensions {string.Join(" x ", dimensions.Take(MostDimensions))}");
        }

        return item with { Dimensions = dimensions };
    }

    private static IdvType ReadItem(string name, ByteReader parameters)
    {
        if (name != Key)
            return new IdvType(PrimitiveOf(name, parameters));
        var (rawName, rawParameters) = ReadCodec(parameters);
        var raw = PrimitiveOf(rawName, rawParameters);
        if (raw is not (IdvPrimitive.Byte or IdvPrimitive.UInt16 or IdvPrimitive.UInt32 or IdvPrimitive.UInt64))
            throw parameters.Fault($"a key is an unsigned integer, found {raw}");
        return IdvType.Key(raw, parameters.ReadUInt64());
    }

    private static (string Name, ByteReader Parameters) ReadCodec(ByteReader reader)
    {
        var name = reader.ReadText();
        var length = reader.ReadLeb128();
        if (length > (ulong)reader.Remaining)
            throw reader.Fault($"codec '{name}' says {length} bytes of parameters, but {reader.Remaining} are left");
        return (name, new ByteReader(reader.ReadBytes((int)length), reader.Source));
    }

    private static void WriteCodec(ByteWriter writer, string name, ReadOnlySpan<byte> parameters)
    {
        writer.WriteText(name);
        writer.WriteLeb128((ulong)parameters.Length);
        writer.WriteBytes(parameters);
    }

    private static string NameOf(IdvPrimitive primitive) => primitive switch
    {
        IdvPrimitive.Text => "TextSpan",
        IdvPrimitive.RowId => "DataViewRowId",
        _ => primitive.ToString(),
    };

    private static IdvPrimitive PrimitiveOf(string name, ByteReader parameters)
    {
        foreach (var primitive in Enum.GetValues<IdvPrimitive>())
        {
            if (NameOf(primitive) == name)
                return primitive;
        }

        throw parameters.Fault($"the codec '{name}' is not known");
    }
}
