using MlNetFashion.Interchange.Onnx;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>The exact gelu, x (1 + erf(x / sqrt 2)) / 2, as five nodes, for readers that know no Gelu. Written and recognised here.</summary>
internal static class OnnxGelu
{
    private static readonly float HalfRoot = (float)Math.Sqrt(0.5);

    public static string Add(OnnxBuilder graph, string name, string input, Func<string, string> unique)
    {
        var scaled = graph.Binary("Mul", unique($"{name}_scaled"), input, Scalar("root", HalfRoot));
        var erf = graph.Unary("Erf", unique($"{name}_erf"), scaled);
        var share = graph.Binary("Add", unique($"{name}_share"), erf, Scalar("one", 1));
        var doubled = graph.Binary("Mul", unique($"{name}_doubled"), input, share);
        return graph.Binary("Mul", name, doubled, Scalar("half", 0.5f));

        string Scalar(string what, float value) => graph.Initializer(OnnxTensor.OfSingles(unique($"{name}_{what}"), [value]));
    }

    /// <summary>The x of a gelu whose last node this is, or null where it is none.</summary>
    public static string? SourceOf(OnnxValues values, OnnxNode node)
    {
        if (Times(values, node, 0.5f) is not { } doubled || values.Producer(doubled) is not { Operation: "Mul", Inputs: [var left, var right] })
            return null;
        return IsShare(right, left) ? left : IsShare(left, right) ? right : null;

        bool IsShare(string share, string x) =>
            values.Producer(share) is { Operation: "Add" } sum && OtherThan(values, sum, 1) is { } erf
            && values.Producer(erf) is { Operation: "Erf", Inputs: [var scaled] }
            && values.Producer(scaled) is { } scaling && Times(values, scaling, HalfRoot) == x;
    }

    private static string? Times(OnnxValues values, OnnxNode node, float factor) => node.Operation == "Mul" ? OtherThan(values, node, factor) : null;

    /// <summary>The one of two inputs that is not the given constant, or null where neither is that constant.</summary>
    private static string? OtherThan(OnnxValues values, OnnxNode node, float constant)
    {
        if (node.Inputs is not [var left, var right])
            return null;
        return IsConstant(right) ? left : IsConstant(left) ? right : null;

        bool IsConstant(string name) =>
            values.Constant(name) is { Count: 1, Type: OnnxDataType.Single } found && Math.Abs(found.ToSingles()[0] - constant) < 1e-6f;
    }
}
