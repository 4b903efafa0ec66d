using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Idv;

/// <summary>The first 256 bytes of an IDV file: where its table of contents and its tail lie, and how many rows and columns it has.</summary>
internal sealed record IdvHeader(long ContentsOffset, long TailOffset, long Rows, int Columns)
{
    public const int Length = 256;
    private const ulong Version = 0x0001000100010006;

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

    public static IdvHeader Read(ByteReader reader)
    {
        if (reader.Length < Length + Tail.Length)
            throw reader.Fault($"an IDV file has at least {Length + Tail.Length} bytes, this one has {reader.Length}");
        if (!reader.ReadBytes(Magic.Length).Span.SequenceEqual(Magic))
            throw new InvalidDataException($"{reader.Source} is no IDV file: it does not begin with 'CML\\0DVB\\0'.");
        reader.ReadUInt64();
        var compatible = reader.ReadUInt64();
        if (compatible > Version)
            throw new InvalidDataException($"{reader.Source} needs a reader of IDV version 0x{compatible:X16}; expected at most 0x{Version:X16}.");
        var header = new IdvHeader(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32());
        if (header.ContentsOffset < Length || header.TailOffset < header.ContentsOffset || header.TailOffset != reader.Length - Tail.Length)
            throw reader.Fault($"its table of contents at {header.ContentsOffset} and its tail at {header.TailOffset} do not fit into {reader.Length} bytes");
        if (header.Rows < 0 || header.Columns < 0 || header.Columns > reader.Length)
            throw reader.Fault($"it cannot have {header.Columns} columns of {header.Rows} rows");
        reader.Position = (int)header.TailOffset;
        if (!reader.ReadBytes(Tail.Length).Span.SequenceEqual(Tail))
            throw reader.Fault("it does not end with '\\0BVD\\0LMC'");
        return header;
    }
}
