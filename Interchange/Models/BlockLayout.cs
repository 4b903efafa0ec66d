using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Models;

/// <summary>Where the areas of a model block lie: offsets from the block's start and lengths, all in bytes.</summary>
internal sealed record BlockLayout(
    long BodyOffset,
    long BodyLength,
    long StringTableOffset,
    long StringTableLength,
    long StringCharsOffset,
    long StringCharsLength)
{
    public long TailOffset { get; init; }

    public long End { get; init; }

    public long AssemblyOffset { get; init; }

    public long AssemblyLength { get; init; }

    /// <summary>Lays the areas out one behind the other; an absent area has offset and length 0.</summary>
    public static BlockLayout Plan(long header, long body, long stringTable, long stringChars, long assembly)
    {
        var table = header + body;
        var chars = table + stringTable;
        var name = chars + stringChars;
        var tail = name + assembly;
        var hasStrings = stringTable > 0;
        return new(header, body, hasStrings ? table : 0, stringTable, hasStrings ? chars : 0, stringChars)
        {
            AssemblyOffset = assembly > 0 ? name : 0,
            AssemblyLength = assembly,
            TailOffset = tail,
            End = tail + 8,
        };
    }

    /// <summary>Reads the first part of the layout, which stands before the signatures.</summary>
    public static BlockLayout Read(ByteReader reader) => new(
        reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());

    /// <summary>Reads the second part, which stands behind the signatures.</summary>
    public BlockLayout ReadEnd(ByteReader reader) => this with
    {
        TailOffset = reader.ReadInt64(),
        End = reader.ReadInt64(),
        AssemblyOffset = reader.ReadInt64(),
        AssemblyLength = reader.ReadUInt32(),
    };

    public void Write(ByteWriter writer) =>
        writer.WriteValues<long>([BodyOffset, BodyLength, StringTableOffset, StringTableLength, StringCharsOffset, StringCharsLength]);

    public void WriteEnd(ByteWriter writer)
    {
        writer.WriteValues<long>([TailOffset, End, AssemblyOffset]);
        writer.WriteUInt32((uint)AssemblyLength);
    }

    /// <summary>Refuses a layout that is not exactly the one its lengths call for, or that is not as long as the bytes at hand.</summary>
    public void Check(ByteReader reader, long header, int tailLength)
    {
        long[] lengths = [BodyLength, StringTableLength, StringCharsLength, AssemblyLength];
        if (lengths.Any(length => length < 0 || length > reader.Length))
            throw reader.Fault($"its areas of {string.Join(", ", lengths)} bytes do not fit into {reader.Length} bytes");
        if (StringTableLength % 8 != 0 || StringCharsLength % 2 != 0 || AssemblyLength % 2 != 0)
            throw reader.Fault("its strings have odd lengths");
        if (this != Plan(header, BodyLength, StringTableLength, StringCharsLength, AssemblyLength))
            throw reader.Fault("its areas are not contiguous");
        if (End != reader.Length || TailOffset + tailLength != End)
            throw reader.Fault($"it says that it is {End} bytes long, but {reader.Length} bytes are there");
    }
}
