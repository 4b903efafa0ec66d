using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>
/// Networks as frozen TensorFlow graphs (GraphDef), for inference: layers that only act while training (dropout) vanish. What
/// is exported is read by TensorFlow, TensorFlow.js, OpenCV and ML.NET's TensorFlowTransformer.
/// </summary>
public static class FrozenGraph
{
    /// <summary>Writes a network as a graph.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputName">Name of the placeholder, of shape <c>[-1, height, width, channels]</c> (<c>[-1, length]</c> for a network of vectors).</param>
    /// <param name="outputName">Name of the node with the result, <c>[-1, classes]</c>.</param>
    /// <returns>The graph as a protocol buffer.</returns>
    /// <exception cref="ArgumentException">A name is none that TensorFlow accepts, or both are the same.</exception>
    /// <exception cref="NotSupportedException">A layer has no counterpart in a graph.</exception>
    public static byte[] Export(Network network, string inputName, string outputName)
    {
        ArgumentNullException.ThrowIfNull(network);
        CheckName(inputName, nameof(inputName));
        CheckName(outputName, nameof(outputName));
        if (inputName == outputName)
            throw new ArgumentException($"The input and the output of a graph need different names. Received: '{inputName}' for both.", nameof(outputName));
        return new FrozenGraphExporter(network, inputName, outputName).Export().ToBytes();
    }

    /// <summary>Makes a network of a graph whose nodes follow one upon another from <paramref name="input"/> to <paramref name="output"/>.</summary>
    /// <param name="graph">A protocol buffer, ours or any other frozen graph.</param>
    /// <param name="input">Name of the node that stands for the images; its shape must be known but for the batch.</param>
    /// <param name="output">Name of the node whose values are wanted, any node behind the input.</param>
    /// <exception cref="InvalidDataException">The bytes are no graph, the nodes are not there, or what lies between them is no such network.</exception>
    public static Network Import(ReadOnlySpan<byte> graph, string input, string output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        return new FrozenGraphImporter(Graph.Parse(graph)).Import(input, output);
    }

    /// <summary>What <see cref="Import"/> gives, or null where what lies between the nodes is no such network, or images are so large (beyond 96 x 96 of three colours) that a graph, which runs them one by one, serves better.</summary>
    public static Network? TryImport(ReadOnlySpan<byte> graph, string input, string output)
    {
        try
        {
            return Import(graph, input, output) is { } network && network.Architecture.Input.Size <= NetworkInput.LargestTogether ? network : null;
        }
        catch (InvalidDataException)
        {
            // What is no chain of layers may still be a graph, and what is damaged is told by whoever reads that.
            return null;
        }
    }

    /// <summary>The type of what a node gives, as far as its attributes tell: Single where they do not.</summary>
    public static ElementType TypeOf(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return FrozenGraphCompiler.TypeOf(node, 0);
    }

    /// <summary>Makes a graph that runs what lies between some nodes, whatever its shape. Where <see cref="Import"/> can be used, it is faster for many images.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">Names of the nodes that are fed.</param>
    /// <param name="outputs">Names of the nodes whose values are wanted, with an index behind a colon for another output than the first.</param>
    /// <exception cref="InvalidDataException">A node is not there, or what is needed has an operation that is not supported; the sentence names the node.</exception>
    public static InferenceGraph Compile(Graph graph, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        return new FrozenGraphCompiler(graph).Compile(inputs, outputs);
    }

    /// <summary>
    /// Makes a network of the part of a graph that turns images into features, to learn something else on top of: all from its only placeholder to the one node
    /// that no other reads, without the last dense layer where that is one with softmax.
    /// </summary>
    /// <param name="graph">A protocol buffer, ours or any other frozen graph.</param>
    /// <exception cref="InvalidDataException">The bytes are no graph, or not one with one input and one output that are such a network.</exception>
    public static Network ImportFeatures(ReadOnlySpan<byte> graph)
    {
        var (input, output) = Ends(Graph.Parse(graph));
        var network = Import(graph, input, output);
        return network.Architecture.Layers is [.., _, Dense { Activation: Activation.Softmax }] ? network.WithoutHead() : network;
    }

    /// <summary>The nodes between which a graph turns images into features: its only placeholder, and what a last dense layer with softmax reads, or else the one node that no other reads.</summary>
    /// <exception cref="InvalidDataException">The graph has not one input and one output.</exception>
    public static (string Input, string Output) FindFeatures(Graph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (input, output) = Ends(graph);
        var at = graph.Find(output);
        while (at is { Operation: "Identity", Inputs: [var before] })
            at = graph.Find(before.Node);
        if (at is not { Operation: "Softmax", Inputs: [var logits] })
            return (input, output);
        at = graph.Find(logits.Node);
        if (at is { Operation: "BiasAdd" or "Add" or "AddV2", Inputs: [var product, _] })
            at = graph.Find(product.Node);
        return at is { Operation: "MatMul", Inputs: [var features, var weights] } && FrozenGraphConstants.Find(graph, weights) is not null ? (input, features.ToString()) : (input, output);
    }

    /// <summary>Whether a node can have that name: a letter, digit or dot, then letters, digits, '_', '.', '-' and '/'.</summary>
    public static bool IsNodeName(string name) =>
        !string.IsNullOrEmpty(name) && (char.IsAsciiLetterOrDigit(name[0]) || name[0] == '.')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '/');

    private static (string Input, string Output) Ends(Graph graph)
    {
        var read = graph.Nodes.SelectMany(node => node.Inputs).Select(input => input.Node).ToHashSet(StringComparer.Ordinal);
        return (
            Only(graph.Nodes.Where(node => node.Operation == "Placeholder"), "placeholder"),
            Only(graph.Nodes.Where(node => !read.Contains(node.Name) && node.Operation is not ("NoOp" or "Const")), "node that no other reads"));
    }

    private static string Only(IEnumerable<GraphNode> nodes, string kind)
    {
        var names = nodes.Select(node => $"'{node.Name}'").ToArray();
        return names.Length == 1
            ? names[0].Trim('\'')
            : throw new InvalidDataException($"A TensorFlow graph with exactly one {kind} was expected. Received: {(names.Length == 0 ? "none" : string.Join(", ", names))}.");
    }

    private static void CheckName(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (!IsNodeName(name))
        {
            throw new ArgumentException(
                $"A node's name begins with a letter, digit or dot and goes on with letters, digits, '_', '.', '-' or '/'. Received: '{name}'.", parameter);
        }
    }
}
