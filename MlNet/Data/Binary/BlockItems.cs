using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Data;

/// <summary>Runs of single values between a view and the blocks of an IDV file.</summary>
internal static class BlockItems
{
    internal static void Write<T>(ByteWriter writer, IdvPrimitive primitive, List<T> items) => IdvValues.Write(writer, primitive, items switch
    {
        List<ReadOnlyMemory<char>> texts => texts.ConvertAll(text => text.ToString()).ToArray(),
        List<DataViewRowId> ids => ids.ConvertAll(id => new UInt128(id.High, id.Low)).ToArray(),
        _ => items.ToArray(),
    });

    internal static T[] Read<T>(ByteReader reader, IdvPrimitive primitive, int count) => IdvValues.Read(reader, primitive, count) switch
    {
        string[] texts => (T[])(object)Array.ConvertAll(texts, text => text.AsMemory()),
        UInt128[] ids => (T[])(object)Array.ConvertAll(ids, id => new DataViewRowId((ulong)id, (ulong)(id >> 64))),
        var items => (T[])items,
    };

    /// <summary>The bytes that values will take, as ML.NET estimates them when it chooses the length of blocks.</summary>
    internal static long Estimate(IdvPrimitive primitive, long count, long characters) => primitive switch
    {
        IdvPrimitive.SByte or IdvPrimitive.Byte => count,
        IdvPrimitive.Int16 or IdvPrimitive.UInt16 => 2 * count,
        IdvPrimitive.Int32 or IdvPrimitive.UInt32 or IdvPrimitive.Single => 4 * count,
        IdvPrimitive.Text => (4 * (1 + count)) + characters,
        IdvPrimitive.Boolean => 4 * (((count - 1) >> 4) + 1),
        IdvPrimitive.DateTimeOffset => 10 * count,
        IdvPrimitive.RowId => 16 * count,
        _ => 8 * count,
    };
}
