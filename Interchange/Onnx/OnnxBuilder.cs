using Google.Protobuf;
using MlNetFashion.Interchange.Onnx.Wire;

namespace MlNetFashion.Interchange.Onnx;

/// <summary>
/// Makes an ONNX model for inference (operator set 13, IR 7), in Single, images [batch, channels, height, width]. Every method adds
/// one node and returns the name of its output, for the inputs of others. What it writes is read by ONNX Runtime, ML.NET and OpenCV.
/// </summary>
public sealed class OnnxBuilder
{
    private const int OperatorSetVersion = 13;
    private const int FormatVersion = 7;
    private const string Batch = "N";

    private readonly WireModel _model;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="name">The graph's name.</param>
    /// <param name="producer">The program that makes it.</param>
    /// <param name="operatorSet">The version of ONNX's operators. The default is 13.</param>
    public OnnxBuilder(string name, string producer, int operatorSet = OperatorSetVersion)
    {
        _model = new WireModel
        {
            IrVersion = FormatVersion,
            Producer = producer,
            Graph = new WireGraph { Name = name },
            OperatorSets = { new WireOperatorSet { Version = operatorSet } },
        };
    }

    /// <summary>An input [batch, sizes...].</summary>
    public string Input(string name, params ReadOnlySpan<int> sizes)
    {
        _model.Graph.Inputs.Add(Value(name, sizes));
        return Named(name);
    }

    /// <summary>An input of any type and shape, null for a size that is open.</summary>
    public string Input(string name, OnnxDataType type, params ReadOnlySpan<long?> shape)
    {
        _model.Graph.Inputs.Add(Value(name, type, shape));
        return Named(name);
    }

    /// <summary>Declares a value as an output of any type and shape, null for a size that is open.</summary>
    public void Output(string name, OnnxDataType type, params ReadOnlySpan<long?> shape) => _model.Graph.Outputs.Add(Value(name, type, shape));

    /// <summary>Declares a value as an output [batch, sizes...].</summary>
    public void Output(string name, params ReadOnlySpan<int> sizes)
    {
        if (!_names.Contains(name))
            throw new ArgumentException($"The model has no value '{name}' to give.", nameof(name));
        _model.Graph.Outputs.Add(Value(name, sizes));
    }

    /// <summary>Adds weights.</summary>
    public string Initializer(OnnxTensor tensor)
    {
        _model.Graph.Initializers.Add(tensor.Wire);
        return Named(tensor.Name);
    }

    /// <param name="name">The output's name.</param>
    /// <param name="input">Images [batch, channels, height, width].</param>
    /// <param name="kernel">Weights [filters, channels, size, size].</param>
    /// <param name="bias">Weights [filters], or null.</param>
    /// <param name="size">Height and width of the kernel.</param>
    /// <param name="stride">Step in both directions.</param>
    /// <param name="pads">Zeros around the image: top, left, bottom, right.</param>
    public string Conv(string name, string input, string kernel, string? bias, int size, int stride, params ReadOnlySpan<long> pads) => Add(
        name, "Conv", bias is null ? [input, kernel] : [input, kernel, bias],
        Integers("kernel_shape", size, size), Integers("strides", stride, stride), Integers("pads", pads));

    public string MaxPool(string name, string input, int size, int stride, params ReadOnlySpan<long> pads) => Pool("MaxPool", name, input, size, stride, pads);

    /// <summary>The mean of each window; the border does not count.</summary>
    public string AveragePool(string name, string input, int size, int stride, params ReadOnlySpan<long> pads) =>
        Pool("AveragePool", name, input, size, stride, pads);

    /// <summary>The mean over height and width, which stay with size 1.</summary>
    public string GlobalAveragePool(string name, string input) => Add(name, "GlobalAveragePool", [input]);

    /// <summary>[batch, in] times weights [out, in], plus a bias [out].</summary>
    public string Gemm(string name, string input, string weights, string? bias) =>
        Add(name, "Gemm", bias is null ? [input, weights] : [input, weights, bias], Integer("transB", 1));

    /// <summary>Batch normalisation with the moving averages; all four weights are [channels].</summary>
    public string BatchNormalization(string name, string input, string scale, string offset, string mean, string variance, float epsilon) =>
        Add(name, "BatchNormalization", [input, scale, offset, mean, variance], Number("epsilon", epsilon));

    /// <summary>All values of one item of the batch in a row.</summary>
    public string Flatten(string name, string input) => Add(name, "Flatten", [input], Integer("axis", 1));

    public string Transpose(string name, string input, params ReadOnlySpan<long> axes) => Add(name, "Transpose", [input], Integers("perm", axes));

    /// <summary>An operation of one input without attributes: "Relu", "Sigmoid", "Tanh", "Erf", "Identity".</summary>
    public string Unary(string operation, string name, string input) => Add(name, operation, [input]);

    /// <summary>An operation of one input and an alpha: "LeakyRelu", "Elu".</summary>
    public string Unary(string operation, string name, string input, float alpha) => Add(name, operation, [input], Number("alpha", alpha));

