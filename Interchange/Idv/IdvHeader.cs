using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>The first 256 bytes of an IDV file: where its table of contents and its tail lie, and how many rows and columns it has.</summary>
internal sealed record IdvHeader(long ContentsOffset, long TailOffset, long Rows, int Columns)
{
    public const int Length = 256;

    /// <summary>The bytes that say where one block lies: its offset, and its stored and its plain length.</summary>
    public const int LookupLength = 16;

    private const ulong Version = 0x0001000100010006;
    private const ulong OldestVersion = 0x0001000100010004;

    public static ReadOnlySpan<byte> Tail => "\0BVD\0LMC"u8;

    private static ReadOnlySpan<byte> Magic => "CML\0DVB\0"u8;

    public void Write(ByteWriter writer)
    {
        writer.WriteBytes(Magic);
        writer.WriteUInt64(Version);
        writer.WriteUInt64(Version);
        writer.WriteInt64(ContentsOffset);
        writer.WriteInt64(TailOffset);
        writer.WriteInt64(Rows);
        writer.WriteInt32(Columns);
        writer.WriteBytes(new byte[Length - 52]);
    }

    /// <param name="reader">The first bytes of the file.</param>
    /// <param name="length">The file's length in bytes.</param>
    public static IdvHeader Read(ByteReader reader, long length)
    {
        if (length < Length + Tail.Length)
            throw reader.Fault($"an IDV file has at least {Length + Tail.Length} bytes, this one has {length}");
        if (!reader.ReadBytes(Magic.Length).Span.SequenceEqual(Magic))
            throw new InvalidDataException($"{reader.Source} is no IDV file: it does not begin with 'CML\\0DVB\\0'.");
        var version = reader.ReadUInt64();
        var compatible = reader.ReadUInt64();
        if (compatible is < OldestVersion or > Version || version < compatible)
            throw new InvalidDataException($"{reader.Source} needs a reader of IDV version 0x{compatible:X16}; expected 0x{OldestVersion:X16} to 0x{Version:X16}.");
        var header = new IdvHeader(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32());
        if (header.ContentsOffset < Length || header.TailOffset < header.ContentsOffset || header.TailOffset != length - Tail.Length)
            throw reader.Fault($"its table of contents at {header.ContentsOffset} and its tail at {header.TailOffset} do not fit into {length} bytes");
        if (header.Rows < 0 || header.Columns < 0 || header.Columns > length)
            throw reader.Fault($"it cannot have {header.Columns} columns of {header.Rows} rows");
        return header;
    }
}
