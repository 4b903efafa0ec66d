using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>TensorFlow's operations that are layers of networks.</summary>
internal static class FrozenGraphLayers
{
    public static void AddTo(Dictionary<string, Action<FrozenGraphStep>> operations)
    {
        operations["Conv2D"] = step => AddConvolution(step, 1, KernelLayout.FiltersLast);
        operations["DepthwiseConv2dNative"] = step => AddConvolution(step, 0, KernelLayout.Depthwise);
        operations["Conv2DBackpropInput"] = AddTransposedConvolution;
        operations["MaxPool"] = step => AddPooling(step, greatest: true);
        operations["AvgPool"] = step => AddPooling(step, greatest: false);
        operations["BiasAdd"] = step => step.Give(
            new Binary(BinaryFunction.Add), step.Input(0), step.ChannelsFirst ? step.Between(new Unsqueezing(), step.Input(1), step.List(1, 2)) : step.Input(1));
        foreach (var name in new[] { "FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3" })
            operations[name] = AddNormalization;
        operations["LRN"] = step =>
        {
            var radius = step.Node.Integer("depth_radius") ?? 5;
            if (radius is < 0 or > short.MaxValue)
                throw step.Fault($"sums over {radius} channels on each side.");
            step.Give(new NeighbourNormalizing(
                (int)radius, (int)radius, step.Node.Number("alpha") ?? 1, step.Node.Number("beta") ?? 0.5f, step.Node.Number("bias") ?? 1, channelsFirst: false));
        };
        operations["MatMul"] = step => step.Give(
            new MatrixProduct(step.Node.Truth("transpose_a") == true, step.Node.Truth("transpose_b") == true), step.Input(0), step.Input(1));
        foreach (var name in new[] { "BatchMatMul", "BatchMatMulV2" })
            operations[name] = step => step.Give(new MatrixProduct(step.Node.Truth("adj_x") == true, step.Node.Truth("adj_y") == true), step.Input(0), step.Input(1));
        operations["Softmax"] = step => step.Give(new SoftMaximum(-1, flattens: false, logarithm: false));
        operations["LogSoftmax"] = step => step.Give(new SoftMaximum(-1, flattens: false, logarithm: true));
        operations["ResizeBilinear"] = step => AddResizing(step, linear: true);
        operations["ResizeNearestNeighbor"] = step => AddResizing(step, linear: false);
    }

    private static void AddConvolution(FrozenGraphStep step, int groups, KernelLayout layout)
    {
        var (down, across) = Axes(step);
        step.Give(new Convolution(new ConvolutionSettings(down, across, groups, step.ChannelsFirst, layout)), step.Input(0), step.Input(1));
    }

    // The inputs are the shape of the result, weights [height, width, filters, channels] and images.
    private static void AddTransposedConvolution(FrozenGraphStep step)
    {
        var (down, across) = Axes(step);
        var channelsFirst = step.ChannelsFirst;
        var kernel = step.Constant(1);
        var shape = step.Constant(0);
        if (kernel.Rank != 4 || shape.Count != 4 || shape.Storage.Integers is null || down.Dilation != 1 || across.Dilation != 1)
            throw step.Fault($"must have weights of four axes, dilations of 1 and the shape of its result. Received: {kernel} and {shape}.");
        var (rows, columns) = channelsFirst ? (shape.Integers[2], shape.Integers[3]) : (shape.Integers[1], shape.Integers[2]);
        var weights = step.Between(new Transposition([3, 2, 0, 1]), step.Input(1));
        var (high, moreHigh) = Sides(down, rows, kernel.Shape[0]);
        var (wide, moreWide) = Sides(across, columns, kernel.Shape[1]);
        step.Give(new TransposedConvolution(high, wide, (moreHigh, moreWide), channelsFirst), step.Input(2), weights);

        // What a convolution over the result would leave out at the end is given beyond the last window.
        (WindowAxis Axis, int More) Sides(WindowAxis axis, long size, int window)
        {
            if (size is < 1 or > int.MaxValue / 4)
                throw step.Fault($"would give images with a side of {size}.");
            var (count, before, after) = axis.Over(new RunContext(new RunResources(), threads: 1) { Step = step.Description }, (int)size, window);
            var whole = ((count - 1) * axis.Stride) + window - before - after;
            return (new WindowAxis(axis.Stride, 1, WindowPadding.Explicit, before, after), (int)size - whole);
        }
    }

    private static void AddPooling(FrozenGraphStep step, bool greatest)
    {
        var (down, across) = Axes(step);
        var (height, width) = Pair(step, "ksize", null);
        step.Give(new Pooling(new PoolingSettings(greatest, height, width, down, across, step.ChannelsFirst)), step.Input(0));
    }

    private static void AddNormalization(FrozenGraphStep step)
    {
        if (step.Node.Truth("is_training") != false)
            throw step.Fault("must have is_training false. Received: true.");
        step.Give(
            new BatchNormalizing(step.Node.Number("epsilon") ?? 1e-4f, step.ChannelsFirst), step.Input(0), step.Input(1), step.Input(2), step.Input(3), step.Input(4));
    }

    private static void AddResizing(FrozenGraphStep step, bool linear)
    {
        var places = step.Node.Truth("align_corners") == true ? PixelPlaces.Corners
            : step.Node.Truth("half_pixel_centers") != true ? PixelPlaces.Asymmetric
            : linear ? PixelPlaces.HalfPixel : PixelPlaces.MiddleOfPixel;
        var images = step.Between(new Conversion(ElementType.Single), step.Input(0));
        step.Give(
            new Resizing(linear, places, places == PixelPlaces.Corners ? PixelRounding.HalfUp : PixelRounding.Floor, channelsFirst: false), images, -1, step.Input(1));
    }

    private static (WindowAxis Down, WindowAxis Across) Axes(FrozenGraphStep step)
    {
        var (down, across) = Pair(step, "strides", null);
        var (tall, wide) = Pair(step, "dilations", 1);
        switch (step.Node.Text("padding"))
        {
            case "SAME":
                return (new(down, tall, WindowPadding.SameUpper), new(across, wide, WindowPadding.SameUpper));
            case "VALID":
                return (new(down, tall), new(across, wide));
            case "EXPLICIT" when step.Node.Integers("explicit_paddings") is { Length: 8 } pads && pads.All(pad => pad is >= 0 and <= short.MaxValue):
                var height = step.ChannelsFirst ? 4 : 2;
                return (
                    new(down, tall, WindowPadding.Explicit, (int)pads[height], (int)pads[height + 1]),
                    new(across, wide, WindowPadding.Explicit, (int)pads[height + 2], (int)pads[height + 3]));
            case var other:
                throw step.Fault($"must have padding SAME, VALID or EXPLICIT. Received: {other ?? "none"}.");
        }
    }

    /// <summary>An attribute's values for height and width, of a list with one for each axis.</summary>
    private static (int Down, int Across) Pair(FrozenGraphStep step, string attribute, int? otherwise)
    {
        var list = step.Node.Integers(attribute);
        if (list is null or [] && otherwise is { } other)
            return (other, other);
        return (list, step.ChannelsFirst) switch
        {
            ([1, > 0 and <= short.MaxValue and var down, > 0 and <= short.MaxValue and var across, 1], false) => ((int)down, (int)across),
            ([1, 1, > 0 and <= short.MaxValue and var down, > 0 and <= short.MaxValue and var across], true) => ((int)down, (int)across),
            _ => throw step.Fault($"must have {attribute} of 1 but along height and width. Received: {(list is null ? "none" : $"[{string.Join(", ", list.Take(16))}]")}."),
        };
    }
}
