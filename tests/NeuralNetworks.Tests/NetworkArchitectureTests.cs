namespace MlNetFashion.NeuralNetworks.Tests;

public class NetworkArchitectureTests
{
    public static TheoryData<string> Networks() => [.. EngineAgainstReferenceTests.Networks().Append(TestNetworks.SafaeiCnn1).Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_comes_back_from_JSON(string name)
    {
        var architecture = EngineAgainstReferenceTests.Networks().Append(TestNetworks.SafaeiCnn1).Single(network => network.Name == name);

        var back = NetworkArchitecture.FromJson(architecture.ToJson());

        Assert.Equal(architecture, back);
        Assert.Equal(architecture.Summarize().ToString(), back.Summarize().ToString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"name\":\"x\"}")]
    [InlineData("{\"name\":\"x\",\"input\":{\"height\":1,\"width\":1,\"channels\":1},\"layers\":[{\"type\":\"Conv9D\"}]}")]
    [InlineData("{\"name\":\"x\",\"input\":{\"height\":1,\"width\":1,\"channels\":1},\"layers\":[{\"type\":\"Dense\",\"units\":3,\"sides\":4}]}")]
    public void What_is_not_a_network_is_refused(string json) =>
        Assert.Contains("was expected", Assert.Throws<InvalidDataException>(() => NetworkArchitecture.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_plan_says_what_is_fused()
    {
        var plan = TestNetworks.SafaeiCnn1.DescribePlan(128);

        Assert.StartsWith("training, 128 images a step", plan[0], StringComparison.Ordinal);
        Assert.Equal(
            ["gather 28x28x1 from the image set", "conv2d: direct 3x3 convolution of one channel + ReLU + 2x2 max-pooling + dropout 0.25, 14x14x32",
                "dense: dense 6272 to 100 + ReLU, update fused with the gradients", "dense_1: dense 100 to 10, update fused with the gradients", "softmax cross-entropy over 10 classes"],
            plan.Skip(1));
        Assert.DoesNotContain("dropout", string.Concat(TestNetworks.SafaeiCnn1.DescribePlan(1, training: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_residual_block_is_counted_with_the_layers_inside()
    {
        var architecture = new NetworkArchitecture("r", new TensorShape(4, 4, 2),
            [new Residual([new Conv2D(2) { Padding = Padding.Same }, new BatchNormalization()]) { Activation = Activation.Relu }, new GlobalAveragePool2D(), new Dense(3)]);
        var summary = architecture.Summarize();

        Assert.Equal(["add/conv2d", "add/batch_normalization", "add", "global_average_pooling2d", "dense"], summary.Layers.Select(layer => layer.Name));
        Assert.Equal([38, 8, 0, 0, 9], summary.Layers.Select(layer => layer.Parameters));
        Assert.Equal((51, 4), (summary.TrainableParameters, summary.NonTrainableParameters));
        Assert.Equal(["conv2d/kernel", "conv2d/bias", "batch_normalization/gamma"], ParameterStart.Draw(architecture.Resolve(), 0)[0].Arrays.Take(3).Select(array => array.Name));
    }

    [Fact]
    public void Branches_of_different_shapes_are_refused()
    {
        var architecture = new NetworkArchitecture("r", new TensorShape(4, 4, 2), [new Residual([new Conv2D(3)])]);

        Assert.Equal("Layer 'add' expects a body and a shortcut that end in the same shape. Received: (None, 2, 2, 3) and (None, 4, 4, 2).",
            Assert.Throws<ArgumentException>(architecture.Summarize).Message);
    }
}
