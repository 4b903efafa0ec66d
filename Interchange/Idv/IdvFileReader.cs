using System.Buffers.Binary;
using System.Collections.Immutable;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>
/// Reads an IDV file that nobody vouches for. Only its tables are kept; blocks of rows are read one by one, from whatever stream over the file
/// the caller has, so that several readers can go their own ways.
/// </summary>
public sealed class IdvFileReader
{
    // The least an entry takes: an empty name, a nameless codec, and its fixed fields.
    private const int SmallestEntry = 1 + 2 + 1 + 1 + 8 + 8;
    private const int LargestTable = 256 << 20;
    private const int AnnotationWindow = 4 << 20;

    // All annotations of a file together, unpacked.
    private const long MostAnnotationBytes = 512L << 20;

    private readonly string _source;
    private readonly IdvHeader _header;
    private readonly (IdvCompression Compression, long Lookup)[] _blocks;

    private IdvFileReader(string source, IdvHeader header, ImmutableArray<IdvColumn> columns, int rowsPerBlock, (IdvCompression Compression, long Lookup)[] blocks)
    {
        _source = source;
        _header = header;
        Columns = columns;
        RowsPerBlock = rowsPerBlock;
        _blocks = blocks;
    }

    /// <summary>The columns with their annotations.</summary>
    public ImmutableArray<IdvColumn> Columns { get; }

    /// <summary>The number of rows.</summary>
    public long Rows => _header.Rows;

    /// <summary>The rows of each block but the last.</summary>
    public int RowsPerBlock { get; }

    /// <summary>The number of blocks of each column.</summary>
    public int Blocks => Rows == 0 ? 0 : checked((int)(((Rows - 1) / RowsPerBlock) + 1));

    /// <summary>Reads a file's tables.</summary>
    /// <param name="stream">The file; it must be able to seek.</param>
    /// <param name="source">The file's name, for error sentences.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or has types that are not known.</exception>
    public static IdvFileReader Open(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var length = stream.Length;
        var header = IdvHeader.Read(Area(stream, 0, (int)Math.Min(length, IdvHeader.Length), source), length);
        if (!Area(stream, header.TailOffset, IdvHeader.Tail.Length, source).ReadBytes(IdvHeader.Tail.Length).Span.SequenceEqual(IdvHeader.Tail))
            throw new InvalidDataException($"{source} is damaged: it does not end with '\\0BVD\\0LMC'.");
        if ((long)header.Columns * SmallestEntry > header.TailOffset - header.ContentsOffset || header.TailOffset - header.ContentsOffset > LargestTable)
            throw new InvalidDataException($"{source} is damaged: its table of contents cannot hold {header.Columns} columns in {header.TailOffset - header.ContentsOffset} bytes.");

        var table = Area(stream, header.ContentsOffset, (int)(header.TailOffset - header.ContentsOffset), source);
        var columns = ImmutableArray.CreateBuilder<IdvColumn>(header.Columns);
        var blocks = new (IdvCompression Compression, long Lookup)[header.Columns];
        var rowsPerBlock = 1;
        var budget = MostAnnotationBytes;
        for (var i = 0; i < header.Columns; i++)
        {
            var name = table.ReadText();
            var type = IdvCodec.ReadType(table);
            var compression = ReadCompression(table);
            var rows = table.ReadLeb128();
            if (rows > int.MaxValue || (rows == 0 && header.Rows > 0) || (i > 0 && Math.Max(1, (int)rows) != rowsPerBlock))
                throw table.Fault($"the column '{name}' cannot have {rows} rows in a block, where the first has {rowsPerBlock}");
            rowsPerBlock = Math.Max(1, (int)rows);
            var lookup = table.ReadInt64();
            if (header.Rows > 0)
            {
                var count = ((header.Rows - 1) / rowsPerBlock) + 1;
                if (count > int.MaxValue || lookup < IdvHeader.Length || lookup > header.TailOffset - (count * IdvHeader.LookupLength))
                    throw table.Fault($"the list of {count} blocks at {lookup} does not lie inside it");
            }

            blocks[i] = (compression, lookup);
            columns.Add(new IdvColumn(name, type, ReadAnnotations(stream, header, table.ReadInt64(), name, source, ref budget)));
        }

        if (table.Remaining != 0)
            throw table.Fault($"its table of contents ends {table.Remaining} bytes before the tail");
        return new IdvFileReader(source, header, columns.MoveToImmutable(), rowsPerBlock, blocks);
    }

