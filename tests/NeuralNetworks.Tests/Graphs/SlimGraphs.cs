using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks.Tests.Graphs;

/// <summary>Small frozen graphs built of the same pieces as TensorFlow-Slim's Inception, ResNet v2 and MobileNet, with weights that differ everywhere.</summary>
internal sealed class SlimGraphs
{
    public const string Input = "input";
    public const string Output = "output";
    public const int Size = 35;

    private readonly GraphBuilder _builder = new();
    private readonly System.Random _random = new(11);

    private SlimGraphs()
    {
    }

    public static IReadOnlyDictionary<string, Func<Graph>> All { get; } = new Dictionary<string, Func<Graph>>
    {
        ["inception_v3"] = () => new SlimGraphs().InceptionV3(),
        ["inception_v1"] = () => new SlimGraphs().InceptionV1(),
        ["resnet_v2"] = () => new SlimGraphs().ResNetV2(),
        ["mobilenet_v2"] = () => new SlimGraphs().MobileNetV2(),
    };

    private Graph InceptionV3()
    {
        var x = Convolution("Conv2d_1a_3x3", _builder.Placeholder(Input, -1, Size, Size, 3), 3, 8, (3, 3), 2, "VALID");
        x = Convolution("Conv2d_2b_3x3", x, 8, 12, (3, 3), 1, "SAME");
        x = _builder.MaxPool("MaxPool_3a_3x3", x, 3, 2, GraphPadding.Valid);
        var one = Convolution("Mixed_5b/Branch_0/Conv2d_0a_1x1", x, 12, 5, (1, 1), 1, "SAME");
        var two = Convolution("Mixed_5b/Branch_1/Conv2d_0a_1x1", x, 12, 4, (1, 1), 1, "SAME");
        two = Convolution("Mixed_5b/Branch_1/Conv2d_0b_1x7", two, 4, 6, (1, 7), 1, "SAME");
        two = Convolution("Mixed_5b/Branch_1/Conv2d_0c_7x1", two, 6, 7, (7, 1), 1, "SAME");
        var three = Convolution("Mixed_5b/Branch_2/Conv2d_0b_1x1", _builder.AvgPool("Mixed_5b/Branch_2/AvgPool_0a_3x3", x, 3, 1, GraphPadding.Same), 12, 3, (1, 1), 1, "SAME");
        x = Joined("Mixed_5b/concat", one, two, three);
        x = _builder.Node("AvgPool", "Logits/AvgPool_1a", [x], ("T", GraphDataType.Single), ("ksize", new[] { 1L, 8, 8, 1 }), ("strides", new[] { 1L, 2, 2, 1 }), ("padding", "VALID"), ("data_format", "NHWC"));
        x = _builder.BiasAdd("Logits/BiasAdd", Product("Logits/Conv2d_1c_1x1", x, 15, 9, (1, 1), 1, "SAME"), Constant("Logits/biases", 9));
        x = _builder.Node("Squeeze", "Logits/SpatialSqueeze", [x], ("T", GraphDataType.Single), ("squeeze_dims", new[] { 1L, 2 }));
        return Ending(_builder.Unary("Softmax", "Predictions", x));
    }

    // The first Inception, frozen in the oldest way: sums over neighbouring channels, and the axis first where channels are joined.
    private Graph InceptionV1()
    {
        var x = Old("conv2d0", _builder.Placeholder(Input, GraphDataType.Single, 1, Size, Size, 3), 3, 8, 7, 2);
        x = _builder.MaxPool("maxpool0", x, 3, 2, GraphPadding.Same);
        x = _builder.Node("LRN", "localresponsenorm0", [x], ("alpha", 2e-2f), ("beta", 0.5f), ("bias", 1f), ("depth_radius", 3L));
        var one = Old("mixed3a_1x1", x, 8, 4, 1, 1);
        var two = Old("mixed3a_5x5", Old("mixed3a_5x5_bottleneck", x, 8, 3, 1, 1), 3, 5, 5, 1);
        var pool = Old("mixed3a_pool_reduce", _builder.MaxPool("mixed3a_pool", x, 3, 1, GraphPadding.Same), 8, 3, 1, 1);
        x = _builder.Node("Concat", "mixed3a", [_builder.Constant("mixed3a/concat_dim", GraphTensor.OfIntegers([3])), one, two, pool], ("N", 3L), ("T", GraphDataType.Single));
        x = _builder.AvgPool("avgpool0", x, 9, 9, GraphPadding.Valid);
        x = _builder.Reshape("avgpool0/reshape", x, _builder.Constant("avgpool0/reshape/shape", GraphTensor.OfIntegers([-1, 12], 2)));
        x = _builder.Add("softmax2_pre_activation", _builder.MatMul("softmax2_pre_activation/matmul", x, Constant("softmax2_w", 12, 6)), Constant("softmax2_b", 6));
        return Ending(_builder.Unary("Softmax", "softmax2", x));

        string Old(string name, string input, int channels, int filters, int size, int stride) => _builder.Unary("Relu", name, _builder.BiasAdd(
            $"{name}_pre_relu", _builder.Conv2D($"{name}_pre_relu/conv", input, Constant($"{name}_w", size, size, channels, filters), stride, GraphPadding.Same), Constant($"{name}_b", filters)));
    }

