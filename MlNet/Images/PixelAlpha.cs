using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Pixels in memory have their colours multiplied with their opacity, as ML.NET's have; files do not.</summary>
internal static class PixelAlpha
{
    private const int Opaque = 255;

    internal static void Multiply(Span<byte> pixels) => Change(pixels, (level, alpha) => ((level * alpha) + (Opaque / 2)) / Opaque);

    internal static void Divide(Span<byte> pixels) =>
        Change(pixels, (level, alpha) => alpha == 0 ? 0 : Math.Min(Opaque, ((level * Opaque) + (alpha / 2)) / alpha));

    internal static void SwapRedAndBlue(Span<byte> pixels)
    {
        for (var pixel = 0; pixel < pixels.Length; pixel += MLImage.BytesPerPixel)
            (pixels[pixel], pixels[pixel + 2]) = (pixels[pixel + 2], pixels[pixel]);
    }

    private static void Change(Span<byte> pixels, Func<int, int, int> change)
    {
        for (var pixel = 0; pixel < pixels.Length; pixel += MLImage.BytesPerPixel)
        {
            var alpha = pixels[pixel + 3];
            for (var channel = 0; alpha < Opaque && channel < 3; channel++)
                pixels[pixel + channel] = (byte)change(pixels[pixel + channel], alpha);
        }
    }
}
