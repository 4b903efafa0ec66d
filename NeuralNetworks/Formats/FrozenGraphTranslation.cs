using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Translates nodes, in the order of execution, into layers.</summary>
internal sealed class FrozenGraphTranslation(Graph graph, ImportedLayers layers)
{
    public void Add(IEnumerable<ChainLink<GraphNode>> chain)
    {
        foreach (var link in chain)
        {
            if (link.IsSum)
                layers.AddSum(link.Node.Name, Branch(link.Body), Branch(link.Shortcut));
            else
                Add(link.Node);
        }
    }

    private ImportedLayers Branch(IEnumerable<ChainLink<GraphNode>> chain)
    {
        var branch = layers.Branch();
        new FrozenGraphTranslation(graph, branch).Add(chain);
        return branch;
    }

    private void Add(GraphNode node)
    {
        switch (node.Operation)
        {
            case "Identity" or "StopGradient" or "CheckNumerics" or "PlaceholderWithDefault":
                break;
            case "Conv2D":
                AddConvolution(node);
                break;
            case "MatMul":
                AddDense(node);
                break;
            case "BiasAdd" or "Add" or "AddV2":
                layers.AddBias(node.Name, Constants(node, 1)[0].ToSingles());
                break;
            case "MaxPool" or "AvgPool":
                AddPooling(node);
                break;
            case "Mean":
                AddGlobalMean(node);
                break;
            case "Reshape":
                layers.Reshape(node.Name, Constants(node, 1)[0].ToIntegers());
                break;
            case "FusedBatchNorm" or "FusedBatchNormV2" or "FusedBatchNormV3":
                AddNormalization(node);
                break;
            case "Mul" when FrozenGraphGelu.SourceOf(graph, node) is not null:
                layers.Activate(node.Name, Activation.Gelu, null);
                break;
            case "Mul":
                layers.AddFactor(node.Name, Constants(node, 1)[0].ToSingles());
                break;
            case "LeakyRelu":
                layers.Activate(node.Name, Activation.LeakyRelu, node.Number("alpha") ?? 0.2f);
                break;
            case "Relu" or "Elu" or "Sigmoid" or "Tanh" or "Softmax":
                layers.Activate(node.Name, Enum.Parse<Activation>(node.Operation), null);
                break;
            default:
                throw new InvalidDataException(
                    $"The TensorFlow graph's node '{node.Name}' is a {node.Operation}; expected Conv2D, MatMul, BiasAdd, MaxPool, AvgPool, Mean, "
                    + "Reshape, FusedBatchNorm or an activation.");
        }
    }

    private void AddPooling(GraphNode node)
    {
        var (size, stride, padding) = Window(node, "ksize");
        int? strides = stride == size ? null : stride;
        layers.Add(node.Name, node.Operation == "MaxPool"
            ? new MaxPool2D(size) { Strides = strides, Padding = padding }
            : new AveragePool2D(size) { Strides = strides, Padding = padding });
    }

    private void AddGlobalMean(GraphNode node)
    {
        var axes = Constants(node, 1)[0].ToIntegers();
        if (layers.IsVector || node.Truth("keep_dims") == true || !axes.Order().SequenceEqual([1L, 2]))
            throw Unlike(node, "the axes 1 and 2 of images, which are not kept", $"[{string.Join(", ", axes)}]");
        layers.Add(node.Name, new GlobalAveragePool2D());
    }

    private void AddConvolution(GraphNode node)
    {
        var (_, stride, padding) = Window(node, null);
        if (node.Integers("dilations") is { } dilations && dilations.Any(dilation => dilation != 1))
            throw Unlike(node, "dilations of 1", $"dilations [{string.Join(", ", dilations)}]");
        var kernel = Constants(node, 1)[0];
        if (kernel.Shape is not [var height, var width, _, var filters] || height != width)
            throw Unlike(node, "a square kernel [size, size, channels, filters]", $"[{string.Join(", ", kernel.Shape)}]");
        layers.Add(
            node.Name,
            new Conv2D(filters, height) { Strides = stride, Padding = padding, UseBias = false },
            new NamedArray("kernel", kernel.Shape, kernel.ToSingles()));
    }

    private void AddDense(GraphNode node)
    {
        var kernel = Constants(node, 1)[0];
        if (kernel.Shape is not [var rows, var columns] || node.Truth("transpose_a") == true)
            throw Unlike(node, "rows times a matrix", $"[{string.Join(", ", kernel.Shape)}]");
        var values = kernel.ToSingles();
        if (node.Truth("transpose_b") == true)
        {
            values = ImportedLayers.Transpose(values, rows, columns);
            (rows, columns) = (columns, rows);
        }

        layers.Add(node.Name, new Dense(columns) { UseBias = false }, new NamedArray("kernel", [rows, columns], values));
    }

    private void AddNormalization(GraphNode node)
    {
        CheckLayout(node);
        if (node.Truth("is_training") == true)
            throw Unlike(node, "is_training false", "true");
        var constants = Constants(node, 4);
        layers.Normalize(
            node.Name, constants[0].ToSingles(), constants[1].ToSingles(), constants[2].ToSingles(), constants[3].ToSingles(), node.Number("epsilon") ?? 1e-4f);
    }

    private (int Size, int Stride, Padding Padding) Window(GraphNode node, string? sizeAttribute)
    {
        CheckLayout(node);
        var padding = node.Text("padding") switch
        {
            "SAME" => Padding.Same,
            "VALID" => Padding.Valid,
            var other => throw Unlike(node, "padding SAME or VALID", other ?? "none"),
        };
        return (sizeAttribute is null ? 1 : Square(node, sizeAttribute), Square(node, "strides"), padding);
    }

    private static int Square(GraphNode node, string attribute) => node.Integers(attribute) switch
    {
        [1, > 0 and < int.MaxValue and var height, var width, 1] when height == width => (int)height,
        var other => throw Unlike(node, $"{attribute} [1, n, n, 1]", other is null ? "none" : $"[{string.Join(", ", other)}]"),
    };

    private static void CheckLayout(GraphNode node)
    {
        if (node.Text("data_format") is { } format and not "NHWC")
            throw Unlike(node, "data_format NHWC", format);
    }

    /// <summary>The constants among a node's inputs, exactly so many.</summary>
    private List<GraphTensor> Constants(GraphNode node, int expected)
    {
        var found = node.Inputs.Select(input => FrozenGraphConstants.Find(graph, input)).OfType<GraphTensor>().ToList();
        return found.Count == expected
            ? found
            : throw Unlike(node, $"{expected} constant inputs", found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static InvalidDataException Unlike(GraphNode node, string expected, string received) =>
        new($"The TensorFlow graph's node '{node.Name}' ({node.Operation}) must have {expected}. Received: {received}.");
}
