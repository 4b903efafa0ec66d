using MlNetFashion.Interchange.Png;

namespace MlNetFashion.Interchange.Tests.Png;

public class PngWriterTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var rgba = new byte[5 * 3 * 4];
        new Random(1).NextBytes(rgba);
        using var file = new MemoryStream();

        PngWriter.Write(file, new PngImage(5, 3, rgba));
        var image = PngReader.Read(file.ToArray(), "written.png");

        Assert.Equal((5, 3), (image.Width, image.Height));
        Assert.Equal(rgba, image.Rgba);
    }
}
