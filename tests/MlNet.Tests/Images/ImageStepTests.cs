using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace MlNetFashion.MlNet.Tests.Images;

public class ImageStepTests
{
    private const byte OneGreyLevel = 77;

    private const string OneGreyPixel =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/"
        + "wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AO7//2Q==";

    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void A_folder_of_images_must_exist()
    {
        Assert.Throws<ArgumentException>(() => _mlContext.Transforms.LoadImages("Image", "/no/such/folder", "Path"));
        Assert.NotNull(_mlContext.Transforms.LoadImages("Image", null, "Path"));
        Assert.NotNull(_mlContext.Transforms.LoadImages("Image", string.Empty, "Path"));
    }

    [Fact]
    public void An_image_comes_back_from_its_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using var image = Gradient(5, 3);
            var path = Path.Combine(folder.FullName, "image.png");
            image.Save(path);

            using var read = MLImage.CreateFromFile(path);

            Assert.Equal((5, 3, 32, MLPixelFormat.Bgra32), (read.Width, read.Height, read.BitsPerPixel, read.PixelFormat));
            Assert.Equal(image.GetBGRPixels, read.GetBGRPixels);
            using var stream = File.OpenRead(path);
            using var streamed = MLImage.CreateFromStream(stream);
            Assert.Equal(read.Pixels.ToArray(), streamed.Pixels.ToArray());
            Assert.Throws<ArgumentException>(() => image.Save(Path.Combine(folder.FullName, "image.jpg")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNgaGD4/x8ABQMCf8KuzKEAAAAASUVORK5CYII=", "0,128,255,255")]
    public void Grey_files_are_read(string base64, string expected)
    {
        using var stream = new MemoryStream(Convert.FromBase64String(base64));
        using var image = MLImage.CreateFromStream(stream);
        var pixels = image.Pixels.ToArray();
        Assert.Equal(expected, string.Join(',', Enumerable.Range(0, 4).Select(pixel => pixels[pixel * 4])));
    }

    [Fact]
    public void What_is_no_image_is_refused_with_one_sentence()
    {
        using var text = new MemoryStream("no image"u8.ToArray());
        Assert.Contains("is not a PNG image", Assert.Throws<ArgumentException>(() => MLImage.CreateFromStream(text)).Message, StringComparison.Ordinal);

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "image.png");
            using (var image = Gradient(40, 30))
                image.Save(path);
            var whole = File.ReadAllBytes(path);
            for (var length = 0; length < whole.Length; length += 7)
            {
                using var cut = new MemoryStream(whole, 0, length);
                Assert.Throws<ArgumentException>(() => MLImage.CreateFromStream(cut));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Files_become_pixels_step_by_step()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using (var image = Gradient(4, 4))
                image.Save(Path.Combine(folder.FullName, "a.png"));
            var data = _mlContext.Data.LoadFromEnumerable(new List<Named> { new() { Path = "a.png" } });
            var chain = _mlContext.Transforms.LoadImages("Image", folder.FullName, "Path")
                .Append(_mlContext.Transforms.ResizeImages("Image", 2, 2))
                .Append(_mlContext.Transforms.ConvertToGrayscale("Grey", "Image"))
                .Append(_mlContext.Transforms.ExtractPixels("Planes", "Image", scaleImage: 0.5f, offsetImage: 10))
                .Append(_mlContext.Transforms.ExtractPixels("Together", "Image", interleavePixelColors: true, outputAsFloatArray: false))
                .Append(_mlContext.Transforms.ExtractPixels("Luma", "Grey", ImagePixelExtractingEstimator.ColorBits.Red))
                .Append(_mlContext.Transforms.LoadRawImageBytes("Bytes", folder.FullName, "Path"))
                .Fit(data);

            var view = Reloaded(chain, data).Transform(data);

            Assert.Equal("Vector<Single, 3, 2, 2>", view.Schema["Planes"].Type.ToString());
            Assert.Equal("Vector<Byte, 2, 2, 3>", view.Schema["Together"].Type.ToString());
            var together = view.GetColumn<byte[]>("Together").Single();
            var planes = view.GetColumn<float[]>("Planes").Single();
            for (var pixel = 0; pixel < 4; pixel++)
            {
                for (var channel = 0; channel < 3; channel++)
                    Assert.Equal((together[(pixel * 3) + channel] - 10) * 0.5f, planes[(channel * 4) + pixel]);
            }

            var luma = view.GetColumn<float[]>("Luma").Single();
            Assert.Equal(MathF.Round((0.3f * together[0]) + (0.59f * together[1]) + (0.11f * together[2])), luma[0]);
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.FullName, "a.png")), view.GetColumn<byte[]>("Bytes").Single());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Vectors_become_images_and_vectors_again()
    {
        var values = Enumerable.Range(0, 12).Select(value => value * 20f).ToArray();
        var data = new ArrayView(1).WithVectors("V", 12, [values]);
        var chain = _mlContext.Transforms.ConvertToImage(2, 2, "Image", "V").Append(_mlContext.Transforms.ExtractPixels("Back", "Image")).Fit(data);

        Assert.Equal(values, Reloaded(chain, data).Transform(data).GetColumn<float[]>("Back").Single());
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.ConvertToImage(3, 2, "Image", "V").Fit(data));
    }

    [Fact]
    public void A_JPEG_is_read()
    {
        // One grey pixel, as libjpeg-turbo wrote it and reads it.
        using var stream = new MemoryStream(Convert.FromBase64String(OneGreyPixel));
        using var image = MLImage.CreateFromStream(stream);
        Assert.Equal((1, 1, MLPixelFormat.Bgra32), (image.Width, image.Height, image.PixelFormat));
        Assert.Equal(OneGreyLevel, image.Pixels[0]);
        Assert.Equal(image.Pixels[0], image.Pixels[2]);
        Assert.Equal(255, image.Pixels[3]);
    }

    [Fact]
    public void Vectors_are_scaled_on_their_way_to_images()
    {
        var data = new ArrayView(1).WithVectors("V", 3, [[10f, 20f, 200f]]);
        var chain = _mlContext.Transforms.ConvertToImage(1, 1, "Image", "V", scaleImage: 2, offsetImage: 5)
            .Append(_mlContext.Transforms.ExtractPixels("Back", "Image", ImagePixelExtractingEstimator.ColorBits.All)).Fit(data);

        // 2 x 10 - 5 and so on, cut off at 255; no opacity among the colours gives 0.
        Assert.Equal([0f, 15f, 35f, 255f], Reloaded(chain, data).Transform(data).GetColumn<float[]>("Back").Single());
    }

    [Fact]
    public void Members_of_a_disposed_image_are_gone()
    {
        var image = Gradient(2, 2);
        image.Tag = "tag";
        Assert.Equal("tag", image.Tag);
        image.Dispose();
        image.Dispose();
        Assert.Throws<InvalidOperationException>(() => image.Width);
        Assert.Throws<InvalidOperationException>(() => image.Tag);
        Assert.Throws<InvalidOperationException>(() => image.Pixels.Length);
    }

    [Fact]
    public void Pixels_that_do_not_make_an_image_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MLImage.CreateFromPixels(1, 1, MLPixelFormat.Unknown, new byte[4]));
        Assert.Throws<ArgumentException>(() => MLImage.CreateFromPixels(0, 1, MLPixelFormat.Bgra32, new byte[4]));
        Assert.Throws<ArgumentException>(() => MLImage.CreateFromPixels(1, -1, MLPixelFormat.Bgra32, new byte[4]));
        Assert.Throws<ArgumentException>(() => MLImage.CreateFromPixels(1, 1, MLPixelFormat.Bgra32, new byte[3]));
        Assert.Throws<ArgumentException>(() => MLImage.CreateFromFile("no such file"));
        Assert.Throws<ArgumentNullException>(() => MLImage.CreateFromFile(null!));
        Assert.Throws<ArgumentNullException>(() => MLImage.CreateFromStream(null!));
    }

    [Theory]
    [InlineData(ImageResizingEstimator.Anchor.Left, 0, 1)]
    [InlineData(ImageResizingEstimator.Anchor.Center, 1, 2)]
    [InlineData(ImageResizingEstimator.Anchor.Right, 2, 3)]
    public void Cropping_keeps_the_part_at_the_anchor(ImageResizingEstimator.Anchor anchor, int first, int second)
    {
        byte[] row = [0, 0, 0, 255, 50, 50, 50, 255, 100, 100, 100, 255, 150, 150, 150, 255];
        var image = MLImage.CreateFromPixels(4, 2, MLPixelFormat.Bgra32, [.. row, .. row]);
        var data = _mlContext.Data.LoadFromEnumerable(new List<AnyImage> { new() { Image = image } });
        var pixels = _mlContext.Transforms.ResizeImages("Image", 2, 2, cropAnchor: anchor)
            .Append(_mlContext.Transforms.ExtractPixels("P", "Image", ImagePixelExtractingEstimator.ColorBits.Green))
            .Fit(data).Transform(data).GetColumn<float[]>("P").Single();
        Assert.Equal([first * 50f, second * 50f, first * 50f, second * 50f], pixels);
    }

    [Fact]
    public void Stretching_takes_the_nearest_pixel()
    {
        var data = new ArrayView(1).WithVectors("V", 4, [[10f, 20f, 30f, 40f]]);
        var pixels = _mlContext.Transforms.ConvertToImage(2, 2, "Image", "V", ImagePixelExtractingEstimator.ColorBits.Red)
            .Append(_mlContext.Transforms.ResizeImages("Image", 4, 2, resizing: ImageResizingEstimator.ResizingKind.Fill))
            .Append(_mlContext.Transforms.ExtractPixels("P", "Image", ImagePixelExtractingEstimator.ColorBits.Red))
            .Fit(data).Transform(data).GetColumn<float[]>("P").Single();
        Assert.Equal([10f, 10f, 20f, 20f, 30f, 30f, 40f, 40f], pixels);
    }

    [Fact]
    public void A_missing_image_is_named()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Named> { new() { Path = "nowhere.png" } });
        var view = _mlContext.Transforms.LoadImages("Image", "/", "Path").Fit(data).Transform(data);
        Assert.StartsWith("Image nowhere.png was not found.", Assert.Throws<InvalidOperationException>(() => view.Preview()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_members_are_columns()
    {
        using var image = Gradient(2, 2);
        var data = _mlContext.Data.LoadFromEnumerable(new List<WithImage> { new() { Image = image } });
        Assert.Equal("Image<2, 2>", data.Schema["Image"].Type.ToString());
        var pixels = _mlContext.Transforms.ExtractPixels("P", "Image").Fit(data).Transform(data).GetColumn<float[]>("P").Single();
        Assert.Equal(image.GetBGRPixels[2], pixels[0]);
    }

    [Theory]
    [InlineData(ImageResizingEstimator.ResizingKind.Fill, 0)]
    [InlineData(ImageResizingEstimator.ResizingKind.IsoCrop, 0)]
    [InlineData(ImageResizingEstimator.ResizingKind.IsoPad, 16)]
    public void Wide_images_are_stretched_cropped_or_padded(ImageResizingEstimator.ResizingKind kind, int emptyPixels)
    {
        var white = Enumerable.Repeat((byte)255, 8 * 4 * 4).ToArray();
        var data = _mlContext.Data.LoadFromEnumerable(new List<AnyImage> { new() { Image = MLImage.CreateFromPixels(8, 4, MLPixelFormat.Rgba32, white) } });
        var chain = _mlContext.Transforms.ResizeImages("Image", 8, 8, resizing: kind)
            .Append(_mlContext.Transforms.ExtractPixels("P", "Image", ImagePixelExtractingEstimator.ColorBits.Red)).Fit(data);
        var pixels = chain.Transform(data).GetColumn<float[]>("P").Single();
        Assert.Equal(64, pixels.Length);
        Assert.Equal(kind == ImageResizingEstimator.ResizingKind.IsoPad ? emptyPixels * 2 : emptyPixels, pixels.Count(pixel => pixel == 0));
    }

    private static MLImage Gradient(int width, int height)
    {
        var pixels = new byte[width * height * 4];
        for (var pixel = 0; pixel < width * height; pixel++)
            (pixels[pixel * 4], pixels[(pixel * 4) + 1], pixels[(pixel * 4) + 2], pixels[(pixel * 4) + 3]) = ((byte)(pixel * 3), (byte)(255 - pixel), (byte)(pixel * 7), 255);
        return MLImage.CreateFromPixels(width, height, MLPixelFormat.Rgba32, pixels);
    }

    private ITransformer Reloaded(ITransformer transformer, IDataView data)
    {
        using var stream = new MemoryStream();
        _mlContext.Model.Save(transformer, data.Schema, stream);
        return new MLContext().Model.Load(stream, out _);
    }

    private sealed class Named
    {
        public string Path { get; set; } = string.Empty;
    }

    private sealed class WithImage
    {
        [ImageType(2, 2)]
        public MLImage? Image { get; set; }
    }

    private sealed class AnyImage
    {
        [ImageType]
        public MLImage? Image { get; set; }
    }
}
