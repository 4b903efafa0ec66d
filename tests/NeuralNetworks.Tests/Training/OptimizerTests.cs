using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Tests.Reference;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests.Training;

/// <summary>Twenty steps of every optimiser, at every vector width, against its formula in double precision.</summary>
public class OptimizerTests
{
    private static readonly NetworkArchitecture Architecture = new("small", new TensorShape(6, 6, 1),
    [
        new Conv2D(5) { Activation = Activation.Tanh, L2 = 0.01 }, new Flatten(), new Dense(7) { Activation = Activation.Tanh, L2 = 0.02 },
        new Dense(3) { Activation = Activation.Softmax },
    ]);

    private static readonly Optimizer[] Optimizers =
    [
        new Sgd { LearningRate = 0.1 }, new Sgd { LearningRate = 0.05, Momentum = 0.9 }, new Sgd { LearningRate = 0.05, Momentum = 0.9, Nesterov = true },
        new Adam(), new AdamW { WeightDecay = 0.1 }, new Adamax(), new RmsProp(), new RmsProp { Momentum = 0.5, Centered = true, Epsilon = 1e-5 }, new Adagrad(), new Adadelta { LearningRate = 1 },
    ];

    public static TheoryData<int, int> Cases()
    {
        var data = new TheoryData<int, int>();
        for (var i = 0; i < Optimizers.Length; i++)
        {
            foreach (var width in Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest))
                data.Add(i, (int)width);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Twenty_steps_follow_the_formula(int index, int width)
    {
        var optimizer = Optimizers[index];
        var images = TestNetworks.Dots(Architecture.Input, 3, 12, 3);
        var layers = Architecture.Resolve();
        var start = ParameterStart.Draw(layers, 5);
        using var run = new TrainingRun(Architecture, layers, start, images, null, new TrainingOptions { BatchSize = 12, Optimizer = optimizer, Threads = 2 }, (SimdWidth)width);
        var reference = new ReferenceNetwork(Architecture, start);
        var values = new double[12 * 36];
        for (var i = 0; i < 12; i++)
        {
            var image = new float[36];
            images.CopyTo(i, image);
            for (var j = 0; j < 36; j++)
                values[(i * 36) + j] = image[j];
        }

        for (var step = 1; step <= 20; step++)
        {
            var outputs = reference.Forward(values, 12, training: true);
            Assert.Equal(reference.Loss(outputs, images.Labels, 0), run.Step(0, 12).Loss, 1e-4);
            reference.Backward(outputs, images.Labels, 0);
            reference.Update(optimizer, step);
        }

        var trained = run.Export().SelectMany(layer => layer.Arrays).ToList();
        foreach (var (expected, actual) in reference.Parameters.Zip(trained))
        {
            for (var i = 0; i < expected.Values.Length; i++)
                Assert.True(Math.Abs(expected.Values[i] - actual.Values[i]) < 2e-4, $"{actual.Name}[{i}]: expected {expected.Values[i]}, received {actual.Values[i]}.");
        }

        Assert.NotEqual(start.SelectMany(layer => layer.Arrays).First().Values, trained[0].Values);
    }

    [Fact]
    public void Impossible_settings_are_refused_by_name()
    {
        Assert.Contains("Sgd expects LearningRate to be a positive number. Received: 0.", Message(new Sgd { LearningRate = 0 }), StringComparison.Ordinal);
        Assert.Contains("Adam expects Beta2 to be at least 0 and below 1. Received: 1.", Message(new Adam { Beta2 = 1 }), StringComparison.Ordinal);
        Assert.Contains("RmsProp expects Epsilon to be a positive number. Received: NaN.", Message(new RmsProp { Epsilon = double.NaN }), StringComparison.Ordinal);

        static string Message(Optimizer optimizer) => Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(
            Architecture, TestNetworks.Dots(Architecture.Input, 3, 4, 1), null, new TrainingOptions { Optimizer = optimizer })).Message;
    }
}
