using MlNetFashion.Interchange.Onnx;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Walks a model backwards from an output to its input, then translates the nodes it met into layers.</summary>
internal sealed class OnnxImporter(OnnxGraph graph, OnnxValue input)
{
    private const int LongestChain = 10_000;
    private const int LargestImage = 1 << 28;

    private readonly OnnxValues _values = new(graph);

    public Network Import(string output)
    {
        var layers = new ImportedLayers($"{input.Name} to {output}", InputShape());
        var translation = new OnnxTranslation(_values, layers, graph.OperatorSet);
        foreach (var node in ChainTo(output))
            translation.Add(node);
        translation.CheckEnd(output);
        return layers.ToNetwork();
    }

    private List<OnnxNode> ChainTo(string output)
    {
        var chain = new List<OnnxNode>();
        for (var at = output; at != input.Name;)
        {
            var node = _values.Producer(at) ?? throw new InvalidDataException($"The ONNX model has no value '{at}'.");
            if (node.Outputs[0] != at)
                throw new InvalidDataException($"'{at}' of the ONNX model is a further output of a node ({node.Operation}); only first outputs can be followed.");
            if (chain.Count == LongestChain)
                throw new InvalidDataException($"The ONNX model goes round in circles at '{at}'.");
            chain.Add(node);
            at = OnnxGelu.SourceOf(_values, node) ?? DataOf(node);
        }

        chain.Reverse();
        return chain;
    }

    private string DataOf(OnnxNode node)
    {
        var data = node.Inputs.Where(_values.IsData).Distinct().ToArray();
        return data.Length == 1
            ? data[0]
            : throw new InvalidDataException($"The ONNX model's node '{node.Name}' ({node.Operation}) has {data.Length} inputs that are no constants; expected one.");
    }

    private TensorShape InputShape()
    {
        var shape = input.Shape is { } known ? known.Skip(1).Select(size => size ?? -1).ToArray() : [];
        return shape switch
        {
            [> 0 and <= LargestImage and var length] => new TensorShape(1, 1, (int)length),
            [> 0 and <= LargestImage and var channels, > 0 and <= LargestImage and var height, > 0 and <= LargestImage and var width]
                when channels * height <= LargestImage && channels * height * width <= LargestImage => new TensorShape((int)height, (int)width, (int)channels),
            _ => throw new InvalidDataException($"The ONNX model's input '{input.Name}' must have a shape [N, channels, height, width] or [N, length]."),
        };
    }
}
