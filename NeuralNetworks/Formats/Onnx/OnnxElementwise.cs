using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>ONNX's operators on single values.</summary>
internal static class OnnxElementwise
{
    // The defaults of ONNX's Selu.
    private const float SeluAlpha = 1.67326319217681884765625f;
    private const float SeluGamma = 1.05070102214813232421875f;

    public static void AddTo(Dictionary<string, Action<OnnxStep>> operators)
    {
        foreach (var (name, kind) in new (string, UnaryKind)[]
        {
            ("Identity", UnaryKind.Identity), ("Abs", UnaryKind.Absolute), ("Neg", UnaryKind.Negate), ("Sign", UnaryKind.Sign), ("Floor", UnaryKind.Floor), ("Ceil", UnaryKind.Ceiling),
            ("Round", UnaryKind.Round), ("Sqrt", UnaryKind.SquareRoot), ("Reciprocal", UnaryKind.Reciprocal), ("Exp", UnaryKind.Exponential), ("Log", UnaryKind.Logarithm),
            ("Sin", UnaryKind.Sine), ("Cos", UnaryKind.Cosine), ("Tan", UnaryKind.Tangent), ("Asin", UnaryKind.ArcSine),
            ("Acos", UnaryKind.ArcCosine), ("Atan", UnaryKind.ArcTangent), ("Sinh", UnaryKind.HyperbolicSine), ("Cosh", UnaryKind.HyperbolicCosine),
            ("Asinh", UnaryKind.ArcHyperbolicSine), ("Acosh", UnaryKind.ArcHyperbolicCosine), ("Atanh", UnaryKind.ArcHyperbolicTangent),
            ("Tanh", UnaryKind.HyperbolicTangent), ("Sigmoid", UnaryKind.Sigmoid),
            ("Softplus", UnaryKind.Softplus), ("Softsign", UnaryKind.Softsign), ("Erf", UnaryKind.ErrorFunction), ("HardSwish", UnaryKind.HardSwish), ("Mish", UnaryKind.Mish),
        })
        {
            operators[name] = step => step.GiveUnary(kind);
        }

        foreach (var (name, function) in new (string, BinaryFunction)[]
        {
            ("Add", BinaryFunction.Add), ("Sub", BinaryFunction.Subtract), ("Mul", BinaryFunction.Multiply), ("Div", BinaryFunction.Divide), ("Pow", BinaryFunction.Power),
        })
        {
            operators[name] = step => AddPair(step, function);
        }

        foreach (var (name, function) in new (string, ComparisonFunction)[]
        {
            ("Equal", ComparisonFunction.Equal), ("Less", ComparisonFunction.Less), ("LessOrEqual", ComparisonFunction.LessOrEqual), ("Greater", ComparisonFunction.Greater),
            ("GreaterOrEqual", ComparisonFunction.GreaterOrEqual), ("And", ComparisonFunction.And), ("Or", ComparisonFunction.Or), ("Xor", ComparisonFunction.Xor),
        })
        {
            operators[name] = step => step.Give(new Comparison(function));
        }

        operators["Not"] = step => step.Give(new Not());
        operators["Where"] = step => step.Give(new Choice());
        operators["Mod"] = step => step.Give(new Binary(step.Truth("fmod") ? BinaryFunction.Remainder : BinaryFunction.FloorRemainder));
        operators["Sum"] = step => AddMany(step, BinaryFunction.Add);
        operators["Max"] = step => AddMany(step, BinaryFunction.Maximum);
        operators["Min"] = step => AddMany(step, BinaryFunction.Minimum);
        operators["Mean"] = step =>
        {
            var sum = Many(step, BinaryFunction.Add);
            step.Give(new Binary(BinaryFunction.Divide), sum, step.Number(step.Inputs));
        };
        operators["Relu"] = step => step.GiveUnary(UnaryKind.Clamp, 0, float.PositiveInfinity);
        operators["LeakyRelu"] = step => step.GiveUnary(UnaryKind.LeakyRelu, step.Number("alpha", 0.01f));
        operators["ThresholdedRelu"] = step => step.GiveUnary(UnaryKind.ThresholdedRelu, step.Number("alpha", 1));
        operators["Elu"] = step => step.GiveUnary(UnaryKind.Elu, step.Number("alpha", 1));
        operators["Selu"] = step => step.GiveUnary(UnaryKind.Selu, step.Number("alpha", SeluAlpha), step.Number("gamma", SeluGamma));
        operators["Celu"] = step => step.GiveUnary(UnaryKind.Celu, step.Number("alpha", 1));
        operators["IsNaN"] = step => step.Give(new Not(), step.Between(new Comparison(ComparisonFunction.Equal), step.Input(0), step.Input(0)));
        operators["CastLike"] = step => step.Give(new ConversionLike());
        operators["HardSigmoid"] = step => step.GiveUnary(UnaryKind.HardSigmoid, step.Number("alpha", 0.2f), step.Number("beta", 0.5f));
        operators["Gelu"] = step => step.GiveUnary(step.Node.Text("approximate") == "tanh" ? UnaryKind.GeluByTangent : UnaryKind.Gelu);
        operators["Clip"] = AddClip;
        operators["PRelu"] = AddSlopedRelu;
        operators["Cast"] = step => step.Give(new Conversion(OnnxTypes.Of(step.Integer("to", 0)) ?? throw step.Fault($"makes a type that is not supported. Received: {step.Integer("to", 0)}.")));
    }