    /// <summary>Soft-max over the second axis: classes or channels.</summary>
    public string Softmax(string name, string input) => Add(name, "Softmax", [input], Integer("axis", 1));

    /// <summary>An operation of two inputs: "Add", "Mul".</summary>
    public string Binary(string operation, string name, string left, string right) => Add(name, operation, [left, right]);

    /// <summary>Any operation, of any number of outputs.</summary>
    /// <param name="operation">Its name, after its domain and a dot where it is none of ONNX's own.</param>
    /// <param name="inputs">What it reads, "" for what is left out.</param>
    /// <param name="outputs">Names of what it gives; the first is the node's name, too.</param>
    /// <param name="attributes">Each a name and a value: a Single, an Int64, a text, an array of Single or Int64, or a tensor.</param>
    /// <exception cref="ArgumentException">An attribute is of another type.</exception>
    public void Node(string operation, ReadOnlySpan<string> inputs, ReadOnlySpan<string> outputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var dot = operation.LastIndexOf('.');
        var node = new WireNode { Name = outputs[0], Operation = operation[(dot + 1)..], Domain = dot < 0 ? "" : operation[..dot] };
        foreach (var input in inputs)
            node.Inputs.Add(input);
        foreach (var output in outputs)
            node.Outputs.Add(Named(output));
        foreach (var (name, value) in attributes)
        {
            node.Attributes.Add(value switch
            {
                float number => Number(name, number),
                long integer => Integer(name, integer),
                long[] integers => Integers(name, integers),
                string text => new WireAttribute { Name = name, Text = ByteString.CopyFromUtf8(text), Kind = 3 },
                OnnxTensor tensor => new WireAttribute { Name = name, Tensor = tensor.Wire, Kind = 4 },
                float[] numbers => new WireAttribute { Name = name, Numbers = { numbers }, Kind = 6 },
                string[] texts => new WireAttribute { Name = name, Texts = { texts.Select(ByteString.CopyFromUtf8) }, Kind = 8 },
                _ => throw new ArgumentException($"An attribute of ONNX is a number, a text, a tensor or an array. Received: {value.GetType().Name} for '{name}'.", nameof(attributes)),
            });
        }

        _model.Graph.Nodes.Add(node);
    }

    public OnnxGraph Build() => new(_model.Clone());

    private string Pool(string operation, string name, string input, int size, int stride, ReadOnlySpan<long> pads) => Add(
        name, operation, [input], Integers("kernel_shape", size, size), Integers("strides", stride, stride), Integers("pads", pads));

    private string Add(string name, string operation, ReadOnlySpan<string> inputs, params ReadOnlySpan<WireAttribute> attributes)
    {
        var node = new WireNode { Name = name, Operation = operation, Outputs = { name } };
        foreach (var input in inputs)
        {
            if (!_names.Contains(input))
                throw new ArgumentException($"The node '{name}' reads '{input}', which the model does not have yet.");
            node.Inputs.Add(input);
        }

        foreach (var attribute in attributes)
        {
            // No padding is what readers take for granted.
            if (attribute.Name != "pads" || attribute.Integers.Any(pad => pad != 0))
                node.Attributes.Add(attribute);
        }

        _model.Graph.Nodes.Add(node);
        return Named(name);
    }

    private string Named(string name) => name.Length > 0 && _names.Add(name)
        ? name
        : throw new ArgumentException($"A value needs a name of its own. Received: '{name}'.", nameof(name));

    private static WireValue Value(string name, OnnxDataType type, ReadOnlySpan<long?> sizes)
    {
        var shape = new WireShape();
        foreach (var size in sizes)
            shape.Dimensions.Add(size is { } known ? new WireShape.Types.Dimension { Size = known } : new WireShape.Types.Dimension { Symbol = Batch });
        return new WireValue { Name = name, Type = new WireType { Tensor = new WireType.Types.Tensor { Type = (int)type, Shape = shape } } };
    }

    private static WireValue Value(string name, ReadOnlySpan<int> sizes)
    {
        var shape = new WireShape { Dimensions = { new WireShape.Types.Dimension { Symbol = Batch } } };
        foreach (var size in sizes)
            shape.Dimensions.Add(new WireShape.Types.Dimension { Size = size });
        return new WireValue { Name = name, Type = new WireType { Tensor = new WireType.Types.Tensor { Type = (int)OnnxDataType.Single, Shape = shape } } };
    }

    private static WireAttribute Number(string name, float value) => new() { Name = name, Number = value, Kind = 1 };

    private static WireAttribute Integer(string name, long value) => new() { Name = name, Integer = value, Kind = 2 };

    private static WireAttribute Integers(string name, params ReadOnlySpan<long> values)
    {
        var attribute = new WireAttribute { Name = name, Kind = 7 };
        foreach (var value in values)
            attribute.Integers.Add(value);
        return attribute;
    }
}
