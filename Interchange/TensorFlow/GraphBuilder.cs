using System.Text;
using Google.Protobuf;
using MlNetFashion.Interchange.TensorFlow.Wire;

namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>
/// Makes a frozen graph for inference, in Single, images [batch, height, width, channels]. Every method adds one node and
/// returns its name, for the inputs of others. What it writes is read by TensorFlow, TensorFlow.js, OpenCV and ML.NET.
/// </summary>
public sealed class GraphBuilder
{
    // The oldest graph version whose operations are all those used here; readers refuse a graph without one.
    private const int Producer = 27;
    private const string ImageLayout = "NHWC";

    private readonly WireGraph _graph = new() { Versions = new WireVersions { Producer = Producer } };
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="name">The name under which data are fed; ML.NET wants a column of that name.</param>
    /// <param name="shape">The shape, -1 for the batch.</param>
    public string Placeholder(string name, params ReadOnlySpan<int> shape)
    {
        var wire = new WireShape();
        foreach (var size in shape)
            wire.Dimensions.Add(new WireShape.Types.Dimension { Size = size });
        return Add(name, "Placeholder", [], ("dtype", TypeOf(GraphDataType.Single)), ("shape", new WireAttribute { Shape = wire }));
    }

    public string Constant(string name, GraphTensor value) =>
        Add(name, "Const", [], ("dtype", TypeOf(value.Type)), ("value", new WireAttribute { Tensor = value.Wire }));

    /// <param name="name">The node's name.</param>
    /// <param name="input">Images [batch, height, width, channels].</param>
    /// <param name="kernel">A constant [kernel height, kernel width, channels, filters].</param>
    /// <param name="stride">Step in both directions.</param>
    /// <param name="padding">What happens at the border.</param>
    public string Conv2D(string name, string input, string kernel, int stride, GraphPadding padding) => Add(
        name, "Conv2D", [input, kernel],
        Single("T"), ("strides", Integers(1, stride, stride, 1)), ("padding", Text(padding)), Layout(), ("dilations", Integers(1, 1, 1, 1)));

    /// <summary>A convolution of each channel by itself: <paramref name="kernel"/> is [kernel height, kernel width, channels, multiplier].</summary>
    public string DepthwiseConv2D(string name, string input, string kernel, int stride, GraphPadding padding) => Add(
        name, "DepthwiseConv2dNative", [input, kernel],
        Single("T"), ("strides", Integers(1, stride, stride, 1)), ("padding", Text(padding)), Layout(), ("dilations", Integers(1, 1, 1, 1)));

    public string BiasAdd(string name, string input, string bias) => Add(name, "BiasAdd", [input, bias], Single("T"), Layout());

    public string MaxPool(string name, string input, int size, int stride, GraphPadding padding) => Pool("MaxPool", name, input, size, stride, padding);

    public string AvgPool(string name, string input, int size, int stride, GraphPadding padding) => Pool("AvgPool", name, input, size, stride, padding);

    /// <summary>An operation of one input and no attribute but the type: "Relu", "Elu", "Sigmoid", "Tanh", "Erf", "Softmax", "Identity".</summary>
    public string Unary(string operation, string name, string input) => Add(name, operation, [input], Single("T"));

    public string LeakyRelu(string name, string input, float alpha) =>
        Add(name, "LeakyRelu", [input], Single("T"), ("alpha", new WireAttribute { Number = alpha }));

    /// <summary>The sum; the smaller operand is repeated along the axes it lacks.</summary>
    public string Add(string name, string left, string right) => Add(name, "AddV2", [left, right], Single("T"));

    /// <summary>The product, element by element; the smaller operand is repeated along the axes it lacks.</summary>
    public string Multiply(string name, string left, string right) => Add(name, "Mul", [left, right], Single("T"));

    /// <param name="name">The node's name.</param>
    /// <param name="input">Any tensor.</param>
    /// <param name="shape">A constant of Int32, -1 for the one size that follows from the others.</param>
    public string Reshape(string name, string input, string shape) =>
        Add(name, "Reshape", [input, shape], Single("T"), ("Tshape", TypeOf(GraphDataType.Int32)));

    /// <summary>[batch, in] x [in, out].</summary>
    public string MatMul(string name, string left, string right) => Add(
        name, "MatMul", [left, right], Single("T"), ("transpose_a", new WireAttribute { Truth = false }), ("transpose_b", new WireAttribute { Truth = false }));

    /// <param name="name">The node's name.</param>
    /// <param name="input">Any tensor.</param>
    /// <param name="axes">A constant of Int32: the axes that are averaged away.</param>
    /// <param name="keepDimensions">Whether those axes stay, with size 1.</param>
    public string Mean(string name, string input, string axes, bool keepDimensions) => Add(
        name, "Mean", [input, axes], Single("T"), ("Tidx", TypeOf(GraphDataType.Int32)), ("keep_dims", new WireAttribute { Truth = keepDimensions }));

    /// <summary>Batch normalisation with the moving averages; all four constants are [channels].</summary>
    public string FusedBatchNorm(string name, string input, string scale, string offset, string mean, string variance, float epsilon) => Add(
        name, "FusedBatchNorm", [input, scale, offset, mean, variance],
        Single("T"), ("epsilon", new WireAttribute { Number = epsilon }), Layout(), ("is_training", new WireAttribute { Truth = false }));

    /// <summary>A placeholder that is fed with the bytes of one image file.</summary>
    public string FilePlaceholder(string name) => Add(
        name, "Placeholder", [], ("dtype", TypeOf(GraphDataType.Text)), ("shape", new WireAttribute { Shape = new WireShape { UnknownRank = true } }));

