using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks.Tests;

public class FlopCountTests
{
    [Fact]
    public void Training_counts_forward_and_both_gradients_but_no_input_gradient_of_the_first_layer()
    {
        var architecture = new NetworkArchitecture("tiny", new TensorShape(4, 4, 2),
        [
            new Conv2D(3) { Padding = Padding.Same }, new Flatten(), new Dense(5) { Activation = Activation.Softmax },
        ]);
        const long conv = 2 * 4 * 4 * 3 * 9 * 2, dense = 2 * 48 * 5;

        Assert.Equal(conv + dense, FlopCount.Inference(architecture));
        Assert.Equal(2 * conv + 3 * dense, FlopCount.Training(architecture));
    }

    [Theory]
    [InlineData("safaei/cnn_1", 4.67)]
    [InlineData("fitch/model-7", 74.75)]
    public void The_reports_networks_cost_what_is_known(string name, double megaflops) =>
        Assert.Equal(megaflops, FlopCount.Training(BenchmarkNetworks.Named([name])[0].Architecture) / 1e6, 0.01);

    [Fact]
    public void A_network_without_weights_costs_nothing() =>
        Assert.Equal(0, FlopCount.Training(new NetworkArchitecture("none", new TensorShape(2, 2, 1), [new Flatten()])));
}
