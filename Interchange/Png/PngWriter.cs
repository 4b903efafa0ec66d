using System.Buffers.Binary;
using System.IO.Compression;
using MlNetFashion.Interchange.Binary;

namespace MlNetFashion.Interchange.Png;

/// <summary>Writes pictures as PNG (ISO/IEC 15948): red, green, blue and alpha of 8 bits each, not interlaced.</summary>
public static class PngWriter
{
    /// <summary>Writes a whole file.</summary>
    /// <param name="stream">Where to; not closed here.</param>
    /// <param name="image">The picture.</param>
    public static void Write(Stream stream, PngImage image)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(image);
        stream.Write(PngReader.Signature);
        var header = new byte[PngHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        header[8] = 8;
        header[9] = PngHeader.Rgba;
        WriteChunk(stream, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var stride = image.Width * 4;
            for (var row = 0; row < image.Height; row++)
            {
                zlib.WriteByte(0); // no filter
                zlib.Write(image.Rgba, row * stride, stride);
            }
        }

        WriteChunk(stream, "IDAT"u8, packed.ToArray());
        WriteChunk(stream, "IEND"u8, []);
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32.Of(chunk.AsSpan(4, content.Length + 4)));
        stream.Write(chunk);
    }
}
