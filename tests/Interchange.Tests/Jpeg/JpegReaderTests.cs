using System.Security.Cryptography;
using MlNetFashion.Interchange.Jpeg;

namespace MlNetFashion.Interchange.Tests.Jpeg;

/// <summary>
/// Small pictures that libjpeg-turbo 2.1 wrote: s sequential and p progressive, with the planes' sampling; rst and prst with restart markers. The
/// hashes are of the red, green and blue that it reads from them itself.
/// </summary>
public class JpegReaderTests
{
    [Theory]
    [InlineData("s444", 19, 23, "A9CE2A7A0E03807052B338C0DD3D39B9")]
    [InlineData("s420", 21, 27, "80771F4052DAB6601B769B33C21AA7D1")]
    [InlineData("s422", 30, 17, "80367B16FBCF421C15AD5A592D859A13")]
    [InlineData("s440", 17, 30, "025EE2D46AF8F9B3458449A96F0B85ED")]
    [InlineData("s411", 37, 20, "6B39BD9896D8BA230DD138AA5924F2EB")]
    [InlineData("p444", 33, 41, "6087C1A9139032373EA856E8659BC473")]
    [InlineData("p420", 33, 41, "53F25097ED54E2540361452D042FCD77")]
    [InlineData("prst", 50, 40, "6D636DDE5C66ABA61CFC7FE0BF6F31BD")]
    [InlineData("rst", 40, 40, "72EC9CE028C3160F4D492E75CFEB8273")]
    [InlineData("grey", 20, 18, "5A9F714E2579E36BE9813B96CA2C3465")]
    [InlineData("rgb", 20, 18, "D50A1C12B02883B73CC27CB7E3B8BE5D")]
    [InlineData("ycck", 20, 18, "CAD399BE687DDAB35E086318832119DB")]
    [InlineData("narrow", 3, 30, "1CE269C77EB085F2A27BD435F427C545")]
    [InlineData("w5", 5, 5, "914012E72CCA7DB183A0617AFC1A5631")]
    public void Pictures_are_read_to_the_last_bit_as_libjpeg_reads_them(string name, int width, int height, string hash)
    {
        var (actualWidth, actualHeight, rgba) = JpegReader.Read(Content(name), name);

        Assert.Equal((width, height), (actualWidth, actualHeight));
        var colours = new byte[width * height * 3];
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            rgba.AsSpan(pixel * 4, 3).CopyTo(colours.AsSpan(pixel * 3));
            Assert.Equal(255, rgba[(pixel * 4) + 3]);
        }

        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(colours))[..hash.Length]);
    }

    [Theory]
    [InlineData("s420")]
    [InlineData("prst")]
    [InlineData("ycck")]
    public void Damage_anywhere_is_either_refused_or_read(string name)
    {
        var whole = Content(name);
        for (var length = 0; length < whole.Length - 2; length++)
            Assert.Throws<InvalidDataException>(() => JpegReader.Read(whole[..length], name));
        var refused = 0;
        for (var place = 0; place < whole.Length; place++)
        {
            foreach (var flip in new byte[] { 0xFF, 0x01, 0x10, 0x80 })
            {
                var changed = whole.ToArray();
                changed[place] ^= flip;

                // A size that lies only costs time here; what it costs in memory is bounded by the most pixels there may be.
                if (IsSize(whole, place))
                    continue;
                try
                {
                    JpegReader.Read(changed, name);
                }
                catch (InvalidDataException)
                {
                    refused++;
                }
            }
        }

        Assert.InRange(refused, whole.Length / 4, whole.Length * 4);
    }

    [Fact]
    public void What_is_no_JPEG_or_of_another_kind_is_refused()
    {
        Assert.Contains("is not a JPEG image", Assert.Throws<InvalidDataException>(() => JpegReader.Read("text"u8.ToArray(), "x")).Message, StringComparison.Ordinal);
        var changed = Content("s420");
        changed[FrameOf(changed) + 1] = 0xC9;
        Assert.Contains("SOF9", Assert.Throws<InvalidDataException>(() => JpegReader.Read(changed, "x")).Message, StringComparison.Ordinal);
    }

    private static byte[] Content(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Jpeg", "Samples", $"{name}.jpg"));

    private static bool IsSize(byte[] content, int place) => place - FrameOf(content) is >= 5 and <= 8;

    private static int FrameOf(byte[] content)
    {
        var position = 2;
        while (content[position + 1] is not (0xC0 or 0xC1 or 0xC2))
            position += 2 + (content[position + 2] << 8) + content[position + 3];
        return position;
    }
}
