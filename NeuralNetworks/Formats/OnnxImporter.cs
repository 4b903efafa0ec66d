using MlNetFashion.Interchange.Onnx;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Finds the operations between a model's input and an output, then translates them into layers.</summary>
internal sealed class OnnxImporter(OnnxGraph graph, OnnxValue input)
{
    private const int LargestImage = 1 << 28;

    private readonly OnnxValues _values = new(graph);

    public Network Import(string output)
    {
        var layers = new ImportedLayers(InputShape());
        var finder = new ChainFinder<OnnxNode>(
            input.Name, ProducerOf, DataOf, node => node.Operation == "Add",
            node => $"The ONNX model's node '{node.Name}' ({node.Operation}), on the way from '{input.Name}' to '{output}',");
        new OnnxTranslation(_values, layers, graph.OperatorSet).Add(finder.To(output), output);
        return layers.ToNetwork($"{input.Name} to {output}");
    }

    private OnnxNode ProducerOf(string value)
    {
        var node = _values.Producer(value) ?? throw new InvalidDataException($"The ONNX model has no value '{value}'.");
        return node.Outputs[0] == value
            ? node
            : throw new InvalidDataException($"'{value}' of the ONNX model is a further output of a node ({node.Operation}); only first outputs can be followed.");
    }

    private string[] DataOf(OnnxNode node) =>
        OnnxGelu.SourceOf(_values, node) is { } source ? [source] : [.. node.Inputs.Where(_values.IsData).Distinct()];

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