    private Graph ResNetV2()
    {
        var x = _builder.Placeholder(Input, -1, Size, Size, 3);
        x = _builder.Node("Pad", "Pad", [x, _builder.Constant("Pad/paddings", GraphTensor.OfIntegers([0, 0, 3, 3, 3, 3, 0, 0], 4, 2))], ("T", GraphDataType.Single), ("Tpaddings", GraphDataType.Int32));
        x = _builder.BiasAdd("conv1/BiasAdd", Product("conv1", x, 3, 8, (7, 7), 2, "VALID"), Constant("conv1/biases", 8));
        x = _builder.MaxPool("pool1", x, 3, 2, GraphPadding.Same);
        for (var unit = 1; unit <= 2; unit++)
        {
            var name = $"block1/unit_{unit}/bottleneck_v2";
            var depth = unit == 1 ? 8 : 16;
            var active = _builder.Unary("Relu", $"{name}/preact/Relu", Normalized($"{name}/preact", x, depth));
            var shortcut = unit == 1 ? _builder.BiasAdd($"{name}/shortcut/BiasAdd", Product($"{name}/shortcut", active, 8, 16, (1, 1), 1, "SAME"), Constant($"{name}/shortcut/biases", 16)) : x;
            var y = Convolution($"{name}/conv1", active, depth, 5, (1, 1), 1, "SAME");
            y = Convolution($"{name}/conv2", y, 5, 6, (3, 3), 1, "SAME");
            y = _builder.BiasAdd($"{name}/conv3/BiasAdd", Product($"{name}/conv3", y, 6, 16, (1, 1), 1, "SAME"), Constant($"{name}/conv3/biases", 16));
            x = _builder.Add($"{name}/add", shortcut, y);
        }

        x = _builder.Unary("Relu", "postnorm/Relu", Normalized("postnorm", x, 16));
        x = _builder.Mean("pool5", x, _builder.Constant("pool5/reduction_indices", GraphTensor.OfIntegers([1, 2], 2)), keepDimensions: true);
        x = _builder.BiasAdd("logits/BiasAdd", Product("logits", x, 16, 7, (1, 1), 1, "SAME"), Constant("logits/biases", 7));
        return Ending(_builder.Node("Squeeze", "SpatialSqueeze", [x], ("T", GraphDataType.Single), ("squeeze_dims", new[] { 1L, 2 })));
    }

    private Graph MobileNetV2()
    {
        var x = Convolution("Conv", _builder.Placeholder(Input, -1, Size, Size, 3), 3, 8, (3, 3), 2, "SAME", "Relu6");
        var expanded = Convolution("expanded_conv/expand", x, 8, 24, (1, 1), 1, "SAME", "Relu6");
        var deep = _builder.DepthwiseConv2D("expanded_conv/depthwise/depthwise", expanded, Constant("expanded_conv/depthwise/weights", 3, 3, 24, 1), 1, GraphPadding.Same);
        deep = _builder.Unary("Relu6", "expanded_conv/depthwise/Relu6", Normalized("expanded_conv/depthwise", deep, 24));
        x = _builder.Add("expanded_conv/add", Normalized("expanded_conv/project", Product("expanded_conv/project/conv", deep, 24, 8, (1, 1), 1, "SAME"), 8), x);
        deep = _builder.DepthwiseConv2D("expanded_conv_1/depthwise", x, Constant("expanded_conv_1/weights", 3, 3, 8, 1), 2, GraphPadding.Same);
        x = Normalized("expanded_conv_1/norm", deep, 8);
        x = _builder.Mean("AvgPool", x, _builder.Constant("AvgPool/axes", GraphTensor.OfIntegers([1, 2], 2)), keepDimensions: true);
        x = _builder.BiasAdd("Logits/BiasAdd", Product("Logits/Conv2d_1c_1x1", x, 8, 5, (1, 1), 1, "SAME"), Constant("Logits/biases", 5));
        return Ending(_builder.Node("Squeeze", "Logits/Squeeze", [x], ("T", GraphDataType.Single), ("squeeze_dims", new[] { 1L, 2 })));
    }

    private Graph Ending(string last)
    {
        _builder.Unary("Identity", Output, last);
        return _builder.Build();
    }

    private string Convolution(string name, string input, int channels, int filters, (int, int) size, int stride, string padding, string activation = "Relu") =>
        _builder.Unary(activation, $"{name}/{activation}", Normalized(name, Product($"{name}/Conv2D", input, channels, filters, size, stride, padding), filters));

    private string Product(string name, string input, int channels, int filters, (int Height, int Width) size, int stride, string padding) => _builder.Node(
        "Conv2D", name, [input, Constant($"{name}/weights", size.Height, size.Width, channels, filters)],
        ("T", GraphDataType.Single), ("strides", new[] { 1L, stride, stride, 1 }), ("padding", padding), ("data_format", "NHWC"), ("dilations", new[] { 1L, 1, 1, 1 }));

    private string Normalized(string name, string input, int channels) => _builder.FusedBatchNorm(
        $"{name}/BatchNorm/FusedBatchNorm", input, Positive($"{name}/gamma", channels), Constant($"{name}/beta", channels), Constant($"{name}/moving_mean", channels),
        Positive($"{name}/moving_variance", channels), 1e-3f);

    private string Joined(string name, params string[] parts) => _builder.Node(
        "ConcatV2", name, [.. parts, _builder.Constant($"{name}/axis", GraphTensor.OfIntegers([3]))], ("N", (long)parts.Length), ("T", GraphDataType.Single), ("Tidx", GraphDataType.Int32));

    private string Constant(string name, params int[] shape) => Weights(name, shape, () => (float)(_random.NextDouble() - 0.5));

    private string Positive(string name, int channels) => Weights(name, [channels], () => (float)(0.5 + _random.NextDouble()));

    private string Weights(string name, int[] shape, Func<float> draw) => _builder.Constant(
        name, GraphTensor.OfSingles([.. Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(_ => draw())], shape));
}
