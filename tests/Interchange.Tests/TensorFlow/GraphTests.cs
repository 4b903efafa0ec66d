using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.Interchange.TensorFlow.Wire;

namespace MlNetFashion.Interchange.Tests.TensorFlow;

public class GraphTests
{
    [Fact]
    public void A_placeholder_has_tensorflows_wire_numbers()
    {
        var builder = new GraphBuilder();
        builder.Placeholder("in", -1, 2);
        byte[] minusOne = [0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01];
        var shape = Field(0x3A, [.. Field(0x12, minusOne), .. Field(0x12, [0x08, 2])]);
        byte[] node =
        [
            .. Field(0x0A, "in"u8),
            .. Field(0x12, "Placeholder"u8),
            .. Field(0x2A, [.. Field(0x0A, "dtype"u8), .. Field(0x12, [0x30, 1])]),
            .. Field(0x2A, [.. Field(0x0A, "shape"u8), .. Field(0x12, shape)]),
        ];
        byte[] expected = [.. Field(0x0A, node), .. Field(0x22, [0x08, 27])];
        Assert.Equal(expected, builder.Build().ToBytes());
    }

    [Fact]
    public void What_is_built_is_read()
    {
        var graph = Graph.Parse(Sample().ToBytes());
        Assert.Equal(
            ["Placeholder", "Const", "Conv2D", "Const", "BiasAdd", "Relu", "MaxPool", "AvgPool", "LeakyRelu", "Const", "FusedBatchNorm", "Const", "Mean", "Const", "Reshape", "Const", "MatMul", "AddV2", "Softmax"],
            graph.Nodes.Select(node => node.Operation));

        var input = graph.Find("in")!;
        Assert.Equal(GraphDataType.Single, input.Type("dtype"));
        Assert.Equal([-1L, 6, 6, 1], input.Shape("shape")!);
        var kernel = graph.Find("kernel")!.Tensor("value")!;
        Assert.Equal([3, 3, 1, 2], kernel.Shape.AsEnumerable());
        Assert.Equal([.. Enumerable.Range(0, 18).Select(i => (float)i)], kernel.ToSingles());
        var convolution = graph.Find("conv")!;
        Assert.Equal([new GraphInput("in", 0), new GraphInput("kernel", 0)], convolution.Inputs.AsEnumerable());
        Assert.Equal("SAME", convolution.Text("padding"));
        Assert.Equal("NHWC", convolution.Text("data_format"));
        Assert.Equal([1L, 2, 2, 1], convolution.Integers("strides")!);
        Assert.Equal([1L, 1, 1, 1], convolution.Integers("dilations")!);
        Assert.Equal("VALID", graph.Find("max")!.Text("padding"));
        Assert.Equal(0.1f, graph.Find("leaky")!.Number("alpha"));
        Assert.Equal(0.001f, graph.Find("norm")!.Number("epsilon"));
        Assert.False(graph.Find("norm")!.Truth("is_training"));
        Assert.Equal([1L, 2], graph.Find("axes")!.Tensor("value")!.ToIntegers());
        Assert.True(graph.Find("mean")!.Truth("keep_dims"));
        Assert.Null(graph.Find("mean")!.Truth("missing"));
        Assert.Null(graph.Find("nothing"));
        Assert.Throws<InvalidDataException>(() => graph.Find("mean")!.Number("keep_dims"));
        Assert.Throws<InvalidDataException>(() => graph.Find("axes")!.Tensor("value")!.ToSingles());
    }

    [Fact]
    public void Listed_values_are_read_and_the_last_is_repeated()
    {
        Assert.Equal([1f, 2, 2, 2], Constant(new() { Type = 1, Singles = { 1, 2 } }, 2, 2).ToSingles());
        Assert.Equal([1f, 2], Constant(new() { Type = 2, Doubles = { 1, 2 } }, 2).ToSingles());
        Assert.Equal([5L], Constant(new() { Type = 3, Integers = { 5 } }).ToIntegers());
        Assert.Equal([5L, 5], Constant(new() { Type = 9, Longs = { 5 } }, 2).ToIntegers());
        Assert.Throws<InvalidDataException>(() => Constant(new() { Type = 1, Singles = { 1, 2, 3 } }, 2).ToSingles());
        Assert.Throws<InvalidDataException>(() => Constant(new() { Type = 1 }, 2).ToSingles());
        Assert.Throws<InvalidDataException>(() => Constant(new() { Type = 1, Singles = { 1 } }, 1 << 15, 1 << 15).ToSingles());
        Assert.Throws<InvalidDataException>(() => Constant(new() { Type = 1 }, 1 << 30, 1 << 30));
        Assert.Throws<InvalidDataException>(() => Constant(new() { Type = 1 }, -1));
        Assert.Throws<InvalidDataException>(() => Constant(new() { Type = 1, Content = Google.Protobuf.ByteString.CopyFrom(1, 2, 3) }, 1).ToSingles());
    }

