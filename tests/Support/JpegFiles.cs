using System.Buffers.Binary;
using System.Numerics;

namespace MlNetFashion.Tests.Support;

/// <summary>Makes grey JPEG files of flat blocks of 8x8 pixels, which lose nothing.</summary>
public static class JpegFiles
{
    private const int Side = 8;
    private const int Grey = 128;

    // Twelve lengths of a difference, each with a code of four bits; behind it one bit says that the block is flat.
    private const int LengthBits = 4;
    private const int Lengths = 12;

    /// <summary>A picture of so many blocks; the brightness of each by column and row.</summary>
    public static byte[] Make(int columns, int rows, Func<int, int, byte> brightness)
    {
        ArgumentNullException.ThrowIfNull(brightness);
        var file = new List<byte> { 0xFF, 0xD8 };
        Segment(file, 0xDB, [0, Side, .. Enumerable.Repeat((byte)1, (Side * Side) - 1)]);
        Segment(file, 0xC0, [8, .. BigEndian(rows * Side), .. BigEndian(columns * Side), 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0x00, .. Codes(LengthBits, Lengths), .. Enumerable.Range(0, Lengths).Select(length => (byte)length)]);
        Segment(file, 0xC4, [0x10, .. Codes(1, 1), 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        var bits = new List<bool>();
        var before = Grey;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                int difference = brightness(column, row) - before;
                before += difference;
                var length = difference == 0 ? 0 : BitOperations.Log2((uint)Math.Abs(difference)) + 1;
                Put(bits, length, LengthBits);
                Put(bits, difference < 0 ? difference + (1 << length) - 1 : difference, length);
                Put(bits, 0, 1);
            }
        }

        while (bits.Count % 8 != 0)
            bits.Add(true);
        foreach (var bytes in bits.Chunk(8))
        {
            var value = (byte)bytes.Aggregate(0, (sum, bit) => (sum << 1) | (bit ? 1 : 0));
            file.Add(value);
            if (value == 0xFF)
                file.Add(0);
        }

        return [.. file, 0xFF, 0xD9];
    }

    private static void Segment(List<byte> file, byte marker, byte[] content) =>
        file.AddRange([0xFF, marker, .. BigEndian(content.Length + 2), .. content]);

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }

    /// <summary>How many codes there are of each length: so many of one.</summary>
    private static byte[] Codes(int length, int count)
    {
        var counts = new byte[16];
        counts[length - 1] = (byte)count;
        return counts;
    }

    private static void Put(List<bool> bits, int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
            bits.Add((value >> bit & 1) != 0);
    }
}
