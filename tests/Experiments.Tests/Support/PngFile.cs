using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetFashion.Experiments.Tests.Support;

/// <summary>Writes small PNG files (W3C Recommendation "Portable Network Graphics") for tests to predict.</summary>
internal static class PngFile
{
    /// <summary>8 bits a sample, one sample a pixel for grey or three for colour.</summary>
    public static void Write(string path, ReadOnlySpan<byte> samples, int width, int samplesPerPixel = 1)
    {
        var stride = width * samplesPerPixel;
        var height = samples.Length / stride;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = (byte)(samplesPerPixel == 1 ? 0 : 2);

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(samples.Slice(y * stride, stride));
            }
        }

        using var file = File.Create(path);
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
    }

    private static void Chunk(FileStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] body = [.. type, .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320u ^ (crc >> 1);
        }

        return ~crc;
    }
}
