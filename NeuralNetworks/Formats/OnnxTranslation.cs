using System.Globalization;
using MlNetFashion.Interchange.Onnx;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Translates operations on images with the channels first, in the order of execution, into layers.</summary>
internal sealed class OnnxTranslation(OnnxValues values, ImportedLayers layers, long operatorSet)
{
    // The first operator set whose soft-max takes one axis, the last by default.
    private const long SoftmaxOfOneAxis = 13;

    // The image whose values, channels first, the vector at hand holds.
    private TensorShape? _flattened;

    /// <summary>Translates a chain that gives the value <paramref name="output"/>.</summary>
    public void Add(IEnumerable<ChainLink<OnnxNode>> chain, string output)
    {
        foreach (var link in chain)
        {
            if (link.IsSum)
                layers.AddSum(link.Node.Name, Branch(link.Body, output), Branch(link.Shortcut, output));
            else
                Add(link.Node);
        }

        if (_flattened is { } image)
            throw new InvalidDataException($"The value '{output}' of the ONNX model is an image of {image} in a row, channels first; expected a dense layer behind it.");
    }

    private ImportedLayers Branch(IEnumerable<ChainLink<OnnxNode>> chain, string output)
    {
        var branch = layers.Branch();
        new OnnxTranslation(values, branch, operatorSet).Add(chain, output);
        return branch;
    }

    private void Add(OnnxNode node)
    {
        switch (node.Operation)
        {
            case "Identity" or "Dropout":
                break;
            case "Conv":
                AddConvolution(node);
                break;
            case "Gemm" or "MatMul":
                AddDense(node);
                break;
            case "Add":
                layers.AddBias(node.Name, Constants(node, 1)[0].ToSingles());
                break;
            case "BatchNormalization":
                var constants = Constants(node, 4);
                layers.Normalize(
                    node.Name, constants[0].ToSingles(), constants[1].ToSingles(), constants[2].ToSingles(), constants[3].ToSingles(), node.Number("epsilon") ?? 1e-5f);
                break;
            case "MaxPool" or "AveragePool":
                AddPooling(node);
                break;
            case "GlobalAveragePool":
                layers.Add(node.Name, new GlobalAveragePool2D());
                break;
            case "Flatten" or "Reshape":
                Reshape(node);
                break;
            case "Transpose":
                Transpose(node);
                break;
            case "Mul" when OnnxGelu.SourceOf(values, node) is not null:
                layers.Activate(node.Name, Activation.Gelu, null);
                break;
            case "Mul":
                layers.AddFactor(node.Name, Constants(node, 1)[0].ToSingles());
                break;
            case "LeakyRelu":
                layers.Activate(node.Name, Activation.LeakyRelu, node.Number("alpha") ?? 0.01f);
                break;
            case "Elu":
                layers.Activate(node.Name, Activation.Elu, node.Number("alpha") is { } alpha and not 1 ? alpha : null);
                break;
            case "Softmax":
                AddSoftmax(node);
                break;
            case "Relu" or "Sigmoid" or "Tanh":
                layers.Activate(node.Name, Enum.Parse<Activation>(node.Operation), null);
                break;
            default:
                throw new InvalidDataException(
                    $"The ONNX model's node '{node.Name}' is a {node.Operation}; expected Conv, Gemm, MatMul, Add, BatchNormalization, MaxPool, "
                    + "AveragePool, GlobalAveragePool, Flatten, Reshape, Transpose or an activation.");
        }
    }

    private void AddConvolution(OnnxNode node)
    {
        if (node.Integers("dilations") is { } dilations && dilations.Any(dilation => dilation != 1))
            throw Unlike(node, "dilations of 1", $"[{string.Join(", ", dilations)}]");
        var weights = Constants(node, node.Inputs.Count(name => name.Length > 0) - 1);
        var groups = node.Integer("group") ?? 1;
        if (weights[0].Shape is not [var filters, var channels, var height, var width] || height != width)
            throw Unlike(node, "a square kernel [filters, channels, size, size]", $"[{string.Join(", ", weights[0].Shape)}]");
        if (groups < 1 || filters % groups != 0 || channels * groups != layers.Shape.Channels)
            throw Unlike(node, $"a kernel for {layers.Shape.Channels} channels", $"{channels} in each of {groups} groups");
        var (_, stride, padding) = Window(node, height);
        layers.Add(
            node.Name,
            new Conv2D(filters, height) { Strides = stride, Padding = padding, UseBias = false },
            ChannelsFirst.KernelBack(weights[0].ToSingles(), filters, channels, height, width, (int)groups));
        if (weights.Count > 1)
            layers.AddBias(node.Name, weights[1].ToSingles());
    }

