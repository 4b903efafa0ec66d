using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>Writes 8-bit grey pictures as PNG (W3C Recommendation "Portable Network Graphics", second edition).</summary>
internal static class GreyPng
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>The bytes of a .png file.</summary>
    /// <param name="pixels">[height, width], row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="comment">What the file says of itself, in Latin letters; null for nothing.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, string? comment = null)
    {
        var height = pixels.Length / width;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8; // bits a sample; the zeros after it mean grey, deflate, adaptive filters, not interlaced
        header[9..].Clear();
        Chunk(file, "IHDR"u8, header);
        if (comment is not null)
            Chunk(file, "tEXt"u8, Encoding.Latin1.GetBytes($"Comment\0{comment}"));

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0); // no filter: at this size filters save nothing
                zlib.Write(pixels.Slice(y * width, width));
            }
        }

        Chunk(file, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>The picture as an address that a page or figure can carry in itself.</summary>
    public static string DataUri(ReadOnlySpan<byte> pixels, int width) =>
        "data:image/png;base64," + Convert.ToBase64String(Encode(pixels, width));

    private static void Chunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data)
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++)
                c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }

        return table;
    }
}
