namespace MlNetFashion.NeuralNetworks.Tests;

public class NetworkSummaryTests
{
    [Fact]
    public void Safaei_cnn_1_has_the_shapes_and_counts_Keras_gives()
    {
        var summary = TestNetworks.SafaeiCnn1.Summarize();

        Assert.Equal(628_630, summary.TotalParameters);
        Assert.Equal(628_630, summary.TrainableParameters);
        Assert.Equal(["conv2d", "max_pooling2d", "dropout", "flatten", "dense", "dense_1"], summary.Layers.Select(layer => layer.Name));
        Assert.Equal(
            ["(None, 28, 28, 32)", "(None, 14, 14, 32)", "(None, 14, 14, 32)", "(None, 6272)", "(None, 100)", "(None, 10)"],
            summary.Layers.Select(layer => layer.OutputShape));
        Assert.Equal([320, 0, 0, 0, 627_300, 1_010], summary.Layers.Select(layer => layer.Parameters));
        Assert.Contains("Total parameters: 628,630", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Kh_cnn_plain_has_28_394_parameters()
    {
        var architecture = new NetworkArchitecture("kh/cnn-plain", new TensorShape(28, 28, 1),
        [
            new Conv2D(32) { Activation = Activation.Relu }, new MaxPool2D(), new Conv2D(32) { Activation = Activation.Relu }, new MaxPool2D(),
            new Conv2D(32) { Activation = Activation.Relu }, new Flatten(), new Dense(32) { Activation = Activation.Relu },
            new Dense(10) { Activation = Activation.Softmax },
        ]);

        Assert.Equal(28_394, architecture.Summarize().TotalParameters);
        Assert.Equal("(None, 288)", architecture.Summarize().Layers[5].OutputShape);
    }

    [Theory]
    [InlineData(28, 3, 2, Padding.Same, 14)]
    [InlineData(28, 3, 2, Padding.Valid, 13)]
    [InlineData(7, 3, 3, Padding.Valid, 2)]
    [InlineData(7, 3, 3, Padding.Same, 3)]
    [InlineData(1, 5, 1, Padding.Same, 1)]
    public void Strides_and_padding_give_Keras_output_sizes(int size, int kernel, int strides, Padding padding, int expected)
    {
        var architecture = new NetworkArchitecture("x", new TensorShape(size, size, 3), [new Conv2D(4, kernel) { Strides = strides, Padding = padding }]);

        Assert.Equal($"(None, {expected}, {expected}, 4)", architecture.Summarize().Layers[0].OutputShape);
    }

    [Fact]
    public void A_dense_layer_on_an_image_is_refused_by_name()
    {
        var architecture = new NetworkArchitecture("x", new TensorShape(4, 4, 1), [new Dense(10)]);

        var error = Assert.Throws<ArgumentException>(architecture.Summarize);
        Assert.Contains("Layer 'dense' expects a vector", error.Message, StringComparison.Ordinal);
        Assert.Contains("Received: (None, 4, 4, 1)", error.Message, StringComparison.Ordinal);
    }
}
