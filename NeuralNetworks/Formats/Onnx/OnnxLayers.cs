using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>ONNX's operators that are layers of networks.</summary>
internal static class OnnxLayers
{
    // The first operator set whose soft-max takes one axis, the last by default.
    private const long SoftmaxOfOneAxis = 13;

    public static void AddTo(Dictionary<string, Action<OnnxStep>> operators)
    {
        operators["Conv"] = AddConvolution;
        operators["ConvTranspose"] = AddTransposedConvolution;
        operators["MaxPool"] = step => AddPooling(step, greatest: true);
        operators["AveragePool"] = step => AddPooling(step, greatest: false);
        operators["GlobalMaxPool"] = step => step.Give(new Pooling(new PoolingSettings(true, 0, 0, WindowAxis.Plain, WindowAxis.Plain, ChannelsFirst: true)));
        operators["GlobalAveragePool"] = step => step.Give(new GlobalMean(), step.Input(0));
        operators["BatchNormalization"] = AddNormalization;
        operators["InstanceNormalization"] = step => step.Give(new RowNormalizing(2, step.Number("epsilon", 1e-5f), byChannel: true));
        operators["LayerNormalization"] = step => step.Give(new RowNormalizing(step.Integer("axis", -1), step.Number("epsilon", 1e-5f), byChannel: false));
        operators["LpNormalization"] = step => step.Give(new NormDividing(step.Integer("axis", -1), (int)step.Integer("p", 2)));
        operators["LRN"] = step =>
        {
            var size = step.Integer("size", 1);
            if (size is < 1 or > short.MaxValue)
                throw step.Fault($"sums over {size} channels.");
            step.Give(new NeighbourNormalizing(
                (int)(size - 1) / 2, (int)size / 2, step.Number("alpha", 1e-4f) / size, step.Number("beta", 0.75f), step.Number("bias", 1), channelsFirst: true));
        };
        operators["MatMul"] = step => step.Give(new MatrixProduct());
        operators["Gemm"] = step => step.Give(new ScaledProduct(step.Number("alpha", 1), step.Number("beta", 1), step.Truth("transA"), step.Truth("transB")));
        operators["Softmax"] = step => AddSoftmax(step, logarithm: false);
        operators["LogSoftmax"] = step => AddSoftmax(step, logarithm: true);
        operators["Dropout"] = step =>
        {
            if (step.HasOutput(1))
                throw step.Fault("gives a mask, which is not supported.");
            step.GiveUnary(UnaryKind.Identity);
        };
        operators["Resize"] = AddResizing;
        operators["Upsample"] = step =>
        {
            var scales = step.Inputs > 1 ? step.Input(1)
                : step.Node.Numbers("scales") is { } list ? step.Constant(DenseTensor.OfSingles(list, list.Length)) : throw step.Fault("has no scales.");
            step.Give(new Resizing(Mode(step), PixelPlaces.Asymmetric, PixelRounding.Floor, channelsFirst: true), step.Input(0), scales, -1);
        };
    }

    private static void AddConvolution(OnnxStep step)
    {
        if (step.Integer("group", 1) is not (>= 1 and <= int.MaxValue and var groups))
            throw step.Fault($"must have at least one group. Received: {step.Integer("group", 1)}.");
        var kernel = step.Node.Integers("kernel_shape")?.Length ?? (step.Constant(1)?.Rank - 2) ?? 2;
        if (kernel is not (1 or 2))
            throw step.Fault($"works on {kernel} axes; only one or two are supported.");
        var axes = Axes(step, kernel);
        Operation operation = new Convolution(new ConvolutionSettings(axes[0], axes[1], (int)groups, ChannelsFirst: true, KernelLayout.FiltersFirst));
        if (kernel == 2)
        {
            step.Give(operation);
            return;
        }

        // Signals are images of height 1.
        var signal = step.Between(new Unsqueezing(), step.Input(0), step.List(2));
        var result = step.Between(operation, signal, step.Between(new Unsqueezing(), step.Input(1), step.List(2)), step.Input(2));
        step.Give(new Squeezing(), result, step.List(2));
    }

    private static void AddTransposedConvolution(OnnxStep step)
    {
        var axes = Axes(step, 2);
        var more = step.Node.Integers("output_padding") ?? [0, 0];
        if (step.Node.Has("output_shape") || more is not [>= 0 and <= short.MaxValue, >= 0 and <= short.MaxValue] || axes.Any(axis => axis.Padding != WindowPadding.Explicit)
            || step.Integer("group", 1) != 1 || step.Node.Integers("kernel_shape") is { Length: not 2 })
        {
            throw step.Fault("must have one group, two axes and explicit pads, without an output_shape.");
        }

        step.Give(new TransposedConvolution(axes[0], axes[1], ((int)more[0], (int)more[1]), channelsFirst: true));
    }

    private static void AddPooling(OnnxStep step, bool greatest)
    {
        if (step.HasOutput(1))
            throw step.Fault("gives the places of the greatest values, which is not supported.");
        var kernel = step.Node.Integers("kernel_shape") ?? throw step.Fault("has no kernel_shape.");
        if (kernel.Any(size => size is < 1 or > short.MaxValue))
            throw step.Fault($"has a window of [{string.Join(", ", kernel.Take(16))}].");
        var axes = Axes(step, kernel.Length);
        if (kernel is [var depth, 1, 1] && axes[1..].All(axis => axis == WindowAxis.Plain))
        {
            AddDeepPooling(step, new PoolingSettings(
                greatest, (int)depth, 1, axes[0], WindowAxis.Plain, ChannelsFirst: true, step.Truth("ceil_mode"), step.Truth("count_include_pad")));
            return;
        }

        if (kernel.Length > 2)
            throw step.Fault($"works on {kernel.Length} axes; only one or two are supported.");
        var (height, width) = kernel.Length == 1 ? (1, (int)kernel[0]) : ((int)kernel[0], (int)kernel[1]);
        var operation = new Pooling(new PoolingSettings(
            greatest, height, width, axes[0], axes[1], ChannelsFirst: true, step.Truth("ceil_mode"), step.Truth("count_include_pad")));
        if (kernel.Length == 2)
            step.Give(operation, step.Input(0));
        else
            step.Give(new Squeezing(), step.Between(operation, step.Between(new Unsqueezing(), step.Input(0), step.List(2))), step.List(2));
    }

