using System.Collections.Immutable;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>Reads the columns of an IDV file, such as the entries <c>Schema</c> and <c>TrainSchema</c> of a model.</summary>
public static class IdvSchemaReader
{
    // The least an entry takes: an empty name, a nameless codec, and its fixed fields.
    private const int SmallestEntry = 1 + 2 + 1 + 1 + 8 + 8;

    /// <param name="bytes">The whole file.</param>
    /// <param name="source">The file's name, for error sentences.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or has types that are not known.</exception>
    public static ImmutableArray<IdvColumn> Read(ReadOnlyMemory<byte> bytes, string source)
    {
        var reader = new ByteReader(bytes, source);
        var header = IdvHeader.Read(reader);
        if ((long)header.Columns * SmallestEntry > header.TailOffset - header.ContentsOffset)
            throw reader.Fault($"its table of contents has no room for {header.Columns} columns");

        reader.Position = (int)header.ContentsOffset;
        var columns = ImmutableArray.CreateBuilder<IdvColumn>(header.Columns);
        for (var i = 0; i < header.Columns; i++)
        {
            var name = reader.ReadText();
            var type = IdvCodec.ReadType(reader);
            ReadCompression(reader);
            reader.ReadLeb128(); // rows per block
            reader.ReadInt64(); // where the blocks are listed
            var annotations = reader.ReadInt64();
            columns.Add(new IdvColumn(name, type, ReadAnnotations(reader, header, annotations, name)));
        }

        if (reader.Position != header.TailOffset)
            throw reader.Fault($"its table of contents ends {header.TailOffset - reader.Position} bytes before the tail");
        return columns.MoveToImmutable();
    }

    private static ImmutableArray<IdvAnnotation> ReadAnnotations(ByteReader reader, IdvHeader header, long offset, string column)
    {
        if (offset == 0)
            return [];
        CheckArea(reader, header, offset, 1);
        var back = reader.Position;
        reader.Position = (int)offset;
        var count = reader.ReadLeb128();
        if (count > (ulong)reader.Remaining)
            throw reader.Fault($"the column '{column}' cannot have {count} annotations");

        var annotations = ImmutableArray.CreateBuilder<IdvAnnotation>();
        for (ulong i = 0; i < count; i++)
        {
            var name = reader.ReadText();
            var type = IdvCodec.ReadType(reader);
            var compression = ReadCompression(reader);
            var start = reader.ReadInt64();
            var length = reader.ReadLeb128();
            CheckArea(reader, header, start, length);
            var next = reader.Position;
            reader.Position = (int)start;
            var stored = reader.ReadBytes((int)length);
            var value = IdvAnnotationBlock.Read(stored, compression, type, $"The annotation '{name}' of column '{column}' in {reader.Source}");
            annotations.Add(new IdvAnnotation(name, type, value));
            reader.Position = next;
        }

        reader.Position = back;
        return annotations.ToImmutable();
    }

    private static void CheckArea(ByteReader reader, IdvHeader header, long start, ulong length)
    {
        if (start < IdvHeader.Length || start > header.TailOffset || length > (ulong)(header.TailOffset - start))
            throw reader.Fault($"{length} bytes at {start} do not lie inside it");
    }

    private static IdvCompression ReadCompression(ByteReader reader)
    {
        var compression = (IdvCompression)reader.ReadByte();
        return Enum.IsDefined(compression) ? compression : throw reader.Fault($"there is no compression {(byte)compression}");
    }
}
