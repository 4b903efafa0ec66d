using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.NeuralNetworks.Tests.Formats;

public class FrozenGraphTests
{
    public static TheoryData<string> Networks => [.. FormatNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_comes_back_with_the_same_outputs(string name)
    {
        var network = FormatNetworks.WithWeights(FormatNetworks.All[name]);
        var graph = FrozenGraph.Export(network, "Features", "Output");
        var again = FrozenGraph.Import(graph, "Features", "Output");

        Assert.Equal(network.Architecture.Input, again.Architecture.Input);
        Assert.DoesNotContain(again.Architecture.Layers, layer => layer is Dropout);
        FormatNetworks.AssertSameOutputs(network, again, 1e-6f);
    }

    [Fact]
    public void The_nodes_are_named_after_the_layers()
    {
        var network = FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1);
        var graph = Graph.Parse(FrozenGraph.Export(network, "Features", "CnnFeatures"));
        Assert.Equal(
            ["Features", "conv2d_kernel", "conv2d", "conv2d_bias", "conv2d_add", "conv2d_relu", "max_pooling2d", "flatten_shape", "flatten",
             "dense_kernel", "dense", "dense_bias", "dense_add", "dense_relu", "dense_1_kernel", "dense_1", "dense_1_bias", "dense_1_add", "dense_1_softmax", "CnnFeatures"],
            graph.Nodes.Select(node => node.Name));
        Assert.Equal([-1L, 28, 28, 1], graph.Find("Features")!.Shape("shape")!);
    }

