using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Graphs;

namespace Microsoft.ML.Vision;

/// <summary>A graph of one input, images one by one, and one output as a scorer.</summary>
internal sealed class GraphScorer : IImageScorer
{
    private readonly InferenceGraph _graph;

    /// <exception cref="InvalidDataException">The graph does not work with images of that shape.</exception>
    internal GraphScorer(InferenceGraph graph, TensorShape image)
    {
        _graph = graph;
        Image = image;
        var trial = Run(new float[image.Size], threads: 0);
        Length = trial.Type == ElementType.Single ? trial.Count : throw new InvalidDataException($"Features must be numbers of single precision. Received: {trial}.");
    }

    public TensorShape Image { get; }

    public int Length { get; }

    public void Score(ReadOnlySpan<float> images, int count, Span<float> outputs)
    {
        // An image a thread where there are many, all threads for an image otherwise.
        float[][] rows = [.. images[..(count * Image.Size)].ToArray().Chunk(Image.Size)];
        var results = new DenseTensor[count];
        if (count < Environment.ProcessorCount)
        {
            for (var row = 0; row < count; row++)
                results[row] = Run(rows[row], threads: 0);
        }
        else
        {
            Parallel.For(0, count, row => results[row] = Run(rows[row], threads: 1));
        }

        for (var row = 0; row < count; row++)
            results[row].Singles.CopyTo(outputs[(row * Length)..]);
    }

    private DenseTensor Run(float[] image, int threads) =>
        _graph.Run([DenseTensor.OfSingles(image, 1, Image.Height, Image.Width, Image.Channels)], threads)[0];
}
