using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetFashion.Evaluation.Tests.Images;

public class GreyPngTests
{
    [Fact]
    public void Pixels_come_back()
    {
        byte[] pixels = [0, 255, 7, 128, 64, 32];
        var png = GreyPng.Encode(pixels, width: 3);

        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal("IHDR", System.Text.Encoding.ASCII.GetString(png, 12, 4));
        Assert.Equal((3, 2), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        Assert.Equal([0, 0, 255, 7, 0, 128, 64, 32], raw.ToArray());
    }

    /// <summary>The end chunk is the same in every PNG file, checksum included.</summary>
    [Fact]
    public void Checksums_are_those_of_the_format() =>
        Assert.Equal([0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], GreyPng.Encode([1], 1)[^12..]);

    [Fact]
    public void Pictures_must_be_whole()
    {
        var images = new GreyImages([1, 2, 3, 4, 5, 6, 7, 8], 2, 2);
        Assert.Equal(2, images.Count);
        Assert.Equal([5, 6, 7, 8], images[1].ToArray());
        Assert.Throws<ArgumentException>(() => new GreyImages([1, 2, 3], 2, 2));
    }

    [Fact]
    public void Maps_are_stretched_each_by_itself()
    {
        var images = GreyImages.FromMaps([-1, 0, 1, 3, 5, 5, 5, 5, 0, float.NaN, 1, float.PositiveInfinity], 2, 2);

        Assert.Equal([0, 64, 128, 255], images[0].ToArray());
        Assert.Equal([0, 0, 0, 0], images[1].ToArray());
        Assert.Equal([0, 0, 255, 0], images[2].ToArray());
    }

    [Fact]
    public void Pictures_side_by_side_become_one_enlarged()
    {
        var images = new GreyImages([1, 2, 3, 4, 9, 9, 9, 9], 2, 2);
        var png = new PixelPicture("two", images, [1, 0, 1]) { Columns = 2, Scale = 3 }.ToPng();

        // Two columns and two rows of 6 pixels, 4 of white between and around.
        Assert.Equal((24, 24), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33))), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        var rows = raw.ToArray().Chunk(25).ToArray();
        Assert.Equal([0, 255, 255, 255, 255, 9, 9, 9, 9, 9, 9, 255, 255, 255, 255, 1, 1, 1, 2, 2, 2, 255, 255, 255, 255], rows[4]);
        Assert.All(rows[3].Skip(1), pixel => Assert.Equal(255, pixel));
        Assert.Equal([255, 255, 255, 255], rows[14].Skip(15).Take(4).Select(pixel => (int)pixel));
        Assert.Throws<InvalidOperationException>(() => new PixelPicture("none", images, []).ToPng());
    }
}
