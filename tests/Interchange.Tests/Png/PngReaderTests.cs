using System.Text;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Png;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Interchange.Tests.Png;

public class PngReaderTests
{
    [Fact]
    public void The_checksum_is_the_one_everybody_uses() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    [Fact]
    public void A_file_from_another_program_is_read()
    {
        // The often quoted smallest transparent PNG: 1x1, red-green-blue-alpha.
        var file = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

        var image = PngReader.Read(file, "one.png");

        Assert.Equal((1, 1), (image.Width, image.Height));
        Assert.True(image.IsTransparent);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(3, 1)]
    [InlineData(3, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Every_kind_is_read_interlaced_and_not(int colourType, int depth)
    {
        const int width = 13, height = 11;
        var most = (1 << depth) - 1;
        var palette = Enumerable.Range(0, 256 * 3).Select(i => (byte)(i * 7)).ToArray();
        int Sample(int x, int y, int channel) => (x * 31 + y * 17 + channel * 101) * (most > 255 ? 97 : 1) & most;

        foreach (var interlaced in new[] { false, true })
        {
            var image = PngReader.Read(PngFiles.Make(width, height, colourType, depth, interlaced, Sample, ("PLTE", palette)), "test.png");

            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                    Assert.Equal(Expected(x, y), image.Rgba.AsSpan((y * width + x) * 4, 4));
            }
        }

        byte[] Expected(int x, int y)
        {
            byte At(int channel) => (byte)(depth == 16 ? Sample(x, y, channel) >> 8 : Sample(x, y, channel) * 255 / most);
            return colourType switch
            {
                0 => [At(0), At(0), At(0), 255],
                2 => [At(0), At(1), At(2), 255],
                3 => [.. palette.AsSpan(3 * Sample(x, y, 0), 3), 255],
                4 => [At(0), At(0), At(0), At(1)],
                _ => [At(0), At(1), At(2), At(3)],
            };
        }
    }

    [Fact]
    public void A_transparent_colour_is_transparent()
    {
        var grey = PngReader.Read(PngFiles.Make(4, 1, 0, 8, false, (x, _, _) => x, ("tRNS", [0, 2])), "test.png");
        var colour = PngReader.Read(PngFiles.Make(4, 1, 2, 8, false, (x, _, _) => x, ("tRNS", [0, 3, 0, 3, 0, 3])), "test.png");
        var palette = PngReader.Read(PngFiles.Make(4, 1, 3, 8, false, (x, _, _) => x, ("PLTE", new byte[12]), ("tRNS", [255, 7])), "test.png");

        Assert.Equal([255, 255, 0, 255], Alpha(grey));
        Assert.Equal([255, 255, 255, 0], Alpha(colour));
        Assert.Equal([255, 7, 255, 255], Alpha(palette));

        static int[] Alpha(PngImage image) => [.. Enumerable.Range(0, 4).Select(i => (int)image.Rgba[4 * i + 3])];
    }

    public static TheoryData<byte[], string> Damaged()
    {
        var whole = PngFiles.Grey(new byte[28 * 28], 28, 28);
        byte[] changed = [.. whole];
        changed[whole.Length - 30] ^= 1;
        return new TheoryData<byte[], string>
        {
            { [], "is empty: expected a PNG image" },
            { "GIF89a"u8.ToArray(), "is not a PNG image: expected it to begin with 89504E470D0A1A0A, received 474946383961" },
            { whole[..20], "damaged" },
            { whole[..^5], "damaged" },
            { changed, "expected the checksum that is in the file" },
            { PngFiles.Make(0, 4, 0, 8, false, (_, _, _) => 0), "impossible size" },
            { PngFiles.Make(4, 4, 0, 3, false, (_, _, _) => 0), "expected a colour type and depth that PNG knows, received type 0 with 3 bits" },
            { PngFiles.Make(4, 4, 3, 8, false, (_, _, _) => 9, ("PLTE", new byte[6])), "expected one of 2 colours, received number 9" },
            { PngFiles.Make(4, 4, 3, 8, false, (_, _, _) => 9), "expected a palette" },
            { TooFewRows(), "received fewer" },
        };

        // The header says 8 rows, the data holds 4: a writer that was stopped.
        static byte[] TooFewRows()
        {
            var file = PngFiles.Make(4, 4, 0, 8, false, (_, _, _) => 0);
            file[8 + 8 + 7] = 8;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(8 + 8 + 13), Crc32.Of(file.AsSpan(12, 17)));
            return file;
        }
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file_is_refused_in_one_sentence(byte[] file, string expected)
    {
        var fault = Assert.Throws<InvalidDataException>(() => PngReader.Read(file, "shirt.png"));

        Assert.StartsWith("shirt.png", fault.Message);
        Assert.Contains(expected, fault.Message);
        OneSentence.Check(fault.Message.Replace("shirt.png", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Random_damage_never_escapes_as_another_exception()
    {
        var whole = PngFiles.Make(9, 9, 6, 8, true, (x, y, c) => x * y + c);
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            byte[] file = [.. whole[..random.Next(9, whole.Length + 1)]];
            for (var k = random.Next(4); k > 0; k--)
                file[random.Next(8, file.Length)] = (byte)random.Next(256);
            try
            {
                PngReader.Read(file, "x.png");
            }
            catch (InvalidDataException fault)
            {
                Assert.DoesNotContain(Encoding.ASCII.GetString([0]), fault.Message);
            }
        }
    }
}
