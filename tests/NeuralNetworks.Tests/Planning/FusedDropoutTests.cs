namespace MlNetFashion.NeuralNetworks.Tests.Planning;

/// <summary>A dropout behind a flattened convolution runs with the convolution, and drops what it would drop by itself.</summary>
public class FusedDropoutTests
{
    private static readonly Layer Nothing = new ActivationLayer(Activation.Linear); // breaks a fusion, and changes nothing else

    [Theory]
    [InlineData(2, false)] // an implicit matrix product
    [InlineData(2, true)]
    [InlineData(3, false)] // Winograd
    [InlineData(3, true)]
    public void It_trains_the_same_weights_as_a_dropout_apart(int taps, bool pools)
    {
        Layer convolve = new Conv2D(33, taps) { Activation = Activation.Relu };
        Layer[] convolution = pools ? [convolve, new MaxPool2D()] : [convolve];
        Layer[] rest = [new Flatten(), new Dropout(0.4), new Dense(9) { Activation = Activation.Relu }, new Dense(3) { Activation = Activation.Softmax }];
        var input = new TensorShape(9, 8, 16);

        var fused = Train(new NetworkArchitecture("fused", input, [Nothing, .. convolution, .. rest]));
        var apart = Train(new NetworkArchitecture("apart", input, [.. convolution, Nothing, .. rest]));

        Assert.Contains("+ dropout 0.4", fused.Stages.Single(stage => stage.StartsWith("conv2d", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("dropout: dropout 0.4", apart.Stages);
        Assert.Equal(apart.Weights, fused.Weights);
    }

    private static (IEnumerable<string> Stages, IEnumerable<float> Weights) Train(NetworkArchitecture architecture)
    {
        var result = NetworkTrainer.Train(architecture, TestNetworks.Dots(architecture.Input, 3, 70, 1), null, new TrainingOptions { Epochs = 2, BatchSize = 16, Seed = 4 });
        return (architecture.DescribePlan(), result.Network.Parameters.SelectMany(layer => layer.Arrays).SelectMany(array => array.Values));
    }
}
