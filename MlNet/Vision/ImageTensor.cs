using Microsoft.ML.Data;
using MlNetFashion.NeuralNetworks;

namespace Microsoft.ML.Vision;

/// <summary>
/// Image files as a network wants them: <c>[height, width, channels]</c> from 0 to 1, scaled bilinearly as TensorFlow's ResizeBilinear does
/// by default, at whole multiples of the ratio from the top left corner.
/// </summary>
internal static class ImageTensor
{
    /// <returns>Whether the bytes are an image that can be read.</returns>
    internal static bool TryFill(ReadOnlyMemory<byte> file, TensorShape shape, Span<float> target)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray());
            using var image = MLImage.CreateFromStream(stream);
            Fill(image, shape, target);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Fill(MLImage image, TensorShape shape, Span<float> target)
    {
        var pixels = image.Pixels;
        var across = (float)image.Width / shape.Width;
        var down = (float)image.Height / shape.Height;
        Span<float> corners = stackalloc float[4 * shape.Channels];
        var at = 0;
        for (var y = 0; y < shape.Height; y++)
        {
            var (top, bottom, low) = Between(y * down, image.Height);
            for (var x = 0; x < shape.Width; x++)
            {
                var (left, right, near) = Between(x * across, image.Width);
                Read(image, pixels, left, top, corners[..shape.Channels]);
                Read(image, pixels, right, top, corners.Slice(shape.Channels, shape.Channels));
                Read(image, pixels, left, bottom, corners.Slice(2 * shape.Channels, shape.Channels));
                Read(image, pixels, right, bottom, corners[(3 * shape.Channels)..]);
                for (var c = 0; c < shape.Channels; c++)
                {
                    var above = float.Lerp(corners[c], corners[shape.Channels + c], near);
                    var below = float.Lerp(corners[(2 * shape.Channels) + c], corners[(3 * shape.Channels) + c], near);
                    target[at++] = float.Lerp(above, below, low);
                }
            }
        }
    }

    private static (int First, int Second, float Share) Between(float place, int size)
    {
        var first = Math.Min((int)place, size - 1);
        return (first, Math.Min(first + 1, size - 1), place - first);
    }

    /// <summary>One pixel: red, green and blue, or its brightness where one channel is wanted.</summary>
    private static void Read(MLImage image, ReadOnlySpan<byte> pixels, int x, int y, Span<float> channels)
    {
        var pixel = pixels.Slice(((y * image.Width) + x) * MLImage.BytesPerPixel, MLImage.BytesPerPixel);
        var (red, green, blue, alpha) = image.Places;
        if (channels.Length == 1)
        {
            channels[0] = MathF.Round((0.299f * pixel[red]) + (0.587f * pixel[green]) + (0.114f * pixel[blue])) / byte.MaxValue;
            return;
        }

        ReadOnlySpan<int> places = [red, green, blue, alpha];
        for (var c = 0; c < channels.Length; c++)
            channels[c] = pixel[places[c]] / (float)byte.MaxValue;
    }
}
