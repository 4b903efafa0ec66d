using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Pixels of four bytes, row by row, while they are scaled.</summary>
internal sealed record PixelGrid(int Width, int Height, byte[] Pixels)
{
    internal ReadOnlySpan<byte> At(int x, int y) => Pixels.AsSpan(((y * Width) + x) * MLImage.BytesPerPixel, MLImage.BytesPerPixel);

    /// <summary>The mean of each two by two pixels; an odd last row or column is left out.</summary>
    internal PixelGrid Halved()
    {
        var (width, height) = (Width / 2, Height / 2);
        var pixels = new byte[width * height * MLImage.BytesPerPixel];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var first = At(2 * x, 2 * y);
                var second = At((2 * x) + 1, 2 * y);
                var third = At(2 * x, (2 * y) + 1);
                var fourth = At((2 * x) + 1, (2 * y) + 1);
                for (var channel = 0; channel < MLImage.BytesPerPixel; channel++)
                    pixels[(((y * width) + x) * MLImage.BytesPerPixel) + channel] = (byte)((first[channel] + second[channel] + third[channel] + fourth[channel]) / 4);
            }
        }

        return new PixelGrid(width, height, pixels);
    }

    /// <summary>The colour at a place between pixel centres; beyond the border the border's.</summary>
    internal void Sample(float x, float y, Span<byte> colour)
    {
        x = Math.Clamp(x, 0, Width - 1);
        y = Math.Clamp(y, 0, Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, Width - 1), Math.Min(top + 1, Height - 1));
        var (across, down) = (x - left, y - top);
        for (var channel = 0; channel < colour.Length; channel++)
        {
            var upper = Between(At(left, top)[channel], At(right, top)[channel], across);
            var lower = Between(At(left, bottom)[channel], At(right, bottom)[channel], across);
            colour[channel] = (byte)MathF.Round(Between(upper, lower, down));
        }
    }

    private static float Between(float first, float second, float share) => first + ((second - first) * share);
}