    [Fact]
    public void Layer_names_that_tensorflow_refuses_or_that_clash_are_changed()
    {
        var architecture = new NetworkArchitecture("names", new TensorShape(1, 1, 2), [new Dense(2) { Name = "größe 1" }, new Dense(2) { Name = "in" }]);
        var graph = Graph.Parse(FrozenGraph.Export(FormatNetworks.WithWeights(architecture), "in", "out"));
        Assert.Equal(graph.Nodes.Length, graph.Nodes.Select(node => node.Name).Distinct().Count());
        Assert.All(graph.Nodes, node => Assert.All(node.Name, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c == '_')));
        Assert.NotNull(graph.Find("in_1"));
    }

    [Theory]
    [InlineData("", "out")]
    [InlineData("in", "_out")]
    [InlineData("in put", "out")]
    [InlineData("same", "same")]
    public void Names_that_no_node_can_have_are_refused(string input, string output)
    {
        var network = FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1);
        Assert.Throws<ArgumentException>(() => FrozenGraph.Export(network, input, output));
    }

    [Fact]
    public void An_inner_node_can_be_the_output()
    {
        var network = FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1);
        var features = FrozenGraph.Import(FrozenGraph.Export(network, "in", "out"), "in", "dense_relu");
        FormatNetworks.AssertSameOutputs(network.WithoutHead(), features, 1e-6f);
    }

    [Fact]
    public void Identities_listed_values_swapped_inputs_and_a_flat_placeholder_are_understood()
    {
        var builder = new GraphBuilder();
        var x = builder.Placeholder("pixels", -1, 4);
        x = builder.Reshape("image", x, builder.Constant("image_shape", GraphTensor.OfIntegers([-1, 2, 2, 1], 4)));
        var kernel = builder.Unary("Identity", "kernel/read", builder.Constant("kernel", GraphTensor.OfSingles([2], 1, 1, 1, 1)));
        x = builder.Conv2D("conv", x, kernel, 1, GraphPadding.Valid);
        x = builder.Add("sum", builder.Constant("one", GraphTensor.OfSingles([1], 1)), x);
        x = builder.Reshape("flat", x, builder.Constant("flat_shape", GraphTensor.OfIntegers([-1, 4], 2)));
        builder.MatMul("out", x, builder.Constant("weights", GraphTensor.OfSingles([1, 2, 3, 4], 4, 1)));
        var network = FrozenGraph.Import(builder.Build().ToBytes(), "pixels", "out:0");

        Assert.Equal(new TensorShape(2, 2, 1), network.Architecture.Input);
        var output = new float[1];
        network.Predict([1, 10, 100, 1000], 1, output);
        Assert.Equal(2 * (1 + 20 + 300 + 4000) + 10, output[0], 1e-3f);
    }

    [Fact]
    public void Batch_normalisation_with_constants_of_its_own_is_understood()
    {
        var builder = new GraphBuilder();
        var x = builder.Placeholder("in", -1, 1, 1, 1);
        x = builder.Conv2D("conv", x, builder.Constant("kernel", GraphTensor.OfSingles([2, 3], 1, 1, 1, 2)), 1, GraphPadding.Valid);
        x = builder.FusedBatchNorm("norm", x, Vector("scale", 1, 2), Vector("offset", 5, 6), Vector("mean", 0.5f, 1), Vector("variance", 3, 8), epsilon: 1);
        builder.Unary("Relu", "out", x);
        var network = FrozenGraph.Import(builder.Build().ToBytes(), "in", "out");

        var output = new float[2];
        network.Predict([4], 1, output);
        Assert.Equal((8 - 0.5f) / 2 * 1 + 5, output[0], 1e-5f);
        Assert.Equal((12 - 1) / 3f * 2 + 6, output[1], 1e-5f);

        string Vector(string name, params float[] values) => builder.Constant(name, GraphTensor.OfSingles(values, values.Length));
    }

    [Fact]
    public void What_cannot_be_a_network_is_refused_in_a_sentence()
    {
        var network = FormatNetworks.WithWeights(TestNetworks.SafaeiCnn1);
        var bytes = FrozenGraph.Export(network, "in", "out");
        Assert.Contains("Its placeholders are 'in'", Refused(bytes, "input", "out"), StringComparison.Ordinal);
        Assert.Contains("no node 'output'", Refused(bytes, "in", "output"), StringComparison.Ordinal);
        Assert.Contains("no layer", Refused(bytes, "in", "in"), StringComparison.Ordinal);
        Assert.Contains("frozen TensorFlow graph", Refused([1, 2, 3], "in", "out"), StringComparison.Ordinal);

        Assert.Contains("is a Erf", Refused(Build((b, x) => b.Unary("Erf", "out", x)), "in", "out"), StringComparison.Ordinal);
        Assert.Contains("2 inputs that are no constants", Refused(Build((b, x) => b.Multiply("out", b.Unary("Relu", "relu", x), x)), "in", "out"), StringComparison.Ordinal);
        Assert.Contains("'other' (Placeholder), on the way from 'in' to 'out', has 0 inputs", Refused(Build((b, x) => b.Add("out", b.Unary("Relu", "relu", x), b.Placeholder("other", -1, 4, 4, 1))), "in", "out"), StringComparison.Ordinal);
        Assert.Contains("square kernel", Refused(Build((b, x) => b.Conv2D("out", x, b.Constant("k", GraphTensor.OfSingles([1, 1], 1, 2, 1, 1)), 1, GraphPadding.Same)), "in", "out"), StringComparison.Ordinal);
        Assert.Contains("kernel of 'out' has the shape", Refused(Build((b, x) => b.Conv2D("out", x, b.Constant("k", GraphTensor.OfSingles([1, 1], 1, 1, 2, 1)), 1, GraphPadding.Same)), "in", "out"), StringComparison.Ordinal);
        Assert.Contains("do not fit", Refused(Build((b, x) => b.MaxPool("out", x, 9, 9, GraphPadding.Valid)), "in", "out"), StringComparison.Ordinal);
        Assert.Contains("reshapes", Refused(Build((b, x) => b.Reshape("out", x, b.Constant("s", GraphTensor.OfIntegers([-1, 5], 2)))), "in", "out"), StringComparison.Ordinal);
        Assert.Contains("2 constants; expected 1", Refused(Build((b, x) => b.Add("out", x, b.Constant("k", GraphTensor.OfSingles([1, 2], 2)))), "in", "out"), StringComparison.Ordinal);

        static string Refused(byte[] graph, string input, string output) =>
            Assert.Throws<InvalidDataException>(() => FrozenGraph.Import(graph, input, output)).Message;

        static byte[] Build(Action<GraphBuilder, string> add)
        {
            var builder = new GraphBuilder();
            add(builder, builder.Placeholder("in", -1, 4, 4, 1));
            return builder.Build().ToBytes();
        }
    }
}
