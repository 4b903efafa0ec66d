using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests.Planning;

public class WinogradStageTests
{
    private static readonly Layer Apart = new AveragePool2D(1); // changes nothing, but stands between what would be fused

    public static TheoryData<int, bool, int> Fusions()
    {
        var data = new TheoryData<int, bool, int>();
        foreach (var width in Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest))
        {
            foreach (var taps in new[] { 3, 5 })
            {
                data.Add(taps, false, (int)width);
                data.Add(taps, true, (int)width);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Fusions))]
    public void Dropout_fused_is_the_same_as_dropout_apart(int taps, bool pools, int width)
    {
        Layer convolution = new Conv2D(32, taps) { Activation = Activation.Relu };
        Layer[] together = pools ? [convolution, new MaxPool2D()] : [convolution];

        var fused = Gradients([Apart, .. together, new Dropout(0.4)], (SimdWidth)width);
        var apart = Gradients([.. together, Apart, new Dropout(0.4)], (SimdWidth)width);

        foreach (var (one, other) in fused.Zip(apart))
        {
            var largest = one.Max(Math.Abs);
            Assert.True(largest > 0);
            for (var i = 0; i < one.Length; i++)
                Assert.Equal(one[i], other[i], 1e-5f * largest);
        }
    }

    [Theory]
    [InlineData(3, 32, 32, "by Winograd F(6,4x6,5, 3x3) + ReLU, 10x11x32")]
    [InlineData(5, 16, 17, "by Winograd F(4x4,2, 5x5) + ReLU, 8x9x17")]
    [InlineData(3, 16, 16, "by Winograd F(6,4x6,5, 3x3) + ReLU, 10x11x16")]
    [InlineData(3, 1, 32, "by implicit matrix product")]
    [InlineData(5, 1, 32, "by implicit matrix product")]
    [InlineData(4, 32, 32, "by implicit matrix product")]
    public void Stages_are_chosen_by_taps_and_channels(int taps, int channels, int filters, string expected) => Assert.Contains(expected,
        Network(channels, [new Conv2D(filters, taps) { Activation = Activation.Relu }]).DescribePlan()[2], StringComparison.Ordinal);

    private static NetworkArchitecture Network(int channels, Layer[] layers) =>
        new("fused", new TensorShape(12, 13, channels), [.. layers, new Flatten(), new Dense(4) { Activation = Activation.Softmax }]);

    private static List<float[]> Gradients(Layer[] layers, SimdWidth width)
    {
        var architecture = Network(32, layers);
        var images = TestNetworks.Dots(architecture.Input, 4, 9, 1);
        var resolved = architecture.Resolve();
        var parameters = SharedParameters.Create(width, resolved, ParameterStart.Draw(resolved, 1));
        var plan = ExecutionPlan.Create(architecture, resolved, parameters, new PlanOptions(images.Count, 2, Trains: true));
        parameters.Store.AddStates(new GradientRecorder());
        using var pool = new WorkerPool(2);
        plan.Run(images, [.. Enumerable.Range(0, images.Count)], 0, images.Count, pool, new TrainingStep(1, new GradientRecorder()));
        return EngineAgainstReferenceTests.Gradients(parameters.Store);
    }
}
