using MlNetFashion.Interchange.Jpeg;
using MlNetFashion.Interchange.Png;
using Microsoft.ML.Transforms.Image;

namespace Microsoft.ML.Data;

/// <summary>An image in memory, four bytes a pixel, row by row from the top left. PNG and JPEG files are read, PNG files are written.</summary>
public sealed class MLImage : IDisposable
{
    internal const int BytesPerPixel = 4;

    private byte[]? _pixels;

    private readonly int _width;
    private readonly int _height;
    private readonly MLPixelFormat _pixelFormat;
    private string? _tag;

    private MLImage(int width, int height, MLPixelFormat pixelFormat, byte[] pixels)
    {
        _width = width;
        _height = height;
        _pixelFormat = pixelFormat;
        _pixels = pixels;
    }

    /// <summary>The order of a pixel's bytes.</summary>
    /// <exception cref="InvalidOperationException">The image is disposed; so for every member.</exception>
    public MLPixelFormat PixelFormat => Held(_pixelFormat);

    /// <summary>The pixels in <see cref="PixelFormat"/>, <see cref="Width"/> x <see cref="Height"/> of them.</summary>
    public ReadOnlySpan<byte> Pixels => PixelBytes;

    /// <summary>The width in pixels.</summary>
    public int Width => Held(_width);

    /// <summary>The height in pixels.</summary>
    public int Height => Held(_height);

    /// <summary>Bits of a pixel: 32.</summary>
    public int BitsPerPixel => Held(8 * BytesPerPixel);

    /// <summary>Whatever the user wants to remember about the image.</summary>
    public string? Tag
    {
        get => Held(_tag);
        set => _tag = Held(value);
    }

    /// <summary>The pixels as blue, green, red, without alpha.</summary>
    public byte[] GetBGRPixels
    {
        get
        {
            var pixels = PixelBytes;
            var result = new byte[Width * Height * 3];
            var isBgra = PixelFormat == MLPixelFormat.Bgra32;
            for (int source = 0, target = 0; source < pixels.Length; source += BytesPerPixel)
            {
                result[target++] = pixels[isBgra ? source : source + 2];
                result[target++] = pixels[source + 1];
                result[target++] = pixels[isBgra ? source + 2 : source];
            }

            return result;
        }
    }

    private byte[] PixelBytes => _pixels ?? throw new InvalidOperationException("Object is disposed.");

    /// <summary>An image of given pixels, which are copied.</summary>
    /// <exception cref="ArgumentException">The pixels are not four bytes for each of width x height.</exception>
    public static MLImage CreateFromPixels(int width, int height, MLPixelFormat pixelFormat, ReadOnlySpan<byte> imagePixelData)
    {
        if (pixelFormat is not (MLPixelFormat.Bgra32 or MLPixelFormat.Rgba32))
            throw new ArgumentException($"Unsupported pixel format: expected Bgra32 or Rgba32, received {pixelFormat}.", nameof(pixelFormat));
        if (width <= 0)
            throw new ArgumentException($"Invalid width value: expected 1 or more, received {width}.", nameof(width));
        if (height <= 0)
            throw new ArgumentException($"Invalid height value: expected 1 or more, received {height}.", nameof(height));
        if (imagePixelData.Length != (long)width * height * BytesPerPixel)
            throw new ArgumentException($"An image of {width} x {height} pixels has {(long)width * height * BytesPerPixel} bytes. Received: {imagePixelData.Length}.", nameof(imagePixelData));
        return new MLImage(width, height, pixelFormat, imagePixelData.ToArray());
    }

    /// <summary>Reads an image file.</summary>
    /// <exception cref="ArgumentException">There is no such file, or it is no image that can be read.</exception>
    public static MLImage CreateFromFile(string imagePath)
    {
        ArgumentNullException.ThrowIfNull(imagePath);
        if (!File.Exists(imagePath))
            throw new ArgumentException($"Invalid path: there is no file '{imagePath}'.", nameof(imagePath));
        return Decode(File.ReadAllBytes(imagePath), $"'{imagePath}'", nameof(imagePath));
    }

    /// <summary>Reads an image from a stream.</summary>
    /// <exception cref="ArgumentException">The stream holds no image that can be read.</exception>
    public static MLImage CreateFromStream(Stream imageStream)
    {
        ArgumentNullException.ThrowIfNull(imageStream);
        using var copy = new MemoryStream();
        imageStream.CopyTo(copy);
        return Decode(copy.ToArray(), "The image stream", nameof(imageStream));
    }

    /// <summary>Writes the image as a PNG file.</summary>
    /// <exception cref="ArgumentException">The file's extension is not .png.</exception>
    public void Save(string imagePath)
    {
        ArgumentException.ThrowIfNullOrEmpty(imagePath);
        var (width, height) = (Width, Height);
        if (!imagePath.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"Images are written as .png files. Received: '{imagePath}'.", nameof(imagePath));
        Model.AtomicFile.Write(imagePath, stream => PngWriter.Write(stream, new PngImage(width, height, ToRgba())));
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _pixels = null;

    /// <summary>An image over pixels that nobody else holds.</summary>
    internal static MLImage Over(int width, int height, MLPixelFormat pixelFormat, byte[] pixels, string? tag = null) =>
        new(width, height, pixelFormat, pixels) { _tag = tag };

    /// <summary>Where red, green, blue and alpha stand in a pixel.</summary>
    internal (int Red, int Green, int Blue, int Alpha) Places => PixelFormat == MLPixelFormat.Bgra32 ? (2, 1, 0, 3) : (0, 1, 2, 3);

    private static MLImage Decode(byte[] bytes, string source, string parameter)
    {
        try
        {
            var (width, height, pixels) = JpegReader.IsJpeg(bytes) ? JpegReader.Read(bytes, source) : Png(bytes, source);
            PixelAlpha.Multiply(pixels);
            PixelAlpha.SwapRedAndBlue(pixels);
            return new MLImage(width, height, MLPixelFormat.Bgra32, pixels);
        }
        catch (InvalidDataException exception)
        {
            throw new ArgumentException(exception.Message, parameter, exception);
        }
    }

    private static (int Width, int Height, byte[] Rgba) Png(byte[] bytes, string source)
    {
        var (width, height, rgba) = PngReader.Read(bytes, source);
        return (width, height, rgba);
    }

    private T Held<T>(T value) => _pixels is null ? throw new InvalidOperationException("Object is disposed.") : value;

    private byte[] ToRgba()
    {
        var rgba = (byte[])PixelBytes.Clone();
        if (PixelFormat == MLPixelFormat.Bgra32)
            PixelAlpha.SwapRedAndBlue(rgba);
        PixelAlpha.Divide(rgba);
        return rgba;
    }
}
