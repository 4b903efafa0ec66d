using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Finds the constant behind an input of a node.</summary>
internal static class FrozenGraphConstants
{
    // Freezing puts an Identity behind each weight; a chain of many would be a circle.
    private const int LongestDetour = 16;

    /// <summary>The constant that an input stands for, or null where it is data.</summary>
    public static GraphTensor? Find(Graph graph, GraphInput input)
    {
        for (var step = 0; step < LongestDetour && input.Output == 0; step++)
        {
            switch (graph.Find(input.Node))
            {
                case { Operation: "Const" } constant:
                    return constant.Tensor("value") ?? throw new InvalidDataException($"The TensorFlow graph's constant '{constant.Name}' has no value.");
                case { Operation: "Identity", Inputs: [var next] }:
                    input = next;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The value of an input that is a single constant number, or null.</summary>
    public static float? Scalar(Graph graph, GraphInput input) =>
        Find(graph, input) is { Count: 1, Type: GraphDataType.Single } found ? found.ToSingles()[0] : null;
}