    /// <summary>The number of rows in a block.</summary>
    public int RowsIn(int block) => (int)Math.Min(RowsPerBlock, Rows - ((long)block * RowsPerBlock));

    /// <summary>Reads one block of a column, unpacked.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public ByteReader ReadBlock(Stream stream, int column, int block)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)block, (uint)Blocks);
        var (compression, lookup) = _blocks[column];
        var name = $"Block {block} of column '{Columns[column].Name}' in {_source}";
        var entry = Bytes(stream, lookup + ((long)block * IdvHeader.LookupLength), IdvHeader.LookupLength, name);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(entry);
        var stored = BinaryPrimitives.ReadInt32LittleEndian(entry.AsSpan(8));
        CheckArea(_header, offset, (ulong)stored, name);
        return new ByteReader(
            IdvPacking.UnpackExactly(Bytes(stream, offset, stored, name), compression, BinaryPrimitives.ReadInt32LittleEndian(entry.AsSpan(12)), name), name);
    }

    private static ImmutableArray<IdvAnnotation> ReadAnnotations(Stream stream, IdvHeader header, long offset, string column, string source, ref long budget)
    {
        if (offset == 0)
            return [];
        var name = $"The annotation table of column '{column}' in {source}";
        CheckArea(header, offset, 1, name);
        var table = Area(stream, offset, (int)Math.Min(AnnotationWindow, header.TailOffset - offset), name);
        var count = table.ReadLeb128();
        if (count > (ulong)table.Remaining)
            throw table.Fault($"it cannot have {count} annotations");
        var annotations = ImmutableArray.CreateBuilder<IdvAnnotation>();
        for (ulong i = 0; i < count; i++)
        {
            var kind = table.ReadText();
            var type = IdvCodec.ReadType(table);
            var compression = ReadCompression(table);
            var start = table.ReadInt64();
            var length = table.ReadLeb128();
            var item = $"The annotation '{kind}' of column '{column}' in {source}";
            CheckArea(header, start, length, item);
            if ((budget -= (long)length) < 0)
                throw new InvalidDataException($"{source} has more than {MostAnnotationBytes} bytes of annotations.");
            var plain = IdvPacking.Unpack(Bytes(stream, start, (int)length, item), compression, budget, item);
            budget -= plain.Length;
            annotations.Add(new IdvAnnotation(kind, type, IdvAnnotationBlock.Read(plain, type, item)));
        }

        return annotations.ToImmutable();
    }

    private static void CheckArea(IdvHeader header, long start, ulong length, string source)
    {
        if (start < IdvHeader.Length || start > header.TailOffset || length > (ulong)(header.TailOffset - start))
            throw new InvalidDataException($"{source} is damaged: {length} bytes at {start} do not lie inside the file.");
    }

    private static IdvCompression ReadCompression(ByteReader reader)
    {
        var compression = (IdvCompression)reader.ReadByte();
        return Enum.IsDefined(compression) ? compression : throw reader.Fault($"there is no compression {(byte)compression}");
    }

    private static ByteReader Area(Stream stream, long offset, int length, string source) => new(Bytes(stream, offset, length, source), source);

    private static byte[] Bytes(Stream stream, long offset, int length, string source)
    {
        if (length < 0 || offset < 0 || offset > stream.Length - length)
            throw new InvalidDataException($"{source} is damaged: {length} bytes at {offset} do not lie inside a file of {stream.Length} bytes.");
        var bytes = new byte[length];
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }
}