    // A window of one pixel over volumes, as PyTorch writes sums over channels: height and width are one axis to it.
    private static void AddDeepPooling(OnnxStep step, PoolingSettings settings)
    {
        var flat = step.Between(new Reshaping(zeroKeeps: true), step.Input(0), step.List(0, 0, 0, -1));
        var shape = step.Between(new Joining(0), step.List(0, 0, 0), step.Between(new ShapeOf(ElementType.Int64, 3, 5), step.Input(0)));
        step.Give(new Reshaping(zeroKeeps: true), step.Between(new Pooling(settings), flat), shape);
    }

    private static void AddNormalization(OnnxStep step)
    {
        if (step.Truth("training_mode") || (step.OperatorSet < 7 && step.Node.Has("is_test") && !step.Truth("is_test")))
            throw step.Fault("is set to training; expected inference.");
        step.Give(
            new BatchNormalizing(step.Number("epsilon", 1e-5f), channelsFirst: true), step.Input(0), step.Input(1), step.Input(2), step.Input(3), step.Input(4));
    }

    private static void AddSoftmax(OnnxStep step, bool logarithm)
    {
        var ofOneAxis = step.OperatorSet >= SoftmaxOfOneAxis;
        step.Give(new SoftMaximum(step.Integer("axis", ofOneAxis ? -1 : 1), !ofOneAxis, logarithm));
    }

    private static void AddResizing(OnnxStep step)
    {
        var old = step.OperatorSet < 11;
        var places = (step.Node.Text("coordinate_transformation_mode") ?? (old ? "asymmetric" : "half_pixel")) switch
        {
            "asymmetric" => PixelPlaces.Asymmetric,
            "half_pixel" => PixelPlaces.HalfPixel,
            "pytorch_half_pixel" => PixelPlaces.HalfPixelOfMany,
            "tf_half_pixel_for_nn" => PixelPlaces.MiddleOfPixel,
            "align_corners" => PixelPlaces.Corners,
            var other => throw step.Fault($"has a coordinate_transformation_mode that is not supported. Received: {other}."),
        };
        var rounding = (step.Node.Text("nearest_mode") ?? (old ? "floor" : "round_prefer_floor")) switch
        {
            "floor" => PixelRounding.Floor,
            "ceil" => PixelRounding.Ceiling,
            "round_prefer_floor" => PixelRounding.HalfDown,
            "round_prefer_ceil" => PixelRounding.HalfUp,
            var other => throw step.Fault($"has a nearest_mode that is not supported. Received: {other}."),
        };
        if (step.Node.Has("axes") || step.Truth("antialias") || step.Node.Text("keep_aspect_ratio_policy") is { } policy and not "stretch")
            throw step.Fault("has axes, antialias or a keep_aspect_ratio_policy, which are not supported.");
        step.Give(new Resizing(Mode(step), places, rounding, channelsFirst: true), step.Input(0), step.Input(old ? 1 : 2), old ? -1 : step.Input(3));
    }

    private static bool Mode(OnnxStep step) => (step.Node.Text("mode") ?? "nearest") switch
    {
        "nearest" => false,
        "linear" or "bilinear" => true,
        var other => throw step.Fault($"has a mode that is not supported: expected nearest or linear. Received: {other}."),
    };

    /// <summary>How a window slides along height and width, along the width alone where it has one axis.</summary>
    private static WindowAxis[] Axes(OnnxStep step, int count)
    {
        if (count is < 1 or > 3)
            throw step.Fault($"works on {count} axes; only one or two are supported.");
        var strides = List("strides", count, 1, 1);
        var dilations = List("dilations", count, 1, 1);
        var pads = List("pads", 2 * count, 0, 0);
        var padding = (step.Node.Text("auto_pad") ?? "NOTSET") switch
        {
            "NOTSET" => WindowPadding.Explicit,
            "SAME_UPPER" => WindowPadding.SameUpper,
            "SAME_LOWER" => WindowPadding.SameLower,
            "VALID" => (WindowPadding?)null,
            var other => throw step.Fault($"has an auto_pad that ONNX does not know. Received: {other}."),
        };
        var axes = Enumerable.Range(0, count).Select(i => padding is { } kind
            ? new WindowAxis(strides[i], dilations[i], kind, pads[i], pads[i + count])
            : new WindowAxis(strides[i], dilations[i]));
        return count == 1 ? [WindowAxis.Plain, .. axes] : [.. axes];

        int[] List(string name, int length, int other, int least)
        {
            var list = step.Node.Integers(name) ?? [];
            if (list.Length == 0)
                return [.. Enumerable.Repeat(other, length)];
            return list.Length == length && list.All(value => value >= least && value <= short.MaxValue)
                ? Array.ConvertAll(list, value => (int)value)
                : throw step.Fault($"must have {length} {name} of at least {least}. Received: [{string.Join(", ", list.Take(16))}].");
        }
    }
}
