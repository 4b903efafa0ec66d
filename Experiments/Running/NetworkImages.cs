using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>What a network makes of packed images.</summary>
internal static class NetworkImages
{
    private const int ImagesTogether = 1024;

    /// <summary>The outputs, [image, output].</summary>
    public static float[] Predict(Network network, PackedImages images)
    {
        var size = images.ImageSize;
        var outputs = new float[images.Count * network.Classes];
        var pixels = new float[ImagesTogether * size];
        for (var start = 0; start < images.Count; start += ImagesTogether)
        {
            var count = Math.Min(ImagesTogether, images.Count - start);
            Scale(images.Pixels.Slice(start * size, count * size), pixels);
            network.Predict(pixels, count, outputs.AsSpan(start * network.Classes, count * network.Classes));
        }

        return outputs;
    }

    /// <summary>Pixels as the pipelines feed them: divided by 255.</summary>
    public static void Scale(ReadOnlySpan<byte> pixels, Span<float> values)
    {
        for (var i = 0; i < pixels.Length; i++)
            values[i] = pixels[i] / 255f;
    }
}
