using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests.Layers;

/// <summary>
/// What every layer promises, in one test for all (Keras has such a one): its settings come back from JSON, its output shape and parameters are
/// those of Keras, its weights come back from a network, and a training step on eight images changes them and lowers no loss to nonsense.
/// </summary>
public class LayerContractTests
{
    private static readonly (Layer Layer, TensorShape Input, string Output, int Parameters)[] Cases =
    [
        (new Conv2D(5), new(7, 6, 3), "(None, 5, 4, 5)", 140),
        (new Conv2D(6, 5) { Strides = 3, Padding = Padding.Same, UseBias = false, L2 = 0.01, KernelInitializer = Initializer.HeNormal }, new(10, 7, 1), "(None, 4, 3, 6)", 150),
        (new Conv2D(4, 1) { Activation = Activation.Gelu, Name = "mix" }, new(3, 3, 17), "(None, 3, 3, 4)", 72),
        (new Dense(9), new(1, 1, 16), "(None, 9)", 153),
        (new Dense(4) { Activation = Activation.Elu, UseBias = false, L2 = 0.1, KernelInitializer = Initializer.HeUniform }, new(1, 1, 17), "(None, 4)", 68),
        (new MaxPool2D(), new(5, 6, 3), "(None, 2, 3, 3)", 0),
        (new MaxPool2D(3) { Strides = 1, Padding = Padding.Same }, new(5, 6, 3), "(None, 5, 6, 3)", 0),
        (new AveragePool2D(3) { Strides = 2, Padding = Padding.Same }, new(5, 6, 16), "(None, 3, 3, 16)", 0),
        (new GlobalAveragePool2D(), new(5, 6, 17), "(None, 17)", 0),
        (new BatchNormalization(), new(4, 4, 3), "(None, 4, 4, 3)", 12),
        (new BatchNormalization { Momentum = 0.5, Epsilon = 0.1, Center = false }, new(1, 1, 16), "(None, 16)", 48),
        (new Dropout(0.5), new(3, 2, 3), "(None, 3, 2, 3)", 0),
        (new Flatten(), new(3, 2, 3), "(None, 18)", 0),
        (new ActivationLayer(Activation.LeakyRelu) { Alpha = 0.3 }, new(3, 2, 3), "(None, 3, 2, 3)", 0),
        (new ActivationLayer(Activation.Softmax), new(2, 2, 3), "(None, 2, 2, 3)", 0),
        (new Residual([new Conv2D(3) { Padding = Padding.Same }, new BatchNormalization()]) { Activation = Activation.Relu }, new(4, 5, 3), "(None, 4, 5, 3)", 96),
        (new Residual([new Conv2D(4) { Strides = 2, Padding = Padding.Same }]) { Shortcut = [new Conv2D(4, 1) { Strides = 2 }] }, new(4, 4, 1), "(None, 2, 2, 4)", 48),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Cases.Length)];

    [Fact]
    public void Every_layer_has_a_case()
    {
        var layers = typeof(Layer).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract);

        Assert.Equal(layers.OrderBy(type => type.Name), Cases.Select(item => item.Layer.GetType()).Distinct().OrderBy(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Settings_come_back_from_JSON(int index)
    {
        var architecture = Network(index);

        Assert.Equal(architecture.Layers[0], NetworkArchitecture.FromJson(architecture.ToJson()).Layers[0]);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Shape_and_parameters_are_those_of_Keras(int index)
    {
        var resolved = Network(index).Resolve()[0];

        Assert.Equal(Cases[index].Output, resolved.Output.ToString());
        Assert.Equal(Cases[index].Parameters, resolved.Parameters.Sum(spec => spec.Count));
        Assert.Equal(Cases[index].Layer.Name ?? Cases[index].Layer.DefaultName, resolved.Name);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_training_step_on_eight_images_changes_what_can_be_learnt(int index)
    {
        var architecture = Network(index);
        var layers = architecture.Resolve();
        var start = ParameterStart.Draw(layers, seed: 1);
        var images = TestNetworks.Dots(architecture.Input, 3, 8, 2);

        foreach (var width in Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest))
        {
            using var run = new TrainingRun(architecture, layers, start, images, null, new TrainingOptions { BatchSize = 8, Optimizer = new Sgd { LearningRate = 0.1 }, Threads = 2 }, width);
            var (loss, right) = run.Step(0, 8);
            var trained = run.Export();

            Assert.InRange(loss, 0.1, 20);
            Assert.InRange(right, 0, 8);
            foreach (var (spec, before, after) in layers[0].Parameters.Zip(start[0].Arrays, trained[0].Arrays))
            {
                Assert.All(after.Values, value => Assert.True(float.IsFinite(value)));
                Assert.True(!before.Values.SequenceEqual(after.Values), $"{spec.Name} did not change at {width}.");
            }

            var network = NeuralNetworks.Network.FromParameters(architecture, trained);
            Assert.Equal(trained.SelectMany(layer => layer.Arrays).SelectMany(array => array.Values), network.Parameters.SelectMany(layer => layer.Arrays).SelectMany(array => array.Values));
            AssertProbabilities(network, images);
        }
    }

    private static void AssertProbabilities(Network network, ImageSet images)
    {
        var values = new float[images.Count * images.Shape.Size];
        for (var i = 0; i < images.Count; i++)
            images.CopyTo(i, values.AsSpan(i * images.Shape.Size));
        var outputs = new float[images.Count * 3];
        network.Predict(values, images.Count, outputs);
        foreach (var image in outputs.Chunk(3))
        {
            Assert.All(image, probability => Assert.InRange(probability, 0, 1));
            Assert.Equal(1, image.Sum(), 1e-5f);
        }
    }

    private static NetworkArchitecture Network(int index) =>
        new("contract", Cases[index].Input, [Cases[index].Layer, new Flatten(), new Dense(3) { Activation = Activation.Softmax }]);
}
