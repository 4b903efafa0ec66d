using MlNetFashion.Interchange.Onnx;
using MlNetFashion.Interchange.Onnx.Wire;

namespace MlNetFashion.Interchange.Tests.Onnx;

public class OnnxGraphTests
{
    [Fact]
    public void What_is_built_is_read()
    {
        var graph = OnnxGraph.Parse(Sample().ToBytes());
        Assert.Equal(13, graph.OperatorSet);
        Assert.Equal(
            ["Conv", "BatchNormalization", "LeakyRelu", "MaxPool", "AveragePool", "GlobalAveragePool", "Transpose", "Flatten", "Gemm", "Add", "Softmax"],
            graph.Nodes.Select(node => node.Operation));
        var input = Assert.Single(graph.Inputs);
        Assert.Equal(("in", OnnxDataType.Single), (input.Name, input.Type));
        Assert.Equal([null, 1, 6, 6], input.Shape!.Value.AsEnumerable());
        Assert.Equal([null, 2], Assert.Single(graph.Outputs).Shape!.Value.AsEnumerable());

        var convolution = graph.Nodes[0];
        Assert.Equal(("conv", "in", "conv"), (convolution.Name, convolution.Inputs[0], convolution.Outputs[0]));
        Assert.Equal([3L, 3], convolution.Integers("kernel_shape")!);
        Assert.Equal([1L, 0, 1, 2], convolution.Integers("pads")!);
        Assert.Equal(0.001f, graph.Nodes[1].Number("epsilon"));
        Assert.Equal(0, graph.Nodes[2].Number("alpha"));
        Assert.Null(graph.Nodes[3].Integers("pads"));
        Assert.Equal([0L, 2, 3, 1], graph.Nodes[6].Integers("perm")!);
        Assert.Null(graph.Nodes[6].Text("missing"));
        Assert.Throws<InvalidDataException>(() => graph.Nodes[6].Integer("perm"));
        Assert.Equal([2, 1, 3, 3], graph.Initializer("kernel")!.Shape.AsEnumerable());
        Assert.Equal([.. Enumerable.Range(0, 18).Select(i => (float)i)], graph.Initializer("kernel")!.ToSingles());
        Assert.Throws<InvalidDataException>(() => graph.Initializer("kernel")!.ToIntegers());
        Assert.Null(graph.Initializer("in"));
    }

    [Fact]
    public void Values_are_read_from_raw_bytes_and_from_lists()
    {
        Assert.Equal([1f, 2], OnnxTensor.Parse(Bytes(new() { Shape = { 2 }, Type = 1, Singles = { 1, 2 } })).ToSingles());
        Assert.Equal([1f, 2], OnnxTensor.Parse(Bytes(new() { Shape = { 2 }, Type = 11, Doubles = { 1, 2 } })).ToSingles());
        Assert.Equal([-1L, 5], OnnxTensor.Parse(Bytes(new() { Shape = { 2 }, Type = 7, Longs = { -1, 5 } })).ToIntegers());
        Assert.Equal([-1L], OnnxTensor.Parse(Bytes(new() { Type = 6, Integers = { -1 } })).ToIntegers());
        Assert.Equal([4L], OnnxTensor.OfIntegers("x", [4], 1).ToIntegers());
        Assert.Empty(OnnxTensor.Parse(Bytes(new() { Shape = { 0 }, Type = 1 })).ToSingles());
        Assert.Throws<InvalidDataException>(() => OnnxTensor.Parse(Bytes(new() { Shape = { 3 }, Type = 1, Singles = { 1 } })).ToSingles());
        Assert.Throws<InvalidDataException>(() => OnnxTensor.Parse(Bytes(new() { Shape = { -1 }, Type = 1 })));
        Assert.Throws<InvalidDataException>(() => OnnxTensor.Parse(Bytes(new() { Shape = { 1 << 30, 1 << 30 }, Type = 1 })));
        Assert.Throws<InvalidDataException>(() => OnnxTensor.Parse(Bytes(new() { Shape = { 1 }, Type = 1, Location = 1 })));
        Assert.Throws<InvalidDataException>(() => OnnxTensor.Parse([0xFF]));

        static byte[] Bytes(WireTensor tensor) => Google.Protobuf.MessageExtensions.ToByteArray(tensor);
    }

    [Fact]
    public void An_input_can_be_given_a_value()
    {
        var builder = new OnnxBuilder("two inputs", "test");
        builder.Binary("Add", "out", builder.Input("left", 2), builder.Input("right", 2));
        var graph = builder.Build();
        Assert.Equal(2, graph.Inputs.Length);
        var given = graph.With(OnnxTensor.OfSingles("right", [1, 2], 2));
        Assert.Equal("left", Assert.Single(given.Inputs).Name);
        Assert.Equal([1f, 2], given.Initializer("right")!.ToSingles());
    }

    [Fact]
    public void Mistakes_in_building_are_refused()
    {
        var builder = new OnnxBuilder("mistakes", "test");
        builder.Input("in", 2);
        Assert.Throws<ArgumentException>(() => builder.Input("in", 2));
        Assert.Throws<ArgumentException>(() => builder.Unary("Relu", "relu", "nothing"));
        Assert.Throws<ArgumentException>(() => builder.Unary("Relu", "", "in"));
        Assert.Throws<ArgumentException>(() => builder.Output("nothing", 1));
        Assert.Throws<ArgumentException>(() => OnnxTensor.OfSingles("x", [1, 2, 3], 2, 2));
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused_or_read()
    {
        var bytes = Sample().ToBytes();
        var refused = 0;
        for (var length = 0; length < bytes.Length; length++)
        {
            try
            {
                OnnxGraph.Parse(bytes.AsSpan(0, length));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, bytes.Length - 40, bytes.Length);
    }

    private static OnnxGraph Sample()
    {
        var builder = new OnnxBuilder("sample", "test");
        var x = builder.Input("in", 1, 6, 6);
        var two = builder.Initializer(OnnxTensor.OfSingles("two", [1, 1], 2));
        x = builder.Conv("conv", x, builder.Initializer(OnnxTensor.OfSingles("kernel", [.. Enumerable.Range(0, 18)], 2, 1, 3, 3)), two, 3, 1, 1, 0, 1, 2);
        x = builder.BatchNormalization("norm", x, two, two, two, two, 0.001f);
        x = builder.Unary("LeakyRelu", "leaky", x, 0);
        x = builder.MaxPool("max", x, 2, 1, 0, 0, 0, 0);
        x = builder.AveragePool("average", x, 2, 2);
        x = builder.GlobalAveragePool("global", x);
        x = builder.Transpose("last", x, 0, 2, 3, 1);
        x = builder.Flatten("flat", x);
        x = builder.Gemm("dense", x, builder.Initializer(OnnxTensor.OfSingles("weights", [1, 2, 3, 4], 2, 2)), two);
        x = builder.Binary("Add", "sum", x, x);
        builder.Output(builder.Softmax("out", x), 2);
        return builder.Build();
    }
}
