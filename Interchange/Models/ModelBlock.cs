using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Models;

/// <summary>
/// One <c>Model.key</c> of an ML.NET model: 256 bytes of header, the component's body, a table of strings, the name of the
/// loading assembly and an 8-byte tail, all contiguous and in this order.
/// </summary>
public sealed class ModelBlock
{
    private const int HeaderLength = 256;
    private const uint NewestContainer = 0x00010002;
    private const uint OldestContainer = 0x00010001;

    public ModelBlock(ModelBlockHeader header, ReadOnlyMemory<byte> body, ImmutableArray<string> strings)
    {
        header.Validate();
        Header = header;
        Body = body;
        Strings = strings;
    }

    public ModelBlockHeader Header { get; }

    /// <summary>The component's own bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The strings that the body refers to by their index.</summary>
    public ImmutableArray<string> Strings { get; }

    private static ReadOnlySpan<byte> Magic => "ML\0MODEL"u8;

    private static ReadOnlySpan<byte> Tail => "LEDOM\0LM"u8;

    /// <summary>Reads and checks a block.</summary>
    /// <param name="bytes">The whole entry.</param>
    /// <param name="source">The entry's name, for error sentences.</param>
    /// <exception cref="InvalidDataException">The bytes are not exactly one sound block.</exception>
    public static ModelBlock Parse(ReadOnlyMemory<byte> bytes, string source)
    {
        var reader = new ByteReader(bytes, source);
        if (bytes.Length < HeaderLength + Tail.Length)
            throw reader.Fault($"a model block has at least {HeaderLength + Tail.Length} bytes, this one has {bytes.Length}");
        if (!reader.ReadBytes(Magic.Length).Span.SequenceEqual(Magic))
            throw new InvalidDataException($"{source} is no ML.NET model block: it does not begin with 'ML\\0MODEL'.");

        var written = reader.ReadUInt32();
        var readable = reader.ReadUInt32();
        if (readable > written || written < OldestContainer)
            throw reader.Fault($"its container versions 0x{written:X8} and 0x{readable:X8} contradict each other");
        if (readable > NewestContainer)
            throw new InvalidDataException(
                $"{source} needs a reader of container version 0x{readable:X8}; expected at most 0x{NewestContainer:X8}. The model comes from a newer ML.NET.");

        var layout = BlockLayout.Read(reader);
        var signature = ReadLatin1(reader, ModelBlockHeader.SignatureLength).Replace('\0', ' ');
        var versionWritten = reader.ReadUInt32();
        var versionReadable = reader.ReadUInt32();
        if (versionReadable > versionWritten)
            throw reader.Fault($"the versions of '{signature}', 0x{versionWritten:X8} and 0x{versionReadable:X8}, contradict each other");
        var loader = ReadLatin1(reader, ModelBlockHeader.LoaderLength).TrimEnd('\0');
        var alternative = ReadLatin1(reader, ModelBlockHeader.LoaderLength).TrimEnd('\0');
        if (loader.Contains('\0', StringComparison.Ordinal) || alternative.Contains('\0', StringComparison.Ordinal))
            throw reader.Fault("a loader's name has a zero byte inside");
        layout = layout.ReadEnd(reader);
        layout.Check(reader, HeaderLength, Tail.Length);

        reader.Position = HeaderLength;
        var body = reader.ReadBytes((int)layout.BodyLength);
        var strings = ReadStrings(reader, layout);
        var assembly = ReadUtf16(reader, (int)layout.AssemblyLength);
        if (!reader.ReadBytes(Tail.Length).Span.SequenceEqual(Tail))
            throw reader.Fault("it does not end with 'LEDOM\\0LM'");
        return new ModelBlock(new(signature, versionWritten, versionReadable, loader, assembly, alternative), body, strings);
    }

    /// <summary>The block's bytes, as ML.NET itself lays them out.</summary>
    public byte[] ToBytes()
    {
        var ends = new long[Strings.Length];
        long characters = 0;
        for (var i = 0; i < ends.Length; i++)
            ends[i] = characters += 2L * Strings[i].Length;

        var writer = new ByteWriter();
        writer.WriteBytes(Magic);
        writer.WriteUInt32(NewestContainer);
        writer.WriteUInt32(NewestContainer);
        var layout = BlockLayout.Plan(HeaderLength, Body.Length, 8L * ends.Length, characters, 2L * Header.AssemblyName.Length);
        layout.Write(writer);
        WriteLatin1(writer, Header.Signature.Replace(' ', '\0'), ModelBlockHeader.SignatureLength);
        writer.WriteUInt32(Header.VersionWritten);
        writer.WriteUInt32(Header.VersionReadable);
        WriteLatin1(writer, Header.Loader, ModelBlockHeader.LoaderLength);
        WriteLatin1(writer, Header.AlternativeLoader, ModelBlockHeader.LoaderLength);
        layout.WriteEnd(writer);
        writer.WriteBytes(new byte[HeaderLength - writer.Length]);

        writer.WriteBytes(Body.Span);
        writer.WriteValues<long>(ends);
        foreach (var text in Strings)
            writer.WriteValues(MemoryMarshal.Cast<char, ushort>(text));
        writer.WriteValues(MemoryMarshal.Cast<char, ushort>(Header.AssemblyName));
        writer.WriteBytes(Tail);
        return writer.ToArray();
    }

    private static ImmutableArray<string> ReadStrings(ByteReader reader, BlockLayout layout)
    {
        var ends = reader.ReadValues<long>((int)(layout.StringTableLength / 8));
        var strings = ImmutableArray.CreateBuilder<string>(ends.Length);
        long start = 0;
        foreach (var end in ends)
        {
            if (end < start || end > layout.StringCharsLength || (end - start) % 2 != 0)
                throw reader.Fault($"string {strings.Count} ends at byte {end} of {layout.StringCharsLength}, after {start}");
            strings.Add(ReadUtf16(reader, (int)(end - start)));
            start = end;
        }

        if (start != layout.StringCharsLength)
            throw reader.Fault($"its strings end at byte {start} of {layout.StringCharsLength}");
        return strings.MoveToImmutable();
    }

    // By code unit and not by Encoding.Unicode: a lone surrogate is kept as it is, so that what was read can be written again.
    private static string ReadUtf16(ByteReader reader, int bytes) =>
        string.Create(bytes / 2, reader.ReadValues<ushort>(bytes / 2), static (text, units) => MemoryMarshal.Cast<ushort, char>(units).CopyTo(text));

    private static string ReadLatin1(ByteReader reader, int length) => Encoding.Latin1.GetString(reader.ReadBytes(length).Span);

    private static void WriteLatin1(ByteWriter writer, string text, int length)
    {
        var bytes = new byte[length];
        Encoding.Latin1.GetBytes(text, bytes);
        writer.WriteBytes(bytes);
    }
}