    private void AddDense(OnnxNode node)
    {
        var weights = Constants(node, node.Inputs.Count(name => name.Length > 0) - 1);
        if (weights[0].Shape is not [var rows, var columns] || (node.Integer("transA") ?? 0) != 0 || !values.IsData(node.Inputs[0]))
            throw Unlike(node, "rows times a matrix", $"[{string.Join(", ", weights[0].Shape)}]");
        if ((node.Number("alpha") ?? 1) != 1 || (node.Number("beta") ?? 1) != 1)
            throw Unlike(node, "alpha and beta of 1", $"{node.Number("alpha") ?? 1} and {node.Number("beta") ?? 1}");
        var kernel = weights[0].ToSingles();
        if ((node.Integer("transB") ?? 0) != 0)
        {
            kernel = ImportedLayers.Transpose(kernel, rows, columns);
            (rows, columns) = (columns, rows);
        }

        if (_flattened is { } image && image.Size == rows)
            kernel = ChannelsFirst.RowsBack(kernel, columns, image);
        _flattened = null;
        layers.Add(node.Name, new Dense(columns) { UseBias = false }, new NamedArray("kernel", [rows, columns], kernel));
        if (weights.Count > 1)
            layers.AddBias(node.Name, weights[1].ToSingles());
    }

    private void AddPooling(OnnxNode node)
    {
        var (size, stride, padding) = Window(node, Square(node, "kernel_shape"));
        int? strides = stride == size ? null : stride;
        if ((node.Integer("count_include_pad") ?? 0) != 0 && padding != Padding.Valid)
            throw Unlike(node, "count_include_pad 0", "1");
        layers.Add(node.Name, node.Operation == "MaxPool"
            ? new MaxPool2D(size) { Strides = strides, Padding = padding }
            : new AveragePool2D(size) { Strides = strides, Padding = padding });
    }

    private void AddSoftmax(OnnxNode node)
    {
        var axis = node.Integer("axis") ?? (operatorSet >= SoftmaxOfOneAxis ? -1 : 1);
        if (_flattened is not null || (axis != 1 && !(axis == -1 && layers.IsVector)))
            throw Unlike(node, "the axis of classes or channels", axis.ToString(CultureInfo.InvariantCulture));
        layers.Activate(node.Name, Activation.Softmax, null);
    }

    private void Reshape(OnnxNode node)
    {
        var image = layers.Shape;
        var wasImage = !layers.IsVector;
        if (node.Operation == "Flatten" && (node.Integer("axis") ?? 1) != 1)
            throw Unlike(node, "axis 1", (node.Integer("axis") ?? 1).ToString(CultureInfo.InvariantCulture));
        var shape = node.Operation == "Flatten" ? [-1, image.Size] : Constants(node, 1)[0].ToIntegers();
        if (shape is [_, -1])
            shape = [-1, image.Size];

        // An image made of a vector at the very start: [batch, channels, height, width].
        layers.Reshape(node.Name, shape is [var batch, var channels, var height, var width] ? [batch, height, width, channels] : shape);
        if (wasImage && layers.IsVector && image.Channels > 1 && image.Height * image.Width > 1)
            _flattened = image;
    }

    // An image with the channels last that is flattened next: what this library has anyway.
    private void Transpose(OnnxNode node)
    {
        var axes = node.Integers("perm") ?? [];
        if (layers.IsVector || !axes.SequenceEqual([0L, 2, 3, 1]) || !values.IsFlattened(node.Outputs[0]))
            throw Unlike(node, "perm [0, 2, 3, 1] before a Flatten", $"[{string.Join(", ", axes)}]");
        layers.Add(node.Name, new Flatten());
    }

    private (int Size, int Stride, Padding Padding) Window(OnnxNode node, int size)
    {
        var stride = node.Integers("strides") is null ? 1 : Square(node, "strides");
        if ((node.Integer("ceil_mode") ?? 0) != 0)
            throw Unlike(node, "ceil_mode 0", "1");
        var same = ChannelsFirst.Pads(layers.Shape, size, stride, Padding.Same);
        var padding = (node.Text("auto_pad") ?? "NOTSET") switch
        {
            "VALID" => Padding.Valid,
            "SAME_UPPER" => Padding.Same,
            "SAME_LOWER" when same[0] == same[2] && same[1] == same[3] => Padding.Same,
            "NOTSET" => (node.Integers("pads") ?? [0, 0, 0, 0]) switch
            {
                [0, 0, 0, 0] => Padding.Valid,
                var pads when pads.SequenceEqual(same) => Padding.Same,
                var pads => throw Unlike(node, $"no pads or [{string.Join(", ", same)}]", $"[{string.Join(", ", pads)}]"),
            },
            var other => throw Unlike(node, "auto_pad NOTSET, VALID or SAME_UPPER", other),
        };
        return (size, stride, padding);
    }

    private static int Square(OnnxNode node, string attribute) => node.Integers(attribute) switch
    {
        [> 0 and < int.MaxValue and var height, var width] when height == width => (int)height,
        var other => throw Unlike(node, $"{attribute} [n, n]", other is null ? "none" : $"[{string.Join(", ", other)}]"),
    };

    private List<OnnxTensor> Constants(OnnxNode node, int expected)
    {
        var found = node.Inputs.Select(values.Constant).OfType<OnnxTensor>().ToList();
        return found.Count == expected && expected > 0 ? found : throw Unlike(node, $"{expected} constant inputs", found.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static InvalidDataException Unlike(OnnxNode node, string expected, string received) =>
        new($"The ONNX model's node '{node.Name}' ({node.Operation}) must have {expected}. Received: {received}.");
}
