using System.Globalization;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

/// <summary>Divides the logits of a classifier by a number, by dividing the weights of its last layer: the model needs no part for it.</summary>
internal static class NetworkTemperature
{
    private const int ImagesTogether = 1024;

    /// <exception cref="ArgumentException">The temperature chosen is not a positive number.</exception>
    public static Network Calibrate(Network network, ImageSet images, Func<float[], int[], double> choose)
    {
        var probabilities = new float[images.Count * network.Classes];
        var pixels = new float[ImagesTogether * images.Shape.Size];
        for (var start = 0; start < images.Count; start += ImagesTogether)
        {
            var count = Math.Min(ImagesTogether, images.Count - start);
            for (var i = 0; i < count; i++)
                images.CopyTo(start + i, pixels.AsSpan(i * images.Shape.Size));
            network.Predict(pixels, count, probabilities.AsSpan(start * network.Classes, count * network.Classes));
        }

        var temperature = choose(probabilities, images.Labels.ToArray());
        if (!(temperature > 0) || double.IsInfinity(temperature))
            throw new ArgumentException($"A temperature is a number above 0. Received: {temperature.ToString(CultureInfo.InvariantCulture)}.");

        // Softmax of weights and biases over T is softmax of the logits over T.
        var head = network.Parameters[^1];
        var scaled = head with { Arrays = [.. head.Arrays.Select(array => array with { Values = Array.ConvertAll(array.Values, v => (float)(v / temperature)) })] };
        return Network.FromParameters(network.Architecture, network.Parameters.SetItem(network.Parameters.Length - 1, scaled));
    }
}