    private static void AddPair(OnnxStep step, BinaryFunction function)
    {
        if (step.OperatorSet >= 7 || !step.Truth("broadcast") || step.Node.Integer("axis") is null)
        {
            step.Give(new Binary(function));
            return;
        }

        // Before operator set 7 the second input could stand at an axis of the first; only a vector at the channels of images is met.
        if (step.Integer("axis", 0) != 1 || step.Constant(1) is not { Rank: 1 })
            throw step.Fault("puts its second input at an axis; only a constant vector at axis 1 is supported.");
        step.Give(new Binary(function), step.Input(0), step.Between(new Unsqueezing(), step.Input(1), step.List(1, 2)));
    }

    private static int Many(OnnxStep step, BinaryFunction function)
    {
        var sum = step.Input(0);
        for (var i = 1; i < step.Inputs; i++)
            sum = step.Between(new Binary(function), sum, step.Input(i));
        return sum;
    }

    private static void AddMany(OnnxStep step, BinaryFunction function)
    {
        if (step.Inputs == 2)
            step.Give(new Binary(function));
        else
            step.Give(new Unary(new UnaryFunction(UnaryKind.Identity)), Many(step, function));
    }

    private static void AddClip(OnnxStep step)
    {
        if (step.Inputs == 1 && step.OperatorSet < 11)
        {
            step.GiveUnary(UnaryKind.Clamp, step.Number("min", float.NegativeInfinity), step.Number("max", float.PositiveInfinity));
            return;
        }

        if (Limit(1, float.NegativeInfinity) is { } lowest && Limit(2, float.PositiveInfinity) is { } highest)
        {
            step.GiveUnary(UnaryKind.Clamp, lowest, highest);
            return;
        }

        var value = step.HasInput(1) ? step.Between(new Binary(BinaryFunction.Maximum), step.Input(0), step.Input(1)) : step.Input(0);
        step.Give(
            step.HasInput(2) ? new Binary(BinaryFunction.Minimum) : new Unary(new UnaryFunction(UnaryKind.Identity)), step.HasInput(2) ? [value, step.Input(2)] : [value]);

        float? Limit(int index, float none) => !step.HasInput(index) ? none : step.Constant(index) is { Count: 1, Type: ElementType.Single } found ? found.Singles[0] : null;
    }

    // Above zero x, below it the slope times x.
    private static void AddSlopedRelu(OnnxStep step)
    {
        var above = step.Between(new Unary(new UnaryFunction(UnaryKind.Clamp, 0, float.PositiveInfinity)), step.Input(0));
        var below = step.Between(new Unary(new UnaryFunction(UnaryKind.Clamp, float.NegativeInfinity, 0)), step.Input(0));
        step.Give(new Binary(BinaryFunction.Add), above, step.Between(new Binary(BinaryFunction.Multiply), below, step.Input(1)));
    }
}
