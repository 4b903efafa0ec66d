using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MlNetFashion.Tests.Support;

/// <summary>Writes PNG files of every kind, with the filters turned by rows, for the reader's tests.</summary>
public static class PngFiles
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static byte[] Grey(byte[] pixels, int width, int height) =>
        Make(width, height, colourType: 0, depth: 8, interlaced: false, (x, y, _) => pixels[y * width + x]);

    // sample: the value at x, y of a channel, on the scale of the depth.
    public static byte[] Make(
        int width, int height, int colourType, int depth, bool interlaced, Func<int, int, int, int> sample, params (string Type, byte[] Body)[] more)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colourType, (byte)(interlaced ? 1 : 0));

        var channels = colourType switch { 0 or 3 => 1, 4 => 2, 2 => 3, _ => 4 };
        var raw = new MemoryStream();
        foreach (var (startX, startY, stepX, stepY) in interlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            var columns = Enumerable.Range(0, width).Where(x => x >= startX && (x - startX) % stepX == 0).ToArray();
            var above = new byte[(columns.Length * channels * depth + 7) / 8];
            for (var y = startY; y < height && columns.Length > 0; y += stepY)
            {
                var bits = columns.SelectMany(x => Enumerable.Range(0, channels).Select(c => sample(x, y, c)))
                    .SelectMany(value => Enumerable.Range(0, depth).Select(bit => (value >> (depth - 1 - bit)) & 1)).ToArray();
                var row = new byte[above.Length];
                for (var i = 0; i < bits.Length; i++)
                    row[i / 8] |= (byte)(bits[i] << (7 - i % 8));
                WriteFiltered(raw, row, above, filter: y % 5, distance: Math.Max(1, channels * depth / 8));
                above = row;
            }
        }

        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(raw.ToArray());
        var data = packed.ToArray();

        var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", header);
        foreach (var (type, body) in more)
            Chunk(file, type, body);
        Chunk(file, "IDAT", data[..(data.Length / 2)]);
        Chunk(file, "IDAT", data[(data.Length / 2)..]);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void WriteFiltered(Stream raw, byte[] row, byte[] above, int filter, int distance)
    {
        raw.WriteByte((byte)filter);
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= distance ? row[i - distance] : 0, up = above[i], corner = i >= distance ? above[i - distance] : 0;
            var nearest = new[] { left, up, corner }.MinBy(value => Math.Abs(left + up - corner - value));
            raw.WriteByte((byte)(row[i] - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => nearest }));
        }
    }

    private static void Chunk(Stream file, string type, byte[] body)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, body.Length);
        file.Write(bytes);
        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. body];
        file.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Checksum(checkedBytes));
        file.Write(bytes);
    }

    // Bit by bit, not as the reader under test does it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
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
