using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests.PyTorch;

/// <summary>The engine against PyTorch in double precision: outputs within 1e-5, gradients within 1e-4 of the largest, twenty steps of every optimiser.</summary>
public class PyTorchAgreementTests
{
    private const int Images = 24;

    private static readonly NetworkArchitecture Small = Net("small", new(8, 7, 3),
        new Conv2D(17) { Activation = Activation.Relu, L2 = 0.01 }, new MaxPool2D(), new Flatten(), new Dense(16) { Activation = Activation.Tanh });

    private static readonly NetworkArchitecture[] Networks =
    [
        Small,
        Net("direct", new(13, 12, 1), new Conv2D(32) { Activation = Activation.Relu, Padding = Padding.Same }, new MaxPool2D(), new Flatten(), new Dense(20) { Activation = Activation.Relu }),
        Net("strides", new(11, 9, 1), new Conv2D(16, 5) { Strides = 3, Padding = Padding.Same, Activation = Activation.Elu }, new Conv2D(9, 2) { Padding = Padding.Same, Activation = Activation.Gelu }, new Flatten()),
        Net("Winograd", new(9, 15, 1), new Conv2D(32) { Activation = Activation.LeakyRelu }, new Conv2D(48) { Activation = Activation.Relu, Padding = Padding.Same }, new MaxPool2D(), new Conv2D(64), new GlobalAveragePool2D()),
        Net("Winograd of 5x5 taps", new(12, 15, 1), new Conv2D(16) { Activation = Activation.LeakyRelu }, new Conv2D(24, 5) { Activation = Activation.Relu, Padding = Padding.Same }, new MaxPool2D(), new Conv2D(32, 5), new Flatten()),
        Net("pools", new(9, 8, 3), new Conv2D(6) { Activation = Activation.Sigmoid }, new AveragePool2D(3) { Strides = 2, Padding = Padding.Same }, new MaxPool2D(3) { Strides = 1, Padding = Padding.Same }, new Flatten()),
        Net("batch normalisation", new(9, 9, 1), new Conv2D(17) { UseBias = false }, new BatchNormalization(), new ActivationLayer(Activation.Relu), new MaxPool2D(), new Conv2D(8), new BatchNormalization(), new Flatten()),
        Net("residual", new(8, 8, 3), new Conv2D(16) { Padding = Padding.Same },
            new Residual([new Conv2D(16) { Padding = Padding.Same }, new BatchNormalization(), new ActivationLayer(Activation.Relu), new Conv2D(16) { Padding = Padding.Same }]) { Activation = Activation.Relu },
            new Residual([new Conv2D(20) { Padding = Padding.Same, Strides = 2 }]) { Shortcut = [new Conv2D(20, 1) { Strides = 2 }] }, new GlobalAveragePool2D()),
    ];

    // Epsilon lies inside the root in Keras and outside in PyTorch: small enough, both mean the same. (Not so where a centred variance comes near
    // zero: that rule is held to its formula alone.)
    private static readonly Optimizer[] Optimizers =
    [
        new Sgd { LearningRate = 0.05 }, new Sgd { LearningRate = 0.02, Momentum = 0.9 }, new Sgd { LearningRate = 0.02, Momentum = 0.9, Nesterov = true }, new Adam { Epsilon = 1e-9 },
        new AdamW { WeightDecay = 0.1, Epsilon = 1e-9 }, new Adamax { Epsilon = 1e-9 }, new RmsProp { Epsilon = 1e-12 }, new RmsProp { Momentum = 0.5, Epsilon = 1e-12 },
        new Adagrad { LearningRate = 0.01, Epsilon = 1e-12 }, new Adadelta { LearningRate = 1, Epsilon = 1e-6 },
    ];

    public static TheoryData<string> NetworkNames => [.. Networks.Select(network => network.Name)];

    public static TheoryData<int> OptimizerIndices => [.. Enumerable.Range(0, Optimizers.Length)];

    [SkippableTheory]
    [MemberData(nameof(NetworkNames))]
    public void Outputs_and_gradients(string name)
    {
        var architecture = Networks.Single(network => network.Name == name);
        var (images, labels) = Noise(architecture);
        var layers = architecture.Resolve();
        var start = ParameterStart.Draw(layers, 4);
        var expected = PyTorchTraining.Train(architecture, start, images, labels, new Sgd(), steps: 0);

        foreach (var width in Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest))
        {
            var parameters = SharedParameters.Create(width, layers, start);
            var plan = ExecutionPlan.Create(architecture, layers, parameters, new PlanOptions(Images, 2, Trains: true));
            parameters.Store.AddStates(new GradientRecorder());
            using var pool = new WorkerPool(2);
            var penalty = plan.Penalty();
            var (lossSum, _) = plan.Run(ImageSet.FromFloats(images, labels, architecture.Input, 5), [.. Enumerable.Range(0, Images)], 0, Images, pool, new TrainingStep(1, new GradientRecorder()));

            Assert.Equal(expected.Loss, (lossSum / Images) + penalty, 1e-5);
            foreach (var (theirs, ours) in expected.Gradients.Zip(EngineAgainstReferenceTests.Gradients(parameters.Store)))
                AssertClose(theirs, ours, 1e-4 * Math.Max(theirs.Max(Math.Abs), 1e-3), $"{width}");
        }

        if (layers.Any(layer => layer.WithNested().Any(nested => nested.Layer is BatchNormalization)))
            return; // predicting uses running statistics, which PyTorch's function does not keep
        var outputs = new float[Images * 5];
        Network.FromParameters(architecture, start).Predict(images, Images, outputs);
        AssertClose(expected.Outputs, outputs, 1e-5, "outputs");
    }

    [SkippableTheory]
    [MemberData(nameof(OptimizerIndices))]
    public void Twenty_steps(int index)
    {
        var (images, labels) = Noise(Small);
        var layers = Small.Resolve();
        var start = ParameterStart.Draw(layers, 4);
        var expected = PyTorchTraining.Train(Small, start, images, labels, Optimizers[index], steps: 20);

        using var run = new TrainingRun(Small, layers, start, ImageSet.FromFloats(images, labels, Small.Input, 5), null,
            new TrainingOptions { BatchSize = Images, Optimizer = Optimizers[index], Threads = 2 }, SimdChoice.Current);
        var losses = Enumerable.Range(0, 20).Select(_ => run.Step(0, Images).Loss).ToArray();

        for (var step = 0; step < 20; step++)
            Assert.Equal(expected.Losses[step], losses[step], 2e-4);
        Assert.True(losses[^1] < losses[0] - 0.01, $"The loss went from {losses[0]} to {losses[^1]}.");
        foreach (var (theirs, ours) in expected.Parameters.Zip(run.Export().SelectMany(layer => layer.Arrays)))
            AssertClose(theirs, ours.Values, 5e-4, ours.Name);
    }

    private static NetworkArchitecture Net(string name, TensorShape input, params Layer[] layers) => new(name, input, [.. layers, new Dense(5) { Activation = Activation.Softmax }]);

    private static (float[] Images, int[] Labels) Noise(NetworkArchitecture architecture)
    {
        var random = new Random(8);
        return ([.. Enumerable.Range(0, Images * architecture.Input.Size).Select(_ => (random.NextSingle() * 2) - 1)], [.. Enumerable.Range(0, Images).Select(_ => random.Next(5))]);
    }

    private static void AssertClose(double[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"{what}[{i}]: expected {expected[i]}, received {actual[i]} (tolerance {tolerance}).");
    }
}
