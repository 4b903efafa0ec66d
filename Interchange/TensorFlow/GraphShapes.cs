namespace MlNetFashion.Interchange.TensorFlow;

/// <summary>The shapes of what a graph's nodes give, as far as they follow from constants and placeholders; -1 for sizes that do not.</summary>
public static class GraphShapes
{
    // Frozen graphs stand in order of execution, so that one pass is the rule.
    private const int MostPasses = 8;

    /// <summary>The shape of each node's first output; nodes whose shape is not known are left out.</summary>
    public static IReadOnlyDictionary<string, long[]> Of(Graph graph)
    {
        var shapes = new Dictionary<string, long[]>(StringComparer.Ordinal);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = shapes.Count;
            foreach (var node in graph.Nodes)
            {
                if (!shapes.ContainsKey(node.Name) && Infer(graph, node, shapes) is { } shape)
                    shapes.Add(node.Name, shape);
            }

            if (shapes.Count == before)
                break;
        }

        return shapes;
    }

    private static long[]? Infer(Graph graph, GraphNode node, Dictionary<string, long[]> shapes)
    {
        if (node.Operation is "Placeholder" or "PlaceholderV2")
            return node.Shape("shape");
        if (node.Operation is "Const")
            return node.Tensor("value") is { } tensor ? [.. tensor.Shape.Select(size => (long)size)] : null;
        var inputs = node.Inputs.Select(input => input.Output == 0 ? shapes.GetValueOrDefault(input.Node) : null).ToArray();
        if (inputs.Length == 0)
            return null;
        var (first, second) = (inputs[0], inputs.ElementAtOrDefault(1));
        return node.Operation switch
        {
            "PlaceholderWithDefault" => node.Shape("shape") ?? first,
            "MatMul" => second is [var rows, var columns]
                ? [first is not { Length: 2 } ? -1 : first[node.Truth("transpose_a") == true ? 1 : 0], node.Truth("transpose_b") == true ? rows : columns]
                : null,
            "Reshape" => Constant(graph, node, 1) is { } shape ? Reshaped(first, shape) : null,
            "ResizeBilinear" or "ResizeNearestNeighbor" => Constant(graph, node, 1) is [var height, var width] && first is { Length: 4 } ? [first[0], height, width, first[3]] : null,
            "ConcatV2" => Constant(graph, node, inputs.Length - 1) is [var axis] ? Joined(inputs[..^1], axis) : null,
            "Concat" => Constant(graph, node, 0) is [var axis] ? Joined(inputs[1..], axis) : null,
            "Add" or "AddV2" or "Sub" or "Mul" or "Div" or "RealDiv" or "Maximum" or "Minimum" or "Pow" or "SquaredDifference" or "Equal" or "NotEqual" or "Less" or "LessEqual"
                or "Greater" or "GreaterEqual" or "LogicalAnd" or "LogicalOr" => Stretched(first, second),
            _ => first is null ? null : InferFrom(graph, node, first, second),
        };
    }

    private static long[]? InferFrom(Graph graph, GraphNode node, long[] first, long[]? second) => node.Operation switch
    {
        "Conv2D" or "DepthwiseConv2dNative" => Convolution(node, first, second),
        "MaxPool" or "AvgPool" => first.Length == 4 && node.Integers("ksize") is [_, var height, var width, _] ? Windows(node, first, height, width, first[^1]) : null,
        "Mean" or "Sum" or "Max" or "Min" or "Prod" or "All" or "Any" => Constant(graph, node, 1) is { } axes ? Reduced(first, axes, node.Truth("keep_dims") == true) : null,
        "ArgMax" or "ArgMin" => Constant(graph, node, 1) is { } axes ? Reduced(first, axes, keep: false) : null,
        "Pad" or "PadV2" or "MirrorPad" => Constant(graph, node, 1) is { } pads && pads.Length == 2 * first.Length
            ? [.. first.Select((size, axis) => size < 0 ? -1 : size + pads[2 * axis] + pads[(2 * axis) + 1])]
            : null,
        "Squeeze" => Squeezed(first, node.Integers("squeeze_dims") ?? node.Integers("axis") ?? []),
        "ExpandDims" => Constant(graph, node, 1) is [var axis] && axis >= -first.Length - 1 && axis <= first.Length
            ? [.. first.ToList()[..(int)(axis < 0 ? axis + first.Length + 1 : axis)], 1, .. first[(int)(axis < 0 ? axis + first.Length + 1 : axis)..]]
            : null,
        "Transpose" => Constant(graph, node, 1) is { } order && order.Length == first.Length && order.All(axis => axis >= 0 && axis < first.Length)
            ? [.. order.Select(axis => first[axis])]
            : null,
        "BiasAdd" or "FusedBatchNorm" or "FusedBatchNormV2" or "FusedBatchNormV3" or "LRN" or "Cast" or "Identity" or "StopGradient" or "CheckNumerics" or "PreventGradient"
            or "Relu" or "Relu6" or "LeakyRelu" or "Elu" or "Selu" or "Sigmoid" or "Tanh" or "Erf" or "Softplus" or "Softsign" or "Softmax" or "LogSoftmax" or "Exp" or "Log"
            or "Sqrt" or "Rsqrt" or "Square" or "Neg" or "Abs" or "Floor" or "Ceil" or "Round" or "LogicalNot" or "ZerosLike" or "OnesLike" => first,
        _ => null,
    };

    private static long[]? Convolution(GraphNode node, long[] input, long[]? kernel)
    {
        if (kernel is not [var height, var width, var channels, var last])
            return null;
        return Windows(node, input, height, width, node.Operation == "Conv2D" ? last : channels * last);
    }

    private static long[]? Windows(GraphNode node, long[] input, long height, long width, long channels)
    {
        if (input.Length != 4 || node.Integers("strides") is not [_, > 0 and var down, > 0 and var across, _] || node.Text("padding") is not ("SAME" or "VALID")
            || node.Text("data_format") is not (null or "NHWC") || node.Integers("dilations") is { } dilations && dilations.Any(dilation => dilation != 1))
        {
            return null;
        }

        return [input[0], Count(input[1], height, down), Count(input[2], width, across), channels];

        long Count(long size, long window, long stride) => size < 0 ? -1
            : node.Text("padding") == "SAME" ? (size + stride - 1) / stride
            : Math.Max(0, (size - window + stride) / stride);
    }

    private static long[]? Constant(Graph graph, GraphNode node, int input) =>
        node.Inputs.Length > input && graph.Find(node.Inputs[input].Node)?.Operation == "Const"
        && graph.Find(node.Inputs[input].Node)!.Tensor("value") is { Type: GraphDataType.Int32 or GraphDataType.Int64 } tensor
            ? tensor.ToIntegers()
            : null;

    // One size may be left to follow from the others; with an open batch it is the batch.
    private static long[] Reshaped(long[]? input, long[] shape)
    {
        var known = shape.Where(size => size >= 0).Aggregate(1L, (product, size) => product * size);
        var total = input is null || input.Contains(-1) || known == 0 ? -1 : input.Aggregate(1L, (product, size) => product * size) / known;
        return Array.ConvertAll(shape, size => size >= 0 ? size : total);
    }

    private static long[] Reduced(long[] input, long[] axes, bool keep)
    {
        var reduced = axes.Select(axis => axis < 0 ? axis + input.Length : axis).ToHashSet();
        return [.. input.Select((size, axis) => reduced.Contains(axis) ? (keep ? 1 : -2) : size).Where(size => size != -2)];
    }

    private static long[]? Squeezed(long[] input, long[] axes)
    {
        var taken = axes.Select(axis => axis < 0 ? axis + input.Length : axis).ToHashSet();
        return taken.Count == 0 && input.Contains(-1) ? null : [.. input.Where((size, axis) => taken.Count > 0 ? !taken.Contains(axis) : size != 1)];
    }

    private static long[]? Joined(long[]?[] inputs, long axis)
    {
        if (inputs.Length == 0 || inputs[0] is not { } first || inputs.Any(input => input?.Length != first.Length))
            return null;
        var along = axis < 0 ? axis + first.Length : axis;
        return along < 0 || along >= first.Length
            ? null
            : [.. first.Select((size, at) => at != along ? size : inputs.Any(input => input![at] < 0) ? -1 : inputs.Sum(input => input![at]))];
    }

    private static long[]? Stretched(long[]? first, long[]? second)
    {
        if (first is null || second is null)
            return null;
        return [.. Enumerable.Range(1, Math.Max(first.Length, second.Length)).Reverse().Select(back =>
            (back <= first.Length ? first[^back] : 1, back <= second.Length ? second[^back] : 1) switch
            {
                (1, var other) => other,
                (var size, 1) => size,
                (-1, var other) => other,
                var (size, _) => size,
            })];
    }
}
