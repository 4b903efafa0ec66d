using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>How a network's input is declared in a file.</summary>
internal static class NetworkInput
{
    /// <summary>Values of the largest images (96 x 96 pixels of three colours) that are run as a network, many at a time and all activations kept; of larger ones a graph runs fewer at a time.</summary>
    public const int LargestTogether = 96 * 96 * 3;

    /// <summary>Whether the input is a plain vector: the first layer that minds is a dense one.</summary>
    public static bool IsVector(ImmutableArray<ResolvedLayer> layers) =>
        layers[0].Input.IsVector && layers.FirstOrDefault(layer => layer.Layer is not (Dropout or ActivationLayer or BatchNormalization))?.Layer is Dense;
}
