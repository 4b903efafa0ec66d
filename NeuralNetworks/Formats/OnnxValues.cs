using MlNetFashion.Interchange.Onnx;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>The values of a model by name: what makes each, and which are constants.</summary>
internal sealed class OnnxValues
{
    private readonly OnnxGraph _graph;
    private readonly Dictionary<string, OnnxNode> _producers = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">Two nodes give a value of one name.</exception>
    public OnnxValues(OnnxGraph graph)
    {
        _graph = graph;
        foreach (var node in graph.Nodes)
        {
            foreach (var output in node.Outputs.Where(output => output.Length > 0))
            {
                if (!_producers.TryAdd(output, node))
                    throw new InvalidDataException($"Two nodes of the ONNX model give a value called '{output}'.");
            }
        }
    }

    public OnnxNode? Producer(string value) => _producers.GetValueOrDefault(value);

    /// <summary>The constant of that name, weights or the output of a "Constant" node; null for anything else.</summary>
    public OnnxTensor? Constant(string value) =>
        _graph.Initializer(value) ?? (Producer(value) is { Operation: "Constant" } node ? node.Tensor("value") : null);

    public bool IsData(string value) => value.Length > 0 && Constant(value) is null;

    /// <summary>Whether the next operation on a value lays it out in a row.</summary>
    public bool IsFlattened(string value) => _graph.Nodes.Any(node => node.Operation is "Flatten" or "Reshape" && node.Inputs.FirstOrDefault() == value);
}
