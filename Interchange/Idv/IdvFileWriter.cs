using System.Buffers.Binary;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>
/// Writes an IDV file as ML.NET does: the blocks of rows, where they lie, the annotations, the table of contents, the tail; and at last the
/// header. The values of a block come in the form of their codec.
/// </summary>
public sealed class IdvFileWriter
{
    private readonly Stream _stream;
    private readonly IReadOnlyList<IdvColumn> _columns;
    private readonly int _rowsPerBlock;
    private readonly List<(long Offset, int Stored, int Plain)>[] _blocks;
    private long _position = IdvHeader.Length;

    /// <param name="stream">Where the file goes: empty, with its position at 0, and able to seek.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rowsPerBlock">The rows of each block but the last, 1 or more.</param>
    public IdvFileWriter(Stream stream, IReadOnlyList<IdvColumn> columns, int rowsPerBlock)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowsPerBlock);
        _stream = stream;
        _columns = columns;
        _rowsPerBlock = rowsPerBlock;
        _blocks = new List<(long Offset, int Stored, int Plain)>[columns.Count];
        for (var i = 0; i < _blocks.Length; i++)
            _blocks[i] = [];
        _stream.Write(new byte[IdvHeader.Length]);
    }

    /// <summary>Appends a column's next block.</summary>
    public void WriteBlock(int column, ReadOnlySpan<byte> plain)
    {
        var stored = IdvPacking.Deflate(plain);
        _blocks[column].Add((_position, stored.Length, plain.Length));
        Append(stored);
    }

    /// <summary>Writes all that follows the blocks, and the header.</summary>
    /// <param name="rows">The number of rows that the blocks hold.</param>
    /// <exception cref="ArgumentException">An annotation's value is not of the type it is said to be.</exception>
    public void Finish(long rows)
    {
        var lookups = Array.ConvertAll(_blocks, WriteLookup);
        var annotations = _columns.Select(WriteAnnotations).ToArray();
        var contents = _position;
        var table = new ByteWriter();
        for (var i = 0; i < _columns.Count; i++)
        {
            table.WriteText(_columns[i].Name);
            IdvCodec.WriteType(table, _columns[i].Type);
            table.WriteByte((byte)IdvCompression.Deflate);
            table.WriteLeb128((ulong)_rowsPerBlock);
            table.WriteInt64(lookups[i]);
            table.WriteInt64(annotations[i]);
        }

        Append(table.Written.Span);
        var tail = _position;
        Append(IdvHeader.Tail);
        var header = new ByteWriter();
        new IdvHeader(contents, tail, rows, _columns.Count).Write(header);
        _stream.Seek(-_position, SeekOrigin.Current);
        _stream.Write(header.Written.Span);
        _stream.Seek(_position - IdvHeader.Length, SeekOrigin.Current);
    }

    private long WriteLookup(List<(long Offset, int Stored, int Plain)> blocks)
    {
        var start = _position;
        Span<byte> entry = stackalloc byte[IdvHeader.LookupLength];
        foreach (var (offset, stored, plain) in blocks)
        {
            BinaryPrimitives.WriteInt64LittleEndian(entry, offset);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], stored);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], plain);
            Append(entry);
        }

        return start;
    }

    /// <returns>The file offset of the column's annotation table, 0 where it has none.</returns>
    private long WriteAnnotations(IdvColumn column)
    {
        if (column.Annotations.IsEmpty)
            return 0;
        var table = new ByteWriter();
        table.WriteLeb128((ulong)column.Annotations.Length);
        foreach (var annotation in column.Annotations)
        {
            var (compression, bytes) = IdvAnnotationBlock.Write(annotation);
            table.WriteText(annotation.Name);
            IdvCodec.WriteType(table, annotation.Type);
            table.WriteByte((byte)compression);
            table.WriteInt64(_position);
            table.WriteLeb128((ulong)bytes.Length);
            Append(bytes);
        }

        var offset = _position;
        Append(table.Written.Span);
        return offset;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }
}
