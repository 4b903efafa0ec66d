using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.Interchange.Jpeg;
using MlNetFashion.Interchange.Png;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Reads a PNG or JPEG picture of any size and colour as one 28x28 grey image. Colour becomes grey by brightness (0.299 red, 0.587 green, 0.114 blue, ITU-R
/// BT.601), what is transparent becomes black background, and the picture is fitted into the square by area, keeping its proportions.
/// </summary>
public static class GarmentImageReader
{
    private const int Side = 28;

    /// <summary>Brightness of the border from which the background counts as light.</summary>
    private const double LightBorder = 150;

    /// <summary>Reads and converts a file.</summary>
    /// <param name="path">A PNG or JPEG file; what it is shows its content, not its name.</param>
    /// <param name="invertLightBackground">
    /// Whether a picture on a light background is turned into its negative, as the training images show light garments on black; when false
    /// that is only noted. The default value is true.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Neither a PNG nor a JPEG file, or a damaged one; one sentence.</exception>
    public static GarmentImage Read(string path, bool invertLightBackground = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no image '{path}': expected the path of a PNG or JPEG file; check its spelling.", path);
        return Convert(Decode(File.ReadAllBytes(path), path), invertLightBackground);
    }

    private static PngImage Decode(byte[] content, string path)
    {
        if (PngReader.IsPng(content))
            return PngReader.Read(content, path);
        if (JpegReader.IsJpeg(content))
        {
            var (width, height, rgba) = JpegReader.Read(content, path);
            return new PngImage(width, height, rgba);
        }

        var received = content.Length == 0 ? "an empty file" : $"a file that begins with {System.Convert.ToHexString(content.AsSpan(0, Math.Min(8, content.Length)))}";
        throw new InvalidDataException($"{path} is neither a PNG nor a JPEG image: expected one of the two, received {received}; save the picture as PNG or JPEG.");
    }

    internal static GarmentImage Convert(PngImage picture, bool invertLightBackground)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (picture.Width != Side || picture.Height != Side)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"resized from {picture.Width}x{picture.Height}"));
        if (picture.IsColour)
            notes.Add("converted from colour");
        if (picture.IsTransparent)
            notes.Add("transparent parts made black");

        var grey = Grey(picture);
        if (BorderBrightness(grey, picture.Width, picture.Height) >= LightBorder)
        {
            notes.Add(invertLightBackground
                ? "inverted, because its background is light"
                : "its background is light, while the training images have a black one: the negative may be recognised better");
            if (invertLightBackground)
                grey = Array.ConvertAll(grey, value => 255 - value);
        }

        return new GarmentImage(Fit(grey, picture.Width, picture.Height), notes.ToImmutable());
    }

    private static double[] Grey(PngImage picture)
    {
        var grey = new double[picture.Width * picture.Height];
        for (var i = 0; i < grey.Length; i++)
        {
            var pixel = picture.Rgba.AsSpan(4 * i, 4);
            grey[i] = (0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2]) * pixel[3] / 255;
        }

        return grey;
    }

    /// <summary>Mean brightness along the picture's edge, transparent parts counted as black.</summary>
    private static double BorderBrightness(double[] grey, int width, int height)
    {
        var (sum, count) = (0.0, 0);
        for (var y = 0; y < height; y++)
        {
            var edgeRow = y == 0 || y == height - 1;
            for (var x = 0; x < width; x += edgeRow ? 1 : Math.Max(1, width - 1))
            {
                sum += grey[y * width + x];
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>Each target pixel is the mean of the area it covers; the longer side fills the square, the shorter is centred on black.</summary>
    private static byte[] Fit(double[] grey, int width, int height)
    {
        var pixels = new byte[Side * Side];
        var scale = Math.Max(width, height) / (double)Side;
        var (left, top) = ((Side - width / scale) / 2, (Side - height / scale) / 2);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var sum = Area(grey, width, height, (x - left) * scale, (y - top) * scale, scale);
                pixels[y * Side + x] = (byte)Math.Clamp(Math.Floor(sum / (scale * scale) + 0.5), 0, 255);
            }
        }

        return pixels;
    }

    /// <summary>The sum over a square of the picture, parts of pixels by their share, nothing outside.</summary>
    private static double Area(double[] grey, int width, int height, double left, double top, double size)
    {
        var sum = 0.0;
        for (var y = (int)Math.Floor(Math.Max(0, top)); y < Math.Min(height, top + size); y++)
        {
            var tall = Math.Min(y + 1, top + size) - Math.Max(y, top);
            for (var x = (int)Math.Floor(Math.Max(0, left)); x < Math.Min(width, left + size); x++)
                sum += grey[y * width + x] * tall * (Math.Min(x + 1, left + size) - Math.Max(x, left));
        }

        return sum;
    }
}
