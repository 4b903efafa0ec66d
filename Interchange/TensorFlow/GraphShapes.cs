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
        if (node.Operation is "Placeholder")
            return node.Shape("shape");
        if (node.Operation is "Const")
            return node.Tensor("value") is { } tensor ? [.. tensor.Shape.Select(size => (long)size)] : null;
        var inputs = node.Inputs.Select(input => input.Output == 0 ? shapes.GetValueOrDefault(input.Node) : null).ToArray();
        if (inputs.Length == 0 || inputs[0] is not { } first)
            return null;
        return node.Operation switch
        {
            "Conv2D" or "DepthwiseConv2dNative" => Convolution(node, first, inputs.ElementAtOrDefault(1)),
            "MaxPool" or "AvgPool" => node.Integers("ksize") is [_, var height, var width, _] ? Windows(node, first, height, width, first[^1]) : null,
            "MatMul" => inputs.ElementAtOrDefault(1) is [var rows, var columns] && first.Length == 2
                ? [first[0], node.Truth("transpose_b") == true ? rows : columns]
                : null,
            "Reshape" => Constant(graph, node) is { } shape ? Reshaped(first, shape) : null,
            "Mean" => Constant(graph, node) is { } axes ? Reduced(first, axes, node.Truth("keep_dims") == true) : null,
            "Add" or "AddV2" or "Mul" => inputs.ElementAtOrDefault(1) is { } second ? (first.Length >= second.Length ? first : second) : null,
            "BiasAdd" or "FusedBatchNorm" or "FusedBatchNormV2" or "FusedBatchNormV3" or "Relu" or "LeakyRelu" or "Elu" or "Sigmoid" or "Tanh" or "Erf"
                or "Softmax" or "Identity" or "StopGradient" => first,
            _ => null,
        };
    }

    private static long[]? Convolution(GraphNode node, long[] input, long[]? kernel)
    {
        if (kernel is not [var height, var width, var channels, var last])
            return null;
        return Windows(node, input, height, width, node.Operation == "Conv2D" ? last : channels * last);
    }

    private static long[]? Windows(GraphNode node, long[] input, long height, long width, long channels)
    {
        if (input.Length != 4 || node.Integers("strides") is not [_, > 0 and var down, > 0 and var across, _])
            return null;
        return [input[0], Count(input[1], height, down), Count(input[2], width, across), channels];

        long Count(long size, long window, long stride) => size < 0 ? -1
            : node.Text("padding") == "SAME" ? (size + stride - 1) / stride
            : Math.Max(0, (size - window + stride) / stride);
    }

    private static long[]? Constant(Graph graph, GraphNode node) =>
        node.Inputs.Length > 1 && graph.Find(node.Inputs[1].Node)?.Tensor("value") is { Type: GraphDataType.Int32 or GraphDataType.Int64 } tensor
            ? tensor.ToIntegers()
            : null;

    // One size may be left to follow from the others; with an open batch it is the batch.
    private static long[] Reshaped(long[] input, long[] shape)
    {
        var known = shape.Where(size => size >= 0).Aggregate(1L, (product, size) => product * size);
        var total = input.Contains(-1) || known == 0 ? -1 : input.Aggregate(1L, (product, size) => product * size) / known;
        return Array.ConvertAll(shape, size => size >= 0 ? size : total);
    }

    private static long[] Reduced(long[] input, long[] axes, bool keep)
    {
        var reduced = axes.Select(axis => axis < 0 ? axis + input.Length : axis).ToHashSet();
        return [.. input.Select((size, axis) => reduced.Contains(axis) ? (keep ? 1 : -2) : size).Where(size => size != -2)];
    }
}
