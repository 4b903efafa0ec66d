using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.NeuralNetworks.Tests.Formats;

public class OnnxModelTests
{
    public static TheoryData<string> Networks => [.. FormatNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_comes_back_with_the_same_outputs(string name)
    {
        var network = FormatNetworks.WithWeights(FormatNetworks.All[name]);
        var again = OnnxModel.Import(OnnxModel.Export(network, "Features", "Output"));
        Assert.Equal(network.Architecture.Input, again.Architecture.Input);
        FormatNetworks.AssertSameOutputs(network, again, 1e-6f);
    }

    [SkippableTheory]
    [MemberData(nameof(Networks))]
    public void OpenCV_gives_the_same_outputs(string name)
    {
        Skip.If(name == "activations", "OpenCV 4.6 knows no Erf and so no exact gelu.");
        AssertOpenCv(FormatNetworks.WithWeights(FormatNetworks.All[name]));
    }

    [SkippableFact]
    public void OpenCV_gives_the_same_probabilities_for_the_cnn_of_the_suite() => AssertOpenCv(FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1));

    [Fact]
    public void The_model_has_the_rules_that_readers_ask_for()
    {
        var graph = OnnxGraph.Parse(OnnxModel.Export(FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1), "Features", "Output"));
        Assert.Equal(13, graph.OperatorSet);
        Assert.Equal(["Conv", "Relu", "MaxPool", "Flatten", "Gemm", "Relu", "Gemm", "Softmax", "Identity"], graph.Nodes.Select(node => node.Operation));
        Assert.Equal([null, 1, 28, 28], graph.Inputs.Single().Shape!.Value.AsEnumerable());
        Assert.Equal([null, 10], graph.Outputs.Single().Shape!.Value.AsEnumerable());
        var convolution = graph.Nodes[0];
        Assert.Equal([3L, 3], convolution.Integers("kernel_shape")!);
        Assert.Equal([1L, 1, 1, 1], convolution.Integers("pads")!);
        Assert.Equal([32, 1, 3, 3], graph.Initializer("conv2d_kernel")!.Shape.AsEnumerable());
        Assert.Equal([10, 100], graph.Initializer("dense_1_kernel")!.Shape.AsEnumerable());
        Assert.Equal(1, graph.Nodes[6].Integer("transB"));
        Assert.Equal(1, graph.Nodes[7].Integer("axis"));
    }

    [Fact]
    public void Features_that_end_in_a_flattened_image_keep_their_order()
    {
        var network = FormatNetworks.WithWeights(new NetworkArchitecture("features", new TensorShape(4, 4, 1), [new Conv2D(3), new Flatten()]));
        var model = OnnxModel.Export(network, "Features", "Output");
        Assert.Contains(OnnxGraph.Parse(model).Nodes, node => node.Operation == "Transpose");
        FormatNetworks.AssertSameOutputs(network, OnnxModel.Import(model), 1e-6f);
    }

    /// <summary>The reference model's outputs by ML.NET's OnnxTransformer (ONNX Runtime) on real images are in the same folder.</summary>
    [SkippableTheory]
    [InlineData("tinycnn.onnx")]
    [InlineData("tinycnn_nchw.onnx")]
    public void The_reference_models_are_read(string file)
    {
        var bytes = File.ReadAllBytes(SharedFiles.Require($"mlnet-reference/models/{file}"));
        var score = OnnxModel.Import(bytes, "Score");
        Assert.Equal(new TensorShape(28, 28, 1), score.Architecture.Input);
        Assert.Equal(10, score.Classes);
        Assert.Equal(24, OnnxModel.Import(bytes, "Embedding").Classes);
        Assert.Contains("'Embedding', 'Logits', 'Score'", Assert.Throws<InvalidDataException>(() => OnnxModel.Import(bytes)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Every_node_test_is_parsed()
    {
        foreach (var folder in Directory.EnumerateDirectories(SharedFiles.Require("onnx-node-tests")))
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, "model.onnx"));
            var graph = OnnxGraph.Parse(bytes);
            Assert.NotEmpty(graph.Nodes);
            Assert.Equal(bytes.Length, graph.ToBytes().Length);
            Assert.All(graph.Nodes[0].Inputs.Where(input => input.Length > 0), input => Assert.Contains(graph.Inputs, value => value.Name == input));
        }
    }

    [Fact]
    public void What_cannot_be_a_network_is_refused_in_a_sentence()
    {
        var bytes = OnnxModel.Export(FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1), "in", "out");
        Assert.Contains("no value 'nothing'", Refused(bytes, "nothing"), StringComparison.Ordinal);
        Assert.Contains("no layer", Refused(bytes, "in"), StringComparison.Ordinal);
        Assert.Contains("channels first", Refused(bytes, "flatten"), StringComparison.Ordinal);
        Assert.Contains("no ONNX model", Refused([1, 2, 3], null), StringComparison.Ordinal);
        Assert.Contains("no ONNX model", Refused([], null), StringComparison.Ordinal);
        Assert.Contains("is a Sin", Refused(Build((b, x) => b.Unary("Sin", "out", x)), null), StringComparison.Ordinal);
        Assert.Contains("2 inputs that are no constants", Refused(Build((b, x) => b.Binary("Mul", "out", b.Unary("Relu", "relu", x), x)), null), StringComparison.Ordinal);
        Assert.Contains("no pads or", Refused(Build((b, x) => b.MaxPool("out", x, 2, 2, 1, 1, 1, 1)), null), StringComparison.Ordinal);

        static string Refused(byte[] model, string? output) => Assert.Throws<InvalidDataException>(() => OnnxModel.Import(model, output)).Message;

        static byte[] Build(Action<OnnxBuilder, string> add)
        {
            var builder = new OnnxBuilder("refused", "test");
            add(builder, builder.Input("in", 1, 4, 4));
            builder.Output("out", 1);
            return builder.Build().ToBytes();
        }
    }

    private static void AssertOpenCv(Network network)
    {
        var shape = network.Architecture.Input;
        var images = FormatNetworks.Images(network, 1);
        var expected = new float[network.Classes];
        network.Predict(images, 1, expected);
        var model = OnnxModel.Export(network, "Features", "Output");
        var actual = shape is { Height: 1, Width: 1 }
            ? OpenCv.Predict("onnx", model, images, 1, shape.Size)
            : OpenCv.Predict("onnx", model, FormatNetworks.ChannelsFirst(images, shape), 1, shape.Channels, shape.Height, shape.Width);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }
}
