using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests;

public sealed class GarmentImageReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_picture_of_the_right_kind_is_used_as_it_is()
    {
        var pixels = SketchData.Draw(1, seed: 4).Pixels.ToArray();

        var image = GarmentImageReader.Read(_folder.Write("a.png", PngFiles.Grey(pixels, 28, 28)));

        Assert.Equal(pixels, image.Pixels);
        Assert.Empty(image.Notes);
    }

    [Fact]
    public void A_larger_picture_of_the_same_thing_gives_the_same_pixels()
    {
        var pixels = SketchData.Draw(1, seed: 4).Pixels.ToArray();
        var twice = PngFiles.Make(56, 56, 2, 8, true, (x, y, _) => pixels[y / 2 * 28 + x / 2]);

        var image = GarmentImageReader.Read(_folder.Write("a.png", twice));

        Assert.Equal(pixels, image.Pixels);
        Assert.Equal(["resized from 56x56"], image.Notes.ToArray());
    }

    [Fact]
    public void A_wide_picture_is_centred_on_black_and_small_ones_grow()
    {
        var wide = GarmentImageReader.Read(_folder.Write("a.png", PngFiles.Make(64, 32, 0, 8, false, (_, _, _) => 100)));
        var small = GarmentImageReader.Read(_folder.Write("b.png", PngFiles.Make(7, 7, 0, 8, false, (_, _, _) => 90)));

        Assert.Equal(["resized from 64x32"], wide.Notes.ToArray());
        Assert.Equal(0, wide.Pixels[3 * 28 + 14]);
        Assert.All(Enumerable.Range(7, 14), y => Assert.All(Enumerable.Range(0, 28), x => Assert.Equal(100, wide.Pixels[y * 28 + x])));
        Assert.All(small.Pixels, value => Assert.Equal(90, value));
    }

    [Fact]
    public void Colour_becomes_grey_by_brightness_and_transparent_black()
    {
        var red = GarmentImageReader.Read(_folder.Write("a.png", PngFiles.Make(28, 28, 2, 8, false, (_, _, channel) => channel == 0 ? 200 : 0)));
        var clear = GarmentImageReader.Read(_folder.Write("b.png", PngFiles.Make(28, 28, 6, 8, false, (x, _, channel) => channel == 3 && x < 14 ? 0 : 120)));

        Assert.All(red.Pixels, value => Assert.Equal(60, value));
        Assert.Equal(["converted from colour"], red.Notes.ToArray());
        Assert.Equal(["transparent parts made black"], clear.Notes.ToArray());
        Assert.Equal(0, clear.Pixels[0]);
    }

    [Fact]
    public void A_light_background_is_inverted_or_pointed_out()
    {
        var path = _folder.Write("a.png", PngFiles.Make(40, 20, 0, 8, false, (x, y, _) => x is > 10 and < 30 && y is > 5 and < 15 ? 40 : 255));

        var inverted = GarmentImageReader.Read(path);
        var noted = GarmentImageReader.Read(path, invertLightBackground: false);

        Assert.Contains("inverted, because its background is light", inverted.Notes);
        Assert.Equal((0, 0, 215), (inverted.Pixels[0], inverted.Pixels[14 * 28], inverted.Pixels[14 * 28 + 14]));
        Assert.Contains(noted.Notes, note => note.StartsWith("its background is light", StringComparison.Ordinal));
        Assert.Equal(40, noted.Pixels[14 * 28 + 14]);
    }

    [Fact]
    public void A_JPEG_picture_gives_what_the_same_PNG_gives()
    {
        static byte Brightness(int column, int row) => (byte)(row == 0 || column == 0 ? 3 * column : 255 - (30 * row) - column);
        var png = _folder.Write("a.png", PngFiles.Make(48, 40, 0, 8, false, (x, y, _) => Brightness(x / 8, y / 8)));
        var jpeg = _folder.Write("b.png", JpegFiles.Make(6, 5, Brightness));

        var image = GarmentImageReader.Read(jpeg);

        Assert.Equal(GarmentImageReader.Read(png).Pixels, image.Pixels);
        Assert.Equal(["resized from 48x40"], image.Notes.ToArray());
    }

    [Theory]
    [InlineData("474946383961", "474946383961")]
    [InlineData("", "an empty file")]
    public void Another_kind_of_file_is_refused(string content, string received)
    {
        var path = _folder.Write("a.jpg", Convert.FromHexString(content));

        var fault = Assert.Throws<InvalidDataException>(() => GarmentImageReader.Read(path));

        OneSentence.Check(fault.Message);
        Assert.Contains("neither a PNG nor a JPEG", fault.Message);
        Assert.Contains(received, fault.Message);
    }

    [Fact]
    public void A_damaged_JPEG_is_named()
    {
        var path = _folder.Write("a.jpg", JpegFiles.Make(2, 2, (_, _) => 9)[..60]);

        Assert.Contains("damaged JPEG", Assert.Throws<InvalidDataException>(() => GarmentImageReader.Read(path)).Message);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.png", Assert.Throws<FileNotFoundException>(() => GarmentImageReader.Read(Path.Combine(_folder.Path, "nowhere.png"))).Message);
}
