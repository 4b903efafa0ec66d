using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Tests.Reference;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests;

/// <summary>
/// The engine at every vector width against the plain double-precision network: loss, outputs and the gradient of every parameter, on
/// shapes that leave remainders everywhere.
/// </summary>
public class EngineAgainstReferenceTests
{
    private static readonly Activation[] Pointwise = [Activation.LeakyRelu, Activation.Elu, Activation.Gelu, Activation.Sigmoid, Activation.Tanh];

    public static TheoryData<int> Widths() => [.. Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest).Select(width => (int)width)];

    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var name in Networks().Select(network => network.Name))
        {
            foreach (var width in Enum.GetValues<SimdWidth>().Where(width => width <= SimdChoice.Widest))
                data.Add(name, (int)width);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_outputs_and_gradients_agree(string name, int width)
    {
        var architecture = Networks().Single(network => network.Name == name);
        AssertAgree(architecture, RandomImages(architecture.Input, architecture.Classes, 21), Shaken(ParameterStart.Draw(architecture.Resolve(), 3)), (SimdWidth)width);
    }

    /// <summary>Inputs and ReLUs that are mostly zeros, more images than a word has bits: what dense layers leave out must be zeros only.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void Dense_layers_that_skip_zeros_agree(int width)
    {
        var relu = Activation.Relu;
        var architecture = new NetworkArchitecture("sparse", new TensorShape(1, 1, 531),
            [new Dense(150) { Activation = relu }, new Dense(110) { Activation = relu }, new Dense(20) { Activation = relu, UseBias = false }, new Dense(5) { Activation = Activation.Softmax }]);
        var start = Shaken(ParameterStart.Draw(architecture.Resolve(), 3));
        foreach (var array in start.SelectMany(layer => layer.Arrays).Where(array => array.Name == "bias"))
        {
            for (var i = 0; i < array.Values.Length; i++)
                array.Values[i] -= 0.3f;
        }

        AssertAgree(architecture, RandomImages(architecture.Input, architecture.Classes, 70, zeros: 0.7f), start, (SimdWidth)width);
    }

    private static void AssertAgree(NetworkArchitecture architecture, ImageSet images, ImmutableArray<LayerParameters> start, SimdWidth width)
    {
        var layers = architecture.Resolve();

        // The engine: one recorded step, then outputs.
        var parameters = SharedParameters.Create(width, layers, start);
        var plan = ExecutionPlan.Create(architecture, layers, parameters, new PlanOptions(images.Count, 2, Trains: true, LabelSmoothing: 0.1));
        parameters.Store.AddStates(new GradientRecorder());
        int[] rows = [.. Enumerable.Range(0, images.Count)];
        using var pool = new WorkerPool(2);
        var (lossSum, _) = plan.Run(images, rows, 0, images.Count, pool, new TrainingStep(1, new GradientRecorder()));
        var gradients = Gradients(parameters.Store);
        var outputs = Outputs(plan, images, pool);

        // The reference.
        var reference = new ReferenceNetwork(architecture, start);
        var input = new double[images.Count * images.Shape.Size];
        for (var i = 0; i < images.Count; i++)
        {
            var image = new float[images.Shape.Size];
            images.CopyTo(i, image);
            for (var j = 0; j < image.Length; j++)
                input[(i * image.Length) + j] = image[j];
        }

        var expected = reference.Forward(input, images.Count, training: true);
        Assert.Equal(reference.Loss(expected, images.Labels, 0.1), (lossSum / images.Count) + plan.StepPenalty, 1e-5);
        reference.Backward(expected, images.Labels, 0.1);
        foreach (var (parameter, gradient) in reference.Parameters.Where(parameter => parameter.Spec.Trainable).Zip(gradients))
            AssertClose(parameter.Gradient, gradient, 1e-4, parameter.Spec.Name);
        AssertClose(reference.Forward(input, images.Count, training: false), outputs, 1e-5, "outputs");
    }

    internal static IEnumerable<NetworkArchitecture> Networks()
    {
        static NetworkArchitecture Net(string name, TensorShape input, params Layer[] layers) =>
            new(name, input, [.. layers, new Dense(5) { Activation = Activation.Softmax }]);

        var relu = Activation.Relu;
        yield return Net("dense", new TensorShape(1, 1, 37), new Dense(50) { Activation = relu }, new Dense(17) { UseBias = false });
        yield return Net("dense of many inputs", new TensorShape(1, 1, 531), new Dense(530) { Activation = relu }, new Dense(20) { Activation = relu });
        yield return Net("dense on an image of 3 channels", new TensorShape(3, 5, 3), new Flatten(), new Dense(33) { Activation = relu, L2 = 0.01 });
        yield return Net("direct, valid", new TensorShape(9, 11, 1), new Conv2D(17) { Activation = relu }, new MaxPool2D(), new Flatten());
        yield return Net("direct, same, wide", new TensorShape(6, 70, 1), new Conv2D(40) { Activation = relu, Padding = Padding.Same, UseBias = false }, new MaxPool2D(), new Flatten());
        yield return Net("convolutions", new TensorShape(13, 12, 3), new Conv2D(16) { Activation = relu, L2 = 0.02 }, new MaxPool2D(), new Conv2D(35, 2) { Padding = Padding.Same }, new MaxPool2D(),
            new Conv2D(17) { Padding = Padding.Same, Activation = relu, UseBias = false }, new Flatten());
        yield return Net("stride 3, kernel 5", new TensorShape(11, 8, 1), new Conv2D(16, 5) { Strides = 3, Padding = Padding.Same, Activation = relu }, new Conv2D(3, 3) { Padding = Padding.Same, Strides = 2 }, new Flatten());
        yield return Net("padding larger than the image", new TensorShape(1, 1, 16), new Conv2D(17, 5) { Padding = Padding.Same }, new Conv2D(8, 1) { Activation = relu }, new Flatten());
        yield return Net("pooling", new TensorShape(9, 7, 2), new MaxPool2D(3) { Strides = 2, Padding = Padding.Same }, new Conv2D(9) { Padding = Padding.Same }, new MaxPool2D(3) { Strides = 1 }, new Flatten());
        yield return Net("gap between convolution and its relu", new TensorShape(6, 6, 1), new Conv2D(4), new ActivationLayer(relu), new MaxPool2D(), new Flatten(), new Dense(6), new ActivationLayer(relu));
        foreach (var function in Pointwise)
        {
            yield return Net($"{function}", new TensorShape(5, 5, 3), new Conv2D(17, 2) { Activation = function }, new MaxPool2D(), new Flatten(), new Dense(9) { Activation = function },
                new ActivationLayer(function));
        }

        yield return Net("Winograd, odd and pooled", new TensorShape(11, 9, 1), new Conv2D(32) { Activation = relu }, new Conv2D(35) { Activation = relu, UseBias = false },
            new Conv2D(40) { Padding = Padding.Same, L2 = 0.01 }, new MaxPool2D(), new Flatten());
        yield return Net("Winograd, wide", new TensorShape(6, 40, 1), new Conv2D(33) { Padding = Padding.Same, Activation = relu }, new Conv2D(120) { Padding = Padding.Same, Activation = Activation.Tanh }, new GlobalAveragePool2D());
        yield return Net("Winograd of 5x5 taps, odd and pooled", new TensorShape(13, 12, 1), new Conv2D(16) { Activation = relu }, new Conv2D(17, 5) { Activation = relu, UseBias = false },
            new Conv2D(20, 5) { Padding = Padding.Same, L2 = 0.01 }, new MaxPool2D(), new Flatten());
        yield return Net("Winograd of 5x5 taps, wide", new TensorShape(5, 77, 1), new Conv2D(16) { Padding = Padding.Same, Activation = relu }, new Conv2D(64, 5) { Padding = Padding.Same, Activation = Activation.Tanh }, new GlobalAveragePool2D());
        foreach (var channels in new[] { 1, 3, 16, 17 })
        {
            yield return Net($"{channels} channels, kernel 5, stride 3", new TensorShape(8, 7, channels), new Conv2D(17, 5) { Strides = 3, Padding = Padding.Same, Activation = relu }, new Conv2D(channels) { Padding = Padding.Same }, new Flatten());
            yield return Net($"{channels} channels of one pixel", new TensorShape(1, 1, channels), new Conv2D(channels) { Padding = Padding.Same, Activation = relu }, new MaxPool2D(3) { Padding = Padding.Same }, new BatchNormalization(),
                new AveragePool2D { Padding = Padding.Same }, new Flatten(), new Dense(channels));
        }

        yield return Net("averages", new TensorShape(9, 8, 3), new AveragePool2D(3) { Strides = 2, Padding = Padding.Same }, new Conv2D(18), new AveragePool2D(), new Flatten());
        yield return Net("global average", new TensorShape(7, 6, 1), new Conv2D(20) { Activation = relu }, new GlobalAveragePool2D());
        yield return Net("batch normalisation", new TensorShape(8, 8, 1), new Conv2D(17) { UseBias = false }, new BatchNormalization(), new ActivationLayer(relu), new MaxPool2D(),
            new Conv2D(8) { Padding = Padding.Same, Activation = relu }, new BatchNormalization { Scale = false }, new Flatten(), new Dense(12), new BatchNormalization { Center = false }, new ActivationLayer(Activation.Tanh));
        yield return Net("batch normalisation before pooling", new TensorShape(9, 8, 1), new Conv2D(17) { Activation = relu, Padding = Padding.Same }, new BatchNormalization(), new MaxPool2D(),
            new Conv2D(5, 2), new BatchNormalization(), new ActivationLayer(relu), new MaxPool2D(), new Flatten());
        yield return Net("batch normalisation of pixels and of a flattened image", new TensorShape(4, 4, 3), new BatchNormalization(), new Conv2D(5), new Flatten(), new BatchNormalization());
        yield return Net("residual", new TensorShape(8, 8, 3), new Conv2D(16) { Padding = Padding.Same, Activation = relu },
            new Residual([new Conv2D(16) { Padding = Padding.Same, UseBias = false }, new BatchNormalization(), new ActivationLayer(relu), new Conv2D(16) { Padding = Padding.Same }]) { Activation = relu },
            new Residual([new Conv2D(20) { Padding = Padding.Same, Strides = 2 }, new Residual([new Conv2D(20, 1)]) { Activation = Activation.Tanh }]) { Shortcut = [new Conv2D(20, 1) { Strides = 2 }] },
            new GlobalAveragePool2D());
        yield return Net("residual at once", new TensorShape(5, 5, 2), new Residual([new Conv2D(2) { Padding = Padding.Same }]), new Flatten());
        yield return Net("softmax of a flattened image", new TensorShape(3, 3, 2), new Conv2D(3, 2), new Flatten(), new ActivationLayer(Activation.Softmax));
        yield return Net("softmax within", new TensorShape(1, 1, 7), new Dense(9) { Activation = Activation.Softmax });
    }

    private static ImageSet RandomImages(TensorShape shape, int classes, int count, float zeros = 0)
    {
        var random = new Random(7); // with 5, one sum lies so near ReLU's corner that rounding decides whether its gradient passes
        var pixels = new float[count * shape.Size];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = zeros > 0 && random.NextSingle() < zeros ? 0 : (random.NextSingle() * 2) - 1;
        return ImageSet.FromFloats(pixels, [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))], shape, classes);
    }

    /// <summary>Biases that are not zero, so that a mistake with them shows.</summary>
    private static ImmutableArray<LayerParameters> Shaken(ImmutableArray<LayerParameters> parameters)
    {
        var random = new Random(6);
        foreach (var array in parameters.SelectMany(layer => layer.Arrays))
        {
            for (var i = 0; i < array.Values.Length; i++)
                array.Values[i] += (random.NextSingle() - 0.5f) * 0.2f;
        }

        return parameters;
    }

    internal static unsafe List<float[]> Gradients(ParameterStore store) =>
        [.. store.All.Where(parameter => parameter.Spec.Trainable).Select(parameter => parameter.Export(parameter.State[0]))];

    private static unsafe float[] Outputs(ExecutionPlan plan, ImageSet images, WorkerPool pool)
    {
        var values = new float[images.Count * images.Shape.Size];
        for (var i = 0; i < images.Count; i++)
            images.CopyTo(i, values.AsSpan(i * images.Shape.Size));
        var outputs = new float[images.Count * images.Classes];
        fixed (float* from = values, to = outputs)
            plan.Predict(from, images.Count, to, pool);
        return outputs;
    }

    private static void AssertClose(double[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(scale, 1e-3), $"{what}[{i}]: expected {expected[i]}, received {actual[i]} (largest {scale}).");
    }
}
