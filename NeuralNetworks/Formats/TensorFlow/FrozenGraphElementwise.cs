using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>TensorFlow's operations on single values.</summary>
internal static class FrozenGraphElementwise
{
    // Klambauer and others, 2017.
    private const float SeluAlpha = 1.6732632423543772f;
    private const float SeluScale = 1.0507009873554805f;

    public static void AddTo(Dictionary<string, Action<FrozenGraphStep>> operations)
    {
        foreach (var (name, kind) in new (string, UnaryKind)[]
        {
            ("Identity", UnaryKind.Identity), ("StopGradient", UnaryKind.Identity), ("CheckNumerics", UnaryKind.Identity), ("PreventGradient", UnaryKind.Identity),
            ("Snapshot", UnaryKind.Identity), ("PlaceholderWithDefault", UnaryKind.Identity), ("Abs", UnaryKind.Absolute), ("Neg", UnaryKind.Negate), ("Sign", UnaryKind.Sign),
            ("Floor", UnaryKind.Floor), ("Ceil", UnaryKind.Ceiling), ("Round", UnaryKind.Round), ("Rint", UnaryKind.Round), ("Square", UnaryKind.Square),
            ("Sqrt", UnaryKind.SquareRoot), ("Rsqrt", UnaryKind.ReciprocalSquareRoot), ("Reciprocal", UnaryKind.Reciprocal), ("Inv", UnaryKind.Reciprocal),
            ("Exp", UnaryKind.Exponential), ("Expm1", UnaryKind.ExponentialMinusOne), ("Log", UnaryKind.Logarithm), ("Log1p", UnaryKind.LogarithmOfOnePlus),
            ("Sin", UnaryKind.Sine), ("Cos", UnaryKind.Cosine), ("Tan", UnaryKind.Tangent), ("Tanh", UnaryKind.HyperbolicTangent), ("Sigmoid", UnaryKind.Sigmoid),
            ("Softplus", UnaryKind.Softplus), ("Softsign", UnaryKind.Softsign), ("Erf", UnaryKind.ErrorFunction),
        })
        {
            operations[name] = step => step.GiveUnary(kind);
        }

        foreach (var (name, function) in new (string, BinaryFunction)[]
        {
            ("Add", BinaryFunction.Add), ("AddV2", BinaryFunction.Add), ("Sub", BinaryFunction.Subtract), ("Mul", BinaryFunction.Multiply), ("Div", BinaryFunction.Divide),
            ("RealDiv", BinaryFunction.Divide), ("TruncateDiv", BinaryFunction.Divide), ("FloorDiv", BinaryFunction.FloorDivide), ("FloorMod", BinaryFunction.FloorRemainder),
            ("Mod", BinaryFunction.Remainder), ("TruncateMod", BinaryFunction.Remainder), ("Maximum", BinaryFunction.Maximum), ("Minimum", BinaryFunction.Minimum),
            ("Pow", BinaryFunction.Power), ("SquaredDifference", BinaryFunction.SquaredDifference),
        })
        {
            operations[name] = step => step.Give(new Binary(function), step.Input(0), step.Input(1));
        }

        foreach (var (name, function) in new (string, ComparisonFunction)[]
        {
            ("Equal", ComparisonFunction.Equal), ("NotEqual", ComparisonFunction.NotEqual), ("Less", ComparisonFunction.Less), ("LessEqual", ComparisonFunction.LessOrEqual),
            ("Greater", ComparisonFunction.Greater), ("GreaterEqual", ComparisonFunction.GreaterOrEqual), ("LogicalAnd", ComparisonFunction.And), ("LogicalOr", ComparisonFunction.Or),
        })
        {
            operations[name] = step => step.Give(new Comparison(function), step.Input(0), step.Input(1));
        }

        operations["Const"] = step => step.GiveValue(step.Add(FrozenGraphTypes.Tensor(step)));
        operations["LogicalNot"] = step => step.Give(new Not());
        operations["SelectV2"] = step => step.Give(new Choice());
        operations["Select"] = step => step.Give(new Choice());
        operations["AddN"] = step =>
        {
            var sum = step.Input(0);
            for (var i = 1; i < step.Inputs; i++)
                sum = step.Between(new Binary(BinaryFunction.Add), sum, step.Input(i));
            step.GiveValue(sum);
        };
        operations["Relu"] = step => step.GiveUnary(UnaryKind.Clamp, 0, float.PositiveInfinity);
        operations["Relu6"] = step => step.GiveUnary(UnaryKind.Clamp, 0, 6);
        operations["LeakyRelu"] = step => step.GiveUnary(UnaryKind.LeakyRelu, step.Node.Number("alpha") ?? 0.2f);
        operations["Elu"] = step => step.GiveUnary(UnaryKind.Elu, 1);
        operations["Selu"] = step => step.GiveUnary(UnaryKind.Selu, SeluAlpha, SeluScale);
        operations["Cast"] = step => step.Give(new Conversion(TypeOf(step, "DstT", null)));
        operations["ClipByValue"] = step => step.Give(
            new Binary(BinaryFunction.Minimum), step.Between(new Binary(BinaryFunction.Maximum), step.Input(0), step.Input(1)), step.Input(2));
    }

    /// <summary>A type that an attribute names.</summary>
    public static ElementType TypeOf(FrozenGraphStep step, string attribute, GraphDataType? otherwise) =>
        (step.Node.Type(attribute) ?? otherwise) is { } type && FrozenGraphTypes.Of(type) is { } found
            ? found
            : throw step.Fault($"has the type {step.Node.Type(attribute)?.ToString() ?? "none"}, which is not supported.");
}