    [Fact]
    public void Inputs_may_name_an_output_and_control_inputs_are_passed_over()
    {
        var wire = new WireGraph { Nodes = { new WireNode { Name = "split", Operation = "Split" }, new WireNode { Name = "out", Operation = "Relu", Inputs = { "split:1", "^split" } } } };
        var graph = new Graph(wire);
        Assert.Equal([new GraphInput("split", 1)], graph.Find("out")!.Inputs.AsEnumerable());
        Assert.Throws<InvalidDataException>(() => GraphInput.Parse("a:b"));
        Assert.Equal("a:2", GraphInput.Parse("a:2").ToString());
        Assert.Equal("a", GraphInput.Parse("a:0").ToString());
    }

    [Fact]
    public void Mistakes_in_building_are_refused()
    {
        var builder = new GraphBuilder();
        builder.Placeholder("in", -1, 2);
        Assert.Throws<ArgumentException>(() => builder.Placeholder("in", -1, 2));
        Assert.Throws<ArgumentException>(() => builder.Placeholder("", -1, 2));
        Assert.Throws<ArgumentException>(() => builder.Unary("Relu", "relu", "nothing"));
        Assert.Throws<ArgumentException>(() => GraphTensor.OfSingles([1, 2, 3], 2, 2));
    }

    [Fact]
    public void Bytes_that_are_no_graph_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => Graph.Parse([]));
        Assert.Throws<InvalidDataException>(() => Graph.Parse("PK\u0003\u0004 something else"u8));
        var node = new WireNode { Name = "twice", Operation = "Relu" };
        Assert.Throws<InvalidDataException>(() => new Graph(new WireGraph { Nodes = { node, node } }));

        var bytes = Sample().ToBytes();
        var refused = 0;
        for (var length = 0; length < bytes.Length; length++)
        {
            try
            {
                Graph.Parse(bytes.AsSpan(0, length));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, bytes.Length - 40, bytes.Length);
    }

    /// <summary>A length-delimited field of a protocol buffer: its tag (number x 8 + 2), its length, its content.</summary>
    private static byte[] Field(byte tag, ReadOnlySpan<byte> content) => [tag, (byte)content.Length, .. content];

    private static GraphTensor Constant(WireTensor tensor, params int[] shape)
    {
        tensor.Shape = new WireShape { Dimensions = { shape.Select(size => new WireShape.Types.Dimension { Size = size }) } };
        var node = new WireNode { Name = "constant", Operation = "Const", Attributes = { ["value"] = new WireAttribute { Tensor = tensor } } };
        return new Graph(new WireGraph { Nodes = { node } }).Find("constant")!.Tensor("value")!;
    }

    private static Graph Sample()
    {
        var builder = new GraphBuilder();
        var x = builder.Placeholder("in", -1, 6, 6, 1);
        x = builder.Conv2D("conv", x, builder.Constant("kernel", GraphTensor.OfSingles([.. Enumerable.Range(0, 18)], 3, 3, 1, 2)), 2, GraphPadding.Same);
        x = builder.BiasAdd("bias", x, builder.Constant("bias_values", GraphTensor.OfSingles([1, 2], 2)));
        x = builder.Unary("Relu", "relu", x);
        x = builder.MaxPool("max", x, 2, 1, GraphPadding.Valid);
        x = builder.AvgPool("average", x, 2, 2, GraphPadding.Same);
        x = builder.LeakyRelu("leaky", x, 0.1f);
        var two = builder.Constant("two", GraphTensor.OfSingles([1, 1], 2));
        x = builder.FusedBatchNorm("norm", x, two, two, two, two, 0.001f);
        x = builder.Mean("mean", x, builder.Constant("axes", GraphTensor.OfIntegers([1, 2], 2)), keepDimensions: true);
        x = builder.Reshape("flat", x, builder.Constant("shape", GraphTensor.OfIntegers([-1, 2], 2)));
        x = builder.MatMul("dense", x, builder.Constant("weights", GraphTensor.OfSingles([1, 2, 3, 4], 2, 2)));
        x = builder.Add("sum", x, x);
        builder.Unary("Softmax", "out", x);
        return builder.Build();
    }
}
