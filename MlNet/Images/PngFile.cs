using System.Buffers.Binary;
using System.IO.Compression;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Reads and writes PNG files (ISO/IEC 15948): every colour type and depth in, 8-bit RGBA out; interlaced files are refused.</summary>
internal static class PngFile
{
    // Larger images are not what a classifier is fed; the limit keeps a small hostile file from claiming gigabytes.
    private const long MostPixels = 1L << 26;
    private const int HeaderLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    internal static (int Width, int Height, byte[] Rgba) Read(byte[] bytes, string source)
    {
        if (!bytes.AsSpan().StartsWith(Signature))
            throw new InvalidDataException($"{source} is no PNG: images are read as PNG only; convert it first.");
        PngHeader? header = null;
        byte[] palette = [];
        byte[] transparency = [];
        using var packed = new MemoryStream();
        for (var position = Signature.Length; ;)
        {
            if (bytes.Length - position < 12)
                throw Fault(source, "it ends before its last chunk");
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(position));
            if (length > bytes.Length - position - 12)
                throw Fault(source, $"a chunk of {length} bytes does not fit into it");
            var type = bytes.AsSpan(position + 4, 4);
            var content = bytes.AsSpan(position + 8, (int)length);
            if (PngChecksum.Of(bytes.AsSpan(position + 4, (int)length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(position + 8 + (int)length)))
                throw Fault(source, "the checksum of a chunk is wrong");
            position += (int)length + 12;
            if (type.SequenceEqual("IHDR"u8))
                header = ReadHeader(content, source);
            else if (type.SequenceEqual("PLTE"u8))
                palette = content.ToArray();
            else if (type.SequenceEqual("tRNS"u8))
                transparency = content.ToArray();
            else if (type.SequenceEqual("IDAT"u8))
                packed.Write(content);
            else if (type.SequenceEqual("IEND"u8))
                break;
        }

        if (header is null)
            throw Fault(source, "it has no header");
        packed.Position = 0;
        return (header.Width, header.Height, PngSamples.ToRgba(header, Unpack(header, packed, source), palette, transparency, source));
    }

    internal static void Write(Stream stream, int width, int height, byte[] rgba)
    {
        stream.Write(Signature);
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = PngHeader.TrueColourWithAlpha;
        WriteChunk(stream, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(rgba, row * width * 4, width * 4);
            }
        }

        WriteChunk(stream, "IDAT"u8, packed.ToArray());
        WriteChunk(stream, "IEND"u8, []);
    }

    internal static InvalidDataException Fault(string source, string what) => new($"{source} is a damaged PNG: {what}.");

    private static PngHeader ReadHeader(ReadOnlySpan<byte> content, string source)
    {
        if (content.Length != HeaderLength)
            throw Fault(source, $"its header has {content.Length} bytes instead of {HeaderLength}");
        var width = BinaryPrimitives.ReadUInt32BigEndian(content);
        var height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
        if (width == 0 || height == 0 || width > MostPixels || height > MostPixels || (long)width * height > MostPixels)
            throw Fault(source, $"an image of {width} x {height} pixels is empty or too large");
        if (content[12] != 0)
            throw new InvalidDataException($"{source} is an interlaced PNG, which is not read here; save it without interlacing.");
        var header = new PngHeader((int)width, (int)height, content[8], content[9]);
        return header.IsValid ? header : throw Fault(source, $"there is no colour type {header.ColourType} of {header.Depth} bits");
    }

    private static byte[] Unpack(PngHeader header, Stream packed, string source)
    {
        var stride = header.RowBytes;
        var rows = new byte[stride * header.Height];
        var previous = new byte[stride];
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            for (var row = 0; row < header.Height; row++)
            {
                var filter = zlib.ReadByte();
                var current = rows.AsSpan(row * stride, stride);
                zlib.ReadExactly(current);
                PngSamples.Unfilter(filter, current, previous, Math.Max(1, header.BitsPerPixel / 8), source);
                current.CopyTo(previous);
            }
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidDataException)
        {
            throw exception is InvalidDataException { Message: var text } && text.StartsWith(source, StringComparison.Ordinal)
                ? exception
                : Fault(source, "its pixels end too early or cannot be unpacked");
        }

        return rows;
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), PngChecksum.Of(chunk.AsSpan(4, content.Length + 4)));
        stream.Write(chunk);
    }
}
