using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>ONNX's operators that rearrange, make and take together tensors.</summary>
internal static class OnnxTensors
{
    public static void AddTo(Dictionary<string, Action<OnnxStep>> operators)
    {
        operators["Constant"] = AddConstant;
        operators["ConstantOfShape"] = AddFilled;
        operators["Shape"] = step => step.Give(new ShapeOf(ElementType.Int64, step.Integer("start", 0), step.Node.Integer("end")));
        operators["Size"] = step => step.Give(new Measure(ElementType.Int64, rank: false));
        operators["Reshape"] = step => step.Give(new Reshaping(zeroKeeps: !step.Truth("allowzero")), step.Input(0), step.Inputs > 1 ? step.Input(1) : step.IntegerList("shape"));
        operators["Flatten"] = step => step.Give(new Flattening(step.Integer("axis", 1)));
        operators["Squeeze"] = step => step.Give(new Squeezing(), step.Input(0), Axes(step));
        operators["Unsqueeze"] = step => step.Give(new Unsqueezing(), step.Input(0), Axes(step));
        operators["Transpose"] = step => step.Give(new Transposition(step.Node.Integers("perm")));
        operators["Concat"] = step => step.Give(new Joining(step.Integer("axis", 1)));
        operators["Split"] = step => step.Give(
            new Splitting(step.Integer("axis", 0)), step.Input(0), step.Node.Has("split") ? step.IntegerList("split") : step.Input(1));
        operators["Slice"] = step =>
        {
            if (step.Inputs == 1)
                step.Give(new Slicing(), step.Input(0), step.IntegerList("starts"), step.IntegerList("ends"), step.IntegerList("axes"), -1);
            else
                step.Give(new Slicing());
        };
        operators["Gather"] = step => step.Give(new Gathering(step.Integer("axis", 0)));
        operators["GatherElements"] = step => step.Give(new ElementGathering(step.Integer("axis", 0)));
        operators["Expand"] = step => step.Give(new Expansion());
        operators["Tile"] = step => step.Give(new Tiling());
        operators["Range"] = step => step.Give(new NumberRange());
        operators["OneHot"] = step => step.Give(new OneHot(step.Integer("axis", -1)));
        operators["Pad"] = AddBorder;
        operators["DepthToSpace"] = step => AddPixelBlocks(step, toSpace: true, step.Node.Text("mode") != "CRD");
        operators["SpaceToDepth"] = step => AddPixelBlocks(step, toSpace: false, blockFirst: true);
        operators["ArgMax"] = step => AddExtreme(step, greatest: true);
        operators["ArgMin"] = step => AddExtreme(step, greatest: false);
        operators["TopK"] = step => step.Give(
            new Ranking(step.Integer("axis", -1), step.Truth("largest", true), ElementType.Int64), step.Input(0), step.Inputs > 1 ? step.Input(1) : step.List(step.Integer("k", 0)));
        foreach (var (name, function) in new (string, ReductionFunction)[]
        {
            ("ReduceSum", ReductionFunction.Sum), ("ReduceMean", ReductionFunction.Mean), ("ReduceProd", ReductionFunction.Product), ("ReduceMax", ReductionFunction.Greatest),
            ("ReduceMin", ReductionFunction.Least), ("ReduceSumSquare", ReductionFunction.SumOfSquares), ("ReduceL1", ReductionFunction.SumOfMagnitudes),
            ("ReduceL2", ReductionFunction.Length), ("ReduceLogSum", ReductionFunction.LogarithmOfSum), ("ReduceLogSumExp", ReductionFunction.LogarithmOfExponentials),
        })
        {
            operators[name] = step => step.Give(new Reduction(function, step.Truth("keepdims", true), step.Truth("noop_with_empty_axes")), step.Input(0), Axes(step));
        }
    }

    /// <summary>Axes, an attribute in older operator sets and the second input in newer ones.</summary>
    private static int Axes(OnnxStep step) => step.Node.Has("axes") ? step.IntegerList("axes") : step.Input(1);

    private static void AddConstant(OnnxStep step) => step.GiveValue(step.Constant(
        step.Node.Has("value") && step.Node.Tensor("value") is { } tensor ? OnnxTypes.Tensor(tensor)
        : step.Node.Has("value_float") ? DenseTensor.OfSingles([step.Number("value_float", 0)])
        : step.Node.Has("value_int") ? DenseTensor.OfIntegers(ElementType.Int64, [step.Integer("value_int", 0)])
        : step.Node.Numbers("value_floats") is { } numbers ? DenseTensor.OfSingles(numbers, numbers.Length)
        : step.Node.Integers("value_ints") is { } integers ? DenseTensor.OfIntegers(ElementType.Int64, integers, integers.Length)
        : throw step.Fault("has no value that is supported.")));

    private static void AddFilled(OnnxStep step)
    {
        var value = step.Node.Tensor("value") is { } tensor ? OnnxTypes.Tensor(tensor) : DenseTensor.OfSingles([0], 1);
        if (value.Count != 1)
            throw step.Fault($"must have a single number as its value. Received: {value}.");
        step.Give(new Filled(null, 0), step.Input(0), step.Constant(value));
    }

    private static void AddBorder(OnnxStep step)
    {
        var mode = (step.Node.Text("mode") ?? "constant") switch
        {
            "constant" => PaddingMode.Constant,
            "reflect" => PaddingMode.Reflect,
            "edge" => PaddingMode.Edge,
            var other => throw step.Fault($"has a mode that is not supported. Received: {other}."),
        };
        var operation = new PaddingAround(mode, pairs: false);
        if (step.Inputs == 1)
            step.Give(operation, step.Input(0), step.IntegerList(step.Node.Has("pads") ? "pads" : "paddings"), step.Number(step.Number("value", 0)));
        else if (step.HasInput(3))
            step.Give(operation);
        else
            step.Give(operation, step.Input(0), step.Input(1), step.Input(2));
    }

    private static void AddPixelBlocks(OnnxStep step, bool toSpace, bool blockFirst) => step.Give(
        new PixelBlocks((int)Math.Clamp(step.Integer("blocksize", 0), 0, short.MaxValue), toSpace, channelsFirst: true, blockFirst));

    private static void AddExtreme(OnnxStep step, bool greatest) => step.Give(
        new Extreme(step.Integer("axis", 0), greatest, step.Truth("keepdims", true), step.Truth("select_last_index"), ElementType.Int64), step.Input(0));
}