    /// <summary>The pixels of a JPEG or PNG file, [height, width, channels] of 0 to 255.</summary>
    public string DecodeJpeg(string name, string input, int channels) => Add(
        name, "DecodeJpeg", [input],
        ("channels", new WireAttribute { Integer = channels }), ("ratio", new WireAttribute { Integer = 1 }), ("fancy_upscaling", new WireAttribute { Truth = true }),
        ("try_recover_truncated", new WireAttribute { Truth = false }), ("acceptable_fraction", new WireAttribute { Number = 1 }), ("dct_method", Text(string.Empty)));

    /// <summary>Bytes as Single, 0 to 255.</summary>
    public string CastBytes(string name, string input) => Add(
        name, "Cast", [input], ("SrcT", TypeOf(GraphDataType.Byte)), ("DstT", TypeOf(GraphDataType.Single)), ("Truncate", new WireAttribute { Truth = false }));

    /// <param name="name">The node's name.</param>
    /// <param name="input">Any tensor.</param>
    /// <param name="axis">A constant of Int32: where the axis of size 1 goes.</param>
    public string ExpandDims(string name, string input, string axis) =>
        Add(name, "ExpandDims", [input, axis], Single("T"), ("Tdim", TypeOf(GraphDataType.Int32)));

    /// <param name="name">The node's name.</param>
    /// <param name="input">Images [batch, height, width, channels].</param>
    /// <param name="size">A constant of Int32: height and width. Pixels are taken at whole multiples of the ratio, from the top left corner.</param>
    public string ResizeBilinear(string name, string input, string size) => Add(
        name, "ResizeBilinear", [input, size],
        Single("T"), ("align_corners", new WireAttribute { Truth = false }), ("half_pixel_centers", new WireAttribute { Truth = false }));

    /// <summary>A placeholder of any type; a shape of null for one whose rank is not known.</summary>
    public string Placeholder(string name, GraphDataType type, params int[]? shape)
    {
        var wire = new WireShape { UnknownRank = shape is null };
        foreach (var size in shape ?? [])
            wire.Dimensions.Add(new WireShape.Types.Dimension { Size = size });
        return Add(name, "Placeholder", [], ("dtype", TypeOf(type)), ("shape", new WireAttribute { Shape = wire }));
    }

    /// <summary>Says that a node of another graph, which this one is put behind, can be read.</summary>
    public string Outside(string name)
    {
        _names.Add(GraphInput.Parse(name).Node);
        return name;
    }

    /// <summary>Any operation.</summary>
    /// <param name="operation">TensorFlow's name of it.</param>
    /// <param name="name">The node's name.</param>
    /// <param name="inputs">What it reads: names of nodes, with an index behind a colon for another output than the first.</param>
    /// <param name="attributes">Each a name and a value: a Single, an Int64, a truth value, a text, a type, a tensor or an array of Int64.</param>
    /// <exception cref="ArgumentException">An attribute is of another type.</exception>
    public string Node(string operation, string name, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var list = new (string Name, WireAttribute Value)[attributes.Length];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = (attributes[i].Name, attributes[i].Value switch
            {
                float number => new WireAttribute { Number = number },
                long integer => new WireAttribute { Integer = integer },
                bool truth => new WireAttribute { Truth = truth },
                string text => Text(text),
                GraphDataType type => TypeOf(type),
                GraphTensor tensor => new WireAttribute { Tensor = tensor.Wire },
                long[] integers => Integers(integers),
                var other => throw new ArgumentException($"An attribute of TensorFlow is a number, a text, a type, a tensor or an array. Received: {other.GetType().Name}.", nameof(attributes)),
            });
        }

        return Add(name, operation, inputs, list);
    }

    public Graph Build() => new(_graph.Clone());

    private string Pool(string operation, string name, string input, int size, int stride, GraphPadding padding) => Add(
        name, operation, [input], Single("T"), ("ksize", Integers(1, size, size, 1)), ("strides", Integers(1, stride, stride, 1)), ("padding", Text(padding)), Layout());

    private string Add(string name, string operation, ReadOnlySpan<string> inputs, params ReadOnlySpan<(string Name, WireAttribute Value)> attributes)
    {
        var node = new WireNode { Name = name, Operation = operation };
        foreach (var input in inputs)
        {
            if (!_names.Contains(GraphInput.Parse(input).Node))
                throw new ArgumentException($"The node '{name}' reads '{input}', which the graph does not have yet.");
            node.Inputs.Add(input);
        }

        if (name.Length == 0 || !_names.Add(name))
            throw new ArgumentException($"A node needs a name of its own. Received: '{name}'.", nameof(name));
        foreach (var (attribute, value) in attributes)
            node.Attributes.Add(attribute, value);
        _graph.Nodes.Add(node);
        return name;
    }

    private static (string Name, WireAttribute Value) Single(string name) => (name, TypeOf(GraphDataType.Single));

    private static (string Name, WireAttribute Value) Layout() => ("data_format", Text(ImageLayout));

    private static WireAttribute TypeOf(GraphDataType type) => new() { Type = (int)type };

    private static WireAttribute Text(GraphPadding padding) => Text(padding == GraphPadding.Same ? "SAME" : "VALID");

    private static WireAttribute Text(string text) => new() { Text = ByteString.CopyFrom(text, Encoding.UTF8) };

    private static WireAttribute Integers(params ReadOnlySpan<long> values)
    {
        var items = new WireAttribute.Types.Items();
        foreach (var value in values)
            items.Integers.Add(value);
        return new WireAttribute { List = items };
    }
}
