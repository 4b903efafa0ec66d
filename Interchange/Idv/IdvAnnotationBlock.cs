using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>The stored form of one annotation's value: one item in its codec, deflated where that is shorter.</summary>
internal static class IdvAnnotationBlock
{
    private const int LongestVector = 256 << 20;

    public static (IdvCompression Compression, byte[] Bytes) Write(IdvAnnotation annotation)
    {
        var writer = new ByteWriter();
        if (annotation.Type.IsVector)
            WriteVector(writer, annotation);
        else
            IdvValues.Write(writer, annotation.Type.Primitive, OneItem(annotation));

        var plain = writer.ToArray();
        var deflated = IdvPacking.Deflate(plain);
        return deflated.Length < plain.Length ? (IdvCompression.Deflate, deflated) : (IdvCompression.None, plain);
    }

    public static object Read(ReadOnlyMemory<byte> plain, IdvType type, string source)
    {
        var reader = new ByteReader(plain, source);
        object value = type.IsVector ? ReadVector(reader, type) : IdvValues.Read(reader, type.Primitive, 1).GetValue(0)!;
        return reader.Remaining == 0 ? value : throw reader.Fault($"{reader.Remaining} bytes are left behind a value of {type}");
    }

    // The codec stores many vectors at once; here it is one: their number, their common length (0 where they have none, and
    // then the length of each), how many values of each are stored (-1: all), the indices of those, the values.
    private static void WriteVector(ByteWriter writer, IdvAnnotation annotation)
    {
        if (annotation.Value is not Array values || values.Rank != 1)
            throw new ArgumentException($"The annotation '{annotation.Name}' of {annotation.Type} needs an array. Received: {annotation.Value}.");
        var size = annotation.Type.VectorSize;
        if (size != 0 && size != values.Length)
            throw new ArgumentException($"The annotation '{annotation.Name}' of {annotation.Type} needs {size} values. Received: {values.Length}.");
        writer.WriteInt32(1);
        writer.WriteInt32(values.Length);
        if (values.Length == 0)
            writer.WriteInt32(0);
        writer.WriteInt32(-1);
        writer.WriteInt32(0);
        IdvValues.Write(writer, annotation.Type.Primitive, values);
    }

    private static Array ReadVector(ByteReader reader, IdvType type)
    {
        if (reader.ReadInt32() is not 1 and var vectors)
            throw reader.Fault($"expected one vector, found {vectors}");
        var length = reader.ReadInt32();
        if (length != type.VectorSize && type.VectorSize != 0)
            throw reader.Fault($"a vector of {length} slots stands where {type} was announced");
        if (length == 0)
            length = reader.ReadInt32();
        var stored = reader.ReadInt32();
        var indices = reader.ReadCountedValues<int>();
        if (length < 0 || length > LongestVector || (stored == -1 ? indices.Length != 0 : indices.Length != stored))
            throw reader.Fault($"a vector of {length} slots says it has {stored} values and {indices.Length} indices");
        var values = IdvValues.Read(reader, type.Primitive, stored == -1 ? length : stored);
        return stored == -1 ? values : Spread(reader, values, indices, length);
    }

    private static Array Spread(ByteReader reader, Array values, int[] indices, int length)
    {
        var dense = Array.CreateInstance(values.GetType().GetElementType()!, length);
        if (dense is string[] texts)
            Array.Fill(texts, "");
        var last = -1;
        for (var i = 0; i < indices.Length; last = indices[i++])
        {
            if (indices[i] <= last || indices[i] >= length)
                throw reader.Fault($"the index {indices[i]} follows {last} in a vector of {length} slots");
            dense.SetValue(values.GetValue(i), indices[i]);
        }

        return dense;
    }

    private static Array OneItem(IdvAnnotation annotation)
    {
        var items = Array.CreateInstance(annotation.Value.GetType(), 1);
        items.SetValue(annotation.Value, 0);
        return items;
    }
}
