using MlNetFashion.Interchange.Onnx;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Tests.Graphs;

/// <summary>Graphs that nobody means well with end in one sentence that names the node, and before they take much memory.</summary>
public class HostileGraphTests
{
    private static readonly (string Name, object Value) NoAttribute = ("unused", 0L);

    public static TheoryData<string, long[], string, object> Impossible => new()
    {
        { "Reshape", [-1, -1], "unused", 0L },
        { "Reshape", [long.MaxValue, 2], "unused", 0L },
        { "Expand", [1L << 40], "unused", 0L },
        { "Expand", [1 << 20, 1 << 20, 2, 6], "unused", 0L },
        { "Tile", [1L << 40, 1], "unused", 0L },
        { "Tile", [-1, 1], "unused", 0L },
        { "Unsqueeze", [99], "unused", 0L },
        { "Squeeze", [1], "unused", 0L },
        { "Pad", [0, 0, long.MinValue, 0], "unused", 0L },
        { "Pad", [0, 0, 1L << 40, 0], "unused", 0L },
        { "Gather", [long.MinValue], "axis", 1L },
        { "Gather", [0], "axis", 7L },
        { "ReduceSum", [-9], "unused", 0L },
        { "TopK", [long.MaxValue], "unused", 0L },
        { "Split", [5, -2], "axis", 1L },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Absurd_numbers_are_refused(string operation, long[] numbers, string attribute, object value)
    {
        var builder = new OnnxBuilder("hostile", "test");
        builder.Input("x", OnnxDataType.Single, 2, 6);
        builder.Input("n", OnnxDataType.Int64, numbers.Length);
        builder.Node(operation, ["x", "n"], operation is "Split" or "TopK" ? ["y", "z"] : ["y"], attribute == NoAttribute.Name ? [] : [(attribute, value)]);
        var x = DenseTensor.OfSingles(new float[12], 2, 6);
        var before = GC.GetTotalAllocatedBytes();
        var fault = Assert.Throws<InvalidDataException>(() => OnnxModel.Compile(builder.Build(), ["y"]).Run([x, DenseTensor.OfIntegers(ElementType.Int64, numbers, numbers.Length)]));
        Assert.Contains($"'y' ({operation})", fault.Message, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 1 << 24);

        // The same where the numbers are weights of the file, which are worked with when it is opened.
        Assert.Throws<InvalidDataException>(() => OnnxModel.Compile(builder.Build().With(OnnxTensor.OfIntegers("n", numbers, numbers.Length)), ["y"]).Run([x]));
    }

    [Fact]
    public void Growing_again_and_again_ends()
    {
        var builder = new OnnxBuilder("bomb", "test");
        builder.Input("x0", OnnxDataType.Single, 1, 1024);
        for (var i = 0; i < 9; i++)
            builder.Node("Concat", [.. Enumerable.Repeat($"x{i}", 1000)], [$"x{i + 1}"], ("axis", 1L));
        var fault = Assert.Throws<InvalidDataException>(() => OnnxModel.Compile(builder.Build(), ["x9"]).Run([DenseTensor.OfSingles(new float[1024], 1, 1024)]));
        Assert.Contains("'x2' (Concat)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Circles_are_refused()
    {
        var model = new OnnxBuilder("circle", "test");
        model.Input("x", OnnxDataType.Single, 1);
        model.Node("Add", ["x", "b"], ["a"]);
        model.Node("Relu", ["a"], ["b"]);
        Assert.Contains("circles", Assert.Throws<InvalidDataException>(() => OnnxModel.Compile(model.Build(), ["b"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1L << 40, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1L << 40)]
    public void Windows_that_cannot_slide_are_refused(long stride, long dilation)
    {
        var builder = new GraphBuilder();
        var x = builder.Placeholder("x", 1, 8, 8, 1);
        var kernel = builder.Constant("kernel", GraphTensor.OfSingles(new float[9], 3, 3, 1, 1));
        builder.Node("Conv2D", "y", [x, kernel], ("strides", new[] { 1, stride, stride, 1 }), ("dilations", new[] { 1, dilation, dilation, 1 }), ("padding", "SAME"));
        var fault = Assert.Throws<InvalidDataException>(() => FrozenGraph.Compile(builder.Build(), ["x"], ["y"]).Run([DenseTensor.OfSingles(new float[64], 1, 8, 8, 1)]));
        Assert.Contains("'y' (Conv2D)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var builder = new GraphBuilder();
        var x = builder.Placeholder("x", 1, 8, 8, 2);
        builder.Conv2D("channels", x, builder.Constant("kernel", GraphTensor.OfSingles(new float[9], 3, 3, 1, 1)), 1, GraphPadding.Same);
        builder.Conv2D("small", x, builder.Constant("large", GraphTensor.OfSingles(new float[162], 9, 9, 2, 1)), 1, GraphPadding.Valid);
        builder.MatMul("product", x, builder.Constant("matrix", GraphTensor.OfSingles(new float[6], 3, 2)));
        builder.Add("sum", x, builder.Constant("three", GraphTensor.OfSingles(new float[3], 3)));
        builder.Node("Add", "types", [x, builder.Constant("integer", GraphTensor.OfIntegers([1]))]);
        builder.Node("Conv2D", "form", [x, "kernel"], ("strides", new[] { 1L, 1, 1, 1 }), ("padding", "SOME"));
        foreach (var output in new[] { "channels", "small", "product", "sum", "types", "form" })
        {
            var fault = Assert.Throws<InvalidDataException>(() => FrozenGraph.Compile(builder.Build(), ["x"], [output]).Run([DenseTensor.OfSingles(new float[128], 1, 8, 8, 2)]));
            Assert.Contains($"'{output}'", fault.Message, StringComparison.Ordinal);
        }

        var graph = FrozenGraph.Compile(builder.Build(), ["x"], ["x"]);
        Assert.Throws<ArgumentException>(() => graph.Run([]));
        Assert.Throws<ArgumentException>(() => graph.Run([DenseTensor.OfIntegers(ElementType.Int32, [1])]));
        Assert.Throws<InvalidDataException>(() => FrozenGraph.Compile(builder.Build(), ["x"], ["nothing"]));
        Assert.Throws<InvalidDataException>(() => FrozenGraph.Compile(builder.Build(), ["x"], ["sum:4"]));
    }

    [Fact]
    public void A_run_that_failed_leaves_the_graph_fit_for_the_next()
    {
        var builder = new OnnxBuilder("gather", "test");
        builder.Input("x", OnnxDataType.Single, 4);
        builder.Input("n", OnnxDataType.Int64, 1);
        builder.Node("Relu", ["x"], ["r"]);
        builder.Node("Gather", ["r", "n"], ["y"]);
        var graph = OnnxModel.Compile(builder.Build(), ["y"]);
        DenseTensor[] Row(long index) => [DenseTensor.OfSingles([1, -2, 3, 4], 4), DenseTensor.OfIntegers(ElementType.Int64, [index], 1)];
        Assert.Equal([3f], graph.Run(Row(2))[0].Singles.ToArray());
        Assert.Throws<InvalidDataException>(() => graph.Run(Row(9)));
        Assert.Equal([0f], graph.Run(Row(1))[0].Singles.ToArray());
    }
}
