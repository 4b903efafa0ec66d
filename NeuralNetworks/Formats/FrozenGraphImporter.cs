using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Walks a graph backwards from its output to its input, then translates the nodes it met into layers.</summary>
internal sealed class FrozenGraphImporter(Graph graph)
{
    private const int LongestChain = 10_000;
    private const int LargestImage = 1 << 28;

    public Network Import(string input, string output)
    {
        var start = GraphInput.Parse(input);
        var source = graph.Find(start.Node) ?? throw new InvalidDataException($"The TensorFlow graph has no node '{input}' to feed.{Placeholders()}");
        var layers = new ImportedLayers($"{input} to {output}", InputShape(source));
        var translation = new FrozenGraphTranslation(graph, layers);
        foreach (var node in ChainTo(start, GraphInput.Parse(output)))
            translation.Add(node);
        return layers.ToNetwork();
    }

    /// <summary>The nodes behind the input, up to and with the output: each has one input that is data, all others being constants.</summary>
    private List<GraphNode> ChainTo(GraphInput input, GraphInput output)
    {
        var chain = new List<GraphNode>();
        for (var at = output; at != input;)
        {
            var node = graph.Find(at.Node) ?? throw new InvalidDataException($"The TensorFlow graph has no node '{at.Node}'.");
            if (at.Output != 0)
                throw new InvalidDataException($"'{at}' of the TensorFlow graph is a further output of a node ({node.Operation}); only first outputs can be followed.");
            if (chain.Count == LongestChain)
                throw new InvalidDataException($"The TensorFlow graph goes round in circles at '{node.Name}'.");
            chain.Add(node);
            at = FrozenGraphGelu.SourceOf(graph, node) ?? DataOf(node, input, output);
        }

        chain.Reverse();
        return chain;
    }

    private GraphInput DataOf(GraphNode node, GraphInput input, GraphInput output)
    {
        var data = node.Inputs.Where(source => FrozenGraphConstants.Find(graph, source) is null).Distinct().ToArray();
        return data.Length == 1
            ? data[0]
            : throw new InvalidDataException(
                $"The TensorFlow graph's node '{node.Name}' ({node.Operation}), on the way from '{input}' to '{output}', has {data.Length} inputs that are no constants; expected one.");
    }

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
