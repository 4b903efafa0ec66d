using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>TensorFlow's operations that rearrange, make and take together tensors.</summary>
internal static class FrozenGraphTensors
{
    private const int MostParts = 1 << 16;

    public static void AddTo(Dictionary<string, Action<FrozenGraphStep>> operations)
    {
        operations["Reshape"] = step => step.Give(new Reshaping(zeroKeeps: false), step.Input(0), step.Input(1));
        operations["Squeeze"] = step => step.Give(
            new Squeezing(), step.Input(0), step.List(step.Node.Integers("squeeze_dims") ?? step.Node.Integers("axis") ?? []));
        operations["ExpandDims"] = step => step.Give(new Unsqueezing(), step.Input(0), step.List(step.Integer(1)));
        operations["Transpose"] = step => step.Give(new Transposition(null), step.Input(0), step.Input(1));
        operations["ConcatV2"] = step => step.Give(new Joining(step.Integer(step.Inputs - 1)), [.. Enumerable.Range(0, step.Inputs - 1).Select(step.Input)]);
        operations["Concat"] = step => step.Give(new Joining(step.Integer(0)), [.. Enumerable.Range(1, step.Inputs - 1).Select(step.Input)]);
        operations["Pack"] = step => step.Give(new Stacking(step.Node.Integer("axis") ?? 0));
        operations["Unpack"] = step => step.Give(Parts(step, "num"), new Splitting(step.Node.Integer("axis") ?? 0, unstacks: true), step.Input(0));
        operations["Split"] = step => step.Give(Parts(step, "num_split"), new Splitting(step.Integer(0)), step.Input(1));
        operations["SplitV"] = step => step.Give(Parts(step, "num_split"), new Splitting(step.Integer(2)), step.Input(0), step.Input(1));
        operations["Slice"] = step => step.Give(new SizedSlicing());
        operations["StridedSlice"] = step => step.Give(new MaskedSlicing(
            Mask(step, "begin_mask"), Mask(step, "end_mask"), Mask(step, "ellipsis_mask"), Mask(step, "new_axis_mask"), Mask(step, "shrink_axis_mask")));
        operations["Pad"] = step => step.Give(new PaddingAround(PaddingMode.Constant, pairs: true), step.Input(0), step.Input(1));
        operations["PadV2"] = step => step.Give(new PaddingAround(PaddingMode.Constant, pairs: true), step.Input(0), step.Input(1), step.Input(2));
        operations["MirrorPad"] = step => step.Give(
            new PaddingAround(step.Node.Text("mode") == "SYMMETRIC" ? PaddingMode.Symmetric : PaddingMode.Reflect, pairs: true), step.Input(0), step.Input(1));
        operations["Tile"] = step => step.Give(new Tiling());
        operations["BroadcastTo"] = step => step.Give(new Expansion());
        operations["Fill"] = step => step.Give(new Filled(null, 0));
        operations["ZerosLike"] = step => step.Give(new FilledLike(0));
        operations["OnesLike"] = step => step.Give(new FilledLike(1));
        operations["Range"] = step => step.Give(new NumberRange());
        operations["OneHot"] = step => step.Give(
            new OneHot(step.Node.Integer("axis") ?? -1), step.Input(0), step.Input(1), step.Between(new Stacking(0), step.Input(3), step.Input(2)));
        operations["Shape"] = step => step.Give(new ShapeOf(FrozenGraphElementwise.TypeOf(step, "out_type", GraphDataType.Int32)));
        operations["Size"] = step => step.Give(new Measure(FrozenGraphElementwise.TypeOf(step, "out_type", GraphDataType.Int32), rank: false));
        operations["Rank"] = step => step.Give(new Measure(ElementType.Int32, rank: true));
        operations["Gather"] = step => step.Give(new Gathering(0), step.Input(0), step.Input(1));
        operations["GatherV2"] = step => step.Give(new Gathering(step.Integer(2)), step.Input(0), step.Input(1));
        operations["DepthToSpace"] = step => AddPixelBlocks(step, toSpace: true);
        operations["SpaceToDepth"] = step => AddPixelBlocks(step, toSpace: false);
        operations["ArgMax"] = step => AddExtreme(step, greatest: true);
        operations["ArgMin"] = step => AddExtreme(step, greatest: false);
        operations["TopKV2"] = step => step.Give(2, new Ranking(-1, greatest: true, ElementType.Int32), step.Input(0), step.Input(1));
        foreach (var (name, function) in new (string, ReductionFunction)[]
        {
            ("Sum", ReductionFunction.Sum), ("Mean", ReductionFunction.Mean), ("Prod", ReductionFunction.Product), ("Max", ReductionFunction.Greatest),
            ("Min", ReductionFunction.Least), ("All", ReductionFunction.All), ("Any", ReductionFunction.Any),
        })
        {
            operations[name] = step => step.Give(new Reduction(function, step.Node.Truth("keep_dims") == true, emptyIsNone: true), step.Input(0), step.Input(1));
        }
    }

    private static long Mask(FrozenGraphStep step, string name) => step.Node.Integer(name) ?? 0;

    private static int Parts(FrozenGraphStep step, string attribute) => step.Node.Integer(attribute) is > 0 and <= MostParts and var parts
        ? (int)parts
        : throw step.Fault($"must have {attribute} from 1 to {MostParts}. Received: {step.Node.Integer(attribute)}.");

    private static void AddPixelBlocks(FrozenGraphStep step, bool toSpace) => step.Give(
        new PixelBlocks((int)Math.Clamp(step.Node.Integer("block_size") ?? 0, 0, short.MaxValue), toSpace, step.ChannelsFirst, blockFirst: true));

    private static void AddExtreme(FrozenGraphStep step, bool greatest) => step.Give(
        new Extreme(0, greatest, keeps: false, last: false, FrozenGraphElementwise.TypeOf(step, "output_type", GraphDataType.Int64)), step.Input(0), step.Input(1));
}
