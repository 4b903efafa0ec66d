using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Finds the nodes between an input and an output, then translates them into layers.</summary>
internal sealed class FrozenGraphImporter(Graph graph)
{
    private const int LargestImage = 1 << 28;

    public Network Import(string input, string output)
    {
        var source = graph.Find(GraphInput.Parse(input).Node) ?? throw new InvalidDataException($"The TensorFlow graph has no node '{input}' to feed.{Placeholders()}");
        var layers = new ImportedLayers(InputShape(source));
        var finder = new ChainFinder<GraphNode>(
            GraphInput.Parse(input).ToString(), ProducerOf, DataOf, node => node.Operation is "Add" or "AddV2",
            node => $"The TensorFlow graph's node '{node.Name}' ({node.Operation}), on the way from '{input}' to '{output}',");
        new FrozenGraphTranslation(graph, layers).Add(finder.To(GraphInput.Parse(output).ToString()));
        return layers.ToNetwork($"{input} to {output}");
    }

    private GraphNode ProducerOf(string value)
    {
        var at = GraphInput.Parse(value);
        var node = graph.Find(at.Node) ?? throw new InvalidDataException($"The TensorFlow graph has no node '{at.Node}'.");
        return at.Output == 0
            ? node
            : throw new InvalidDataException($"'{at}' of the TensorFlow graph is a further output of a node ({node.Operation}); only first outputs can be followed.");
    }

    private string[] DataOf(GraphNode node) => FrozenGraphGelu.SourceOf(graph, node) is { } source
        ? [source.ToString()]
        : [.. node.Inputs.Where(input => FrozenGraphConstants.Find(graph, input) is null).Distinct().Select(input => input.ToString())];

    private static TensorShape InputShape(GraphNode node) => node.Shape("shape") switch
    {
        [<= 1, > 0 and <= LargestImage and var length] => new TensorShape(1, 1, (int)length),
        [<= 1, > 0 and <= LargestImage and var height, > 0 and <= LargestImage and var width, > 0 and <= LargestImage and var channels]
            when height * width <= LargestImage && height * width * channels <= LargestImage => new TensorShape((int)height, (int)width, (int)channels),
        var shape => throw new InvalidDataException(
            $"The TensorFlow graph's node '{node.Name}' ({node.Operation}) must have a shape [-1, height, width, channels] or [-1, length]; "
            + (shape is null ? "it has none." : $"it has [{string.Join(", ", shape)}].")),
    };

    private string Placeholders()
    {
        var names = graph.Nodes.Where(node => node.Operation == "Placeholder").Select(node => $"'{node.Name}'").ToArray();
        return names.Length == 0 ? "" : $" Its placeholders are {string.Join(", ", names)}.";
    }
}
