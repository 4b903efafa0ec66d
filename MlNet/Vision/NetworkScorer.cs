using MlNetFashion.NeuralNetworks;

namespace Microsoft.ML.Vision;

/// <summary>A network as a scorer.</summary>
internal sealed class NetworkScorer(Network network) : IImageScorer
{
    public TensorShape Image => network.Architecture.Input;

    public int Length => network.Classes;

    internal Network Network => network;

    public void Score(ReadOnlySpan<float> images, int count, Span<float> outputs) => network.Predict(images, count, outputs);
}
