using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>
/// The exact gelu, x (1 + erf(x / sqrt 2)) / 2, as five nodes: TensorFlow has no node of its own for it. Written and recognised here.
/// </summary>
internal static class FrozenGraphGelu
{
    private static readonly float HalfRoot = (float)Math.Sqrt(0.5);

    /// <param name="graph">Where the nodes go.</param>
    /// <param name="name">Name of the last node.</param>
    /// <param name="input">The node with x.</param>
    /// <param name="unique">Makes a name that no other node has.</param>
    public static string Add(GraphBuilder graph, string name, string input, Func<string, string> unique)
    {
        var scaled = graph.Multiply(unique($"{name}_scaled"), input, Scalar("root", HalfRoot));
        var erf = graph.Unary("Erf", unique($"{name}_erf"), scaled);
        var share = graph.Add(unique($"{name}_share"), erf, Scalar("one", 1));
        var doubled = graph.Multiply(unique($"{name}_doubled"), input, share);
        return graph.Multiply(name, doubled, Scalar("half", 0.5f));

        string Scalar(string what, float value) => graph.Constant(unique($"{name}_{what}"), GraphTensor.OfSingles([value]));
    }

    /// <summary>The x of a gelu whose last node this is, or null where it is none.</summary>
    public static GraphInput? SourceOf(Graph graph, GraphNode node)
    {
        if (Times(graph, node, 0.5f) is not { } doubled || graph.Find(doubled.Node) is not { Operation: "Mul", Inputs: [var left, var right] })
            return null;
        return IsShare(right, left) ? left : IsShare(left, right) ? right : null;

        bool IsShare(GraphInput share, GraphInput x) =>
            graph.Find(share.Node) is { Operation: "Add" or "AddV2" } sum && OtherThan(graph, sum, 1) is { } erf
            && graph.Find(erf.Node) is { Operation: "Erf", Inputs: [var scaled] }
            && graph.Find(scaled.Node) is { } scaling && Times(graph, scaling, HalfRoot) == x;
    }

    private static GraphInput? Times(Graph graph, GraphNode node, float factor) => node.Operation == "Mul" ? OtherThan(graph, node, factor) : null;

    /// <summary>The one of two inputs that is not the given constant, or null where neither is that constant.</summary>
    private static GraphInput? OtherThan(Graph graph, GraphNode node, float constant)
    {
        if (node.Inputs is not [var left, var right])
            return null;
        return FrozenGraphConstants.Scalar(graph, right) is { } r && Math.Abs(r - constant) < 1e-6f ? left
            : FrozenGraphConstants.Scalar(graph, left) is { } l && Math.Abs(l - constant) < 1e-6f ? right : null;
    }
}
