using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>ONNX's operators of classical pipelines (ai.onnx.ml), as far as they work on numbers.</summary>
internal static class OnnxPipelines
{
    private const string Domain = "ai.onnx.ml.";

    public static void AddTo(Dictionary<string, Action<OnnxStep>> operators)
    {
        operators[Domain + "Scaler"] = step =>
        {
            var shifted = step.Between(new Binary(BinaryFunction.Subtract), Singles(step), Row(step, "offset"));
            step.Give(new Binary(BinaryFunction.Multiply), shifted, Row(step, "scale"));
        };
        operators[Domain + "Normalizer"] = step => step.Give(
            new NormDividing(-1, step.Node.Text("norm") switch
            {
                null or "MAX" => 0,
                "L1" => 1,
                "L2" => 2,
                var other => throw step.Fault($"must have the norm MAX, L1 or L2. Received: {other}."),
            }),
            Singles(step));
        operators[Domain + "Binarizer"] = step => step.Give(
            new Conversion(ElementType.Single), step.Between(new Comparison(ComparisonFunction.Greater), Singles(step), step.Number(step.Number("threshold", 0))));
        operators[Domain + "FeatureVectorizer"] = step => step.Give(
            new Joining(-1), [.. Enumerable.Range(0, step.Inputs).Select(i => step.Between(new Conversion(ElementType.Single), step.Input(i)))]);
        operators[Domain + "ArrayFeatureExtractor"] = step => step.Give(
            new Gathering(-1), step.Input(0), step.Between(new Reshaping(zeroKeeps: false), step.Input(1), step.List(-1)));
        operators[Domain + "LinearRegressor"] = step => step.Give(
            new Unary(new UnaryFunction(UnaryKind.Identity)), Transformed(step, Linear(step, (int)Math.Clamp(step.Integer("targets", 1), 1, short.MaxValue))));
        operators[Domain + "LinearClassifier"] = AddClassifier;
    }

    private static int Singles(OnnxStep step) => step.Between(new Conversion(ElementType.Single), step.Input(0));

    private static int Row(OnnxStep step, string attribute) => step.Node.Numbers(attribute) is { Length: > 0 } values
        ? step.Constant(DenseTensor.OfSingles(values, values.Length))
        : throw step.Fault($"has no {attribute}.");

    /// <summary>Rows times coefficients, one row of them a target, plus the intercepts.</summary>
    private static int Linear(OnnxStep step, int targets)
    {
        if (step.Node.Numbers("coefficients") is not { Length: > 0 } coefficients || coefficients.Length % targets != 0)
            throw step.Fault($"must have coefficients for {targets} targets. Received: {step.Node.Numbers("coefficients")?.Length ?? 0} values.");
        var product = step.Between(
            new MatrixProduct(transposesRight: true), Singles(step), step.Constant(DenseTensor.OfSingles(coefficients, targets, coefficients.Length / targets)));
        return step.Node.Numbers("intercepts") is { Length: > 0 } ? step.Between(new Binary(BinaryFunction.Add), product, Row(step, "intercepts")) : product;
    }

    private static int Transformed(OnnxStep step, int scores) => step.Node.Text("post_transform") switch
    {
        null or "NONE" => scores,
        "SOFTMAX" => step.Between(new SoftMaximum(-1, flattens: false, logarithm: false), scores),
        "LOGISTIC" => step.Between(new Unary(new UnaryFunction(UnaryKind.Sigmoid)), scores),
        var other => throw step.Fault($"has a post_transform that is not supported: expected NONE, SOFTMAX or LOGISTIC. Received: {other}."),
    };

    // The label is the class of the greatest score; classes that are texts have none here.
    private static void AddClassifier(OnnxStep step)
    {
        var labels = step.Node.Integers("classlabels_ints");
        var classes = labels?.Length ?? step.Node.Texts("classlabels_strings")?.Length ?? 0;
        if (classes < 2 || step.Node.Numbers("intercepts") is { } intercepts && intercepts.Length != classes)
            throw step.Fault($"must have a score for each of at least two classes. Received: {classes} classes.");
        var scores = Linear(step, classes);
        if (step.HasOutput(1))
            step.GiveValue(Transformed(step, scores), 1);
        if (labels is not null)
            step.Give(new Gathering(0), step.List(labels), step.Between(new Extreme(-1, greatest: true, keeps: false, last: false, ElementType.Int64), scores));
    }
}
