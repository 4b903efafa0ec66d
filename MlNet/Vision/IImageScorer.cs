using MlNetFashion.NeuralNetworks;

namespace Microsoft.ML.Vision;

/// <summary>Whatever turns images into rows of numbers.</summary>
internal interface IImageScorer
{
    /// <summary>The shape of an image.</summary>
    TensorShape Image { get; }

    /// <summary>Numbers an image.</summary>
    int Length { get; }

    /// <param name="images"><c>[count, height, width, channels]</c>.</param>
    /// <param name="count">Number of images.</param>
    /// <param name="outputs">Receives <c>[count, length]</c>.</param>
    void Score(ReadOnlySpan<float> images, int count, Span<float> outputs);
}
