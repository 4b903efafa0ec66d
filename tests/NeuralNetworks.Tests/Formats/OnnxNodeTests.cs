using System.Runtime.Intrinsics;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Tests.Reference;
using MlNetFashion.NeuralNetworks.Threading;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Tests.Formats;

/// <summary>
/// Every one of ONNX's node tests that are here: as a network read from the file, as the engine's own loss, statistics, vector operation or
/// optimiser where the operator is no layer, or as a refusal in one sentence where no layer of this library does it.
/// </summary>
public class OnnxNodeTests
{
    private static readonly string[] Images =
    [
        "test_averagepool_2d_default", "test_averagepool_2d_same_upper", "test_averagepool_2d_strides", "test_basic_conv_with_padding", "test_batchnorm_example",
        "test_conv_with_autopad_same", "test_conv_with_strides_padding", "test_gemm_default_vector_bias", "test_gemm_transposeB", "test_globalaveragepool",
        "test_matmul_2d", "test_maxpool_2d_default", "test_maxpool_2d_same_upper", "test_maxpool_2d_strides", "test_softmax_example", "test_softmax_large_number",
    ];

    private static readonly string[] Pointwise = ["test_dropout_default", "test_elu", "test_identity", "test_leakyrelu", "test_relu", "test_sigmoid", "test_tanh"];
    private static readonly string[] Binary = ["test_add", "test_add_bcast", "test_div", "test_mul", "test_sub"];
    private static readonly string[] Softmax = ["test_softmax_axis_1", "test_logsoftmax_axis_1"];
    private static readonly string[] Losses = ["test_nllloss_NC", "test_sce_mean", "test_sce_mean_weight", "test_sce_sum"];
    private static readonly string[] Optimizers = ["test_adagrad", "test_adam", "test_momentum", "test_nesterov_momentum"];

    // Scaled and transposed products, pads no layer of Keras has, and reshaping that is not flattening.
    private static readonly string[] Refused = ["test_gemm_all_attributes", "test_maxpool_2d_pads", "test_reshape_negative_dim", "test_reshape_zero_dim"];

    public static TheoryData<string> ImageTests => [.. Images];

    public static TheoryData<string> PointwiseTests => [.. Pointwise];

    public static TheoryData<string> BinaryTests => [.. Binary];

    public static TheoryData<string> SoftmaxTests => [.. Softmax];

    public static TheoryData<string> LossTests => [.. Losses];

    public static TheoryData<string> OptimizerTests => [.. Optimizers];

    public static TheoryData<string> RefusedTests => [.. Refused];

    [SkippableFact]
    public void Every_node_test_is_run() => Assert.Equal(
        NodeTest.Names.Order(StringComparer.Ordinal),
        Images.Concat(Pointwise).Concat(Binary).Concat(Softmax).Concat(Losses).Concat(Optimizers).Concat(Refused).Append("test_batchnorm_example_training_mode").Append("test_flatten_axis1").Order(StringComparer.Ordinal));

    [SkippableTheory]
    [MemberData(nameof(ImageTests))]
    public void Images_and_vectors(string name)
    {
        var test = new NodeTest(name);
        var network = test.Import();
        var (shape, count) = (network.Architecture.Input, test.Input(0).Shape[0]);
        var output = network.Architecture.Resolve()[^1].Output;
        var outputs = Predict(network, [.. test.Values(0).Chunk(shape.Size).SelectMany(image => ChannelsLast(image, shape))], count);
        var lies = output.IsVector ? new TensorShape(1, 1, network.Classes) : output.Shape;
        NodeTest.AssertClose(test.Expected(), [.. outputs.Chunk(network.Classes).SelectMany(image => FormatNetworks.ChannelsFirst(image, lies))]);
    }

    [SkippableFact]
    public void A_flattened_image()
    {
        // What is flattened lies channels last here; a dense layer behind it that passes values on shows the file's order, channels first.
        var test = new NodeTest("test_flatten_axis1");
        var sizes = test.Input(0).Shape;
        var (shape, size) = (new TensorShape(sizes[2], sizes[3], sizes[1]), sizes[1] * sizes[2] * sizes[3]);
        var builder = new OnnxBuilder("flatten", "test");
        var flat = builder.Flatten("flat", builder.Input("a", sizes[1], sizes[2], sizes[3]));
        var identity = new float[size * size];
        for (var i = 0; i < size; i++)
            identity[(i * size) + i] = 1;
        builder.Gemm("b", flat, builder.Initializer(OnnxTensor.OfSingles("identity", identity, size, size)), null);
        builder.Output("b", size);

        var network = OnnxModel.Import(builder.Build().ToBytes());
        NodeTest.AssertClose(test.Expected(), Predict(network, [.. test.Values(0).Chunk(size).SelectMany(image => ChannelsLast(image, shape))], sizes[0]));
    }

    [SkippableTheory]
    [MemberData(nameof(PointwiseTests))]
    public void Single_values(string name)
    {
        // The shape means nothing to these: the values are given as one image. A slope of 1 behind them makes a network of those that do nothing.
        var (test, values) = (new NodeTest(name), new NodeTest(name).Values(0));
        var builder = new OnnxBuilder(name, "test");
        var input = builder.Input("x", values.Length);
        builder.Unary("LeakyRelu", "y", test.Node.Number("alpha") is { } alpha ? builder.Unary(test.Node.Operation, "f", input, alpha) : builder.Unary(test.Node.Operation, "f", input), 1);
        builder.Output("y", values.Length);

        NodeTest.AssertClose(test.Expected(), Predict(OnnxModel.Import(builder.Build().ToBytes()), values, 1));
    }

    [SkippableTheory]
    [MemberData(nameof(BinaryTests))]
    public void Pairs_of_values(string name)
    {
        var test = new NodeTest(name);
        var (left, right) = (test.Values(0), test.Values(1));
        float[] repeated = [.. left.Select((_, i) => right[i % right.Length])];

        NodeTest.AssertClose(test.Expected(), Combine<Simd128, Vector128<float>>(test.Node.Operation, left, repeated));
        NodeTest.AssertClose(test.Expected(), Combine<Simd256, Vector256<float>>(test.Node.Operation, left, repeated));
        NodeTest.AssertClose(test.Expected(), Combine<Simd512, Vector512<float>>(test.Node.Operation, left, repeated));
        NodeTest.AssertClose(test.Expected(), Combine<SimdScalar, float>(test.Node.Operation, left, repeated));
    }

    [SkippableTheory]
    [MemberData(nameof(SoftmaxTests))]
    public void Softmax_over_the_channels(string name)
    {
        // [batch, channels, width]: an image of one row. The layer is not the last, so that it works pixel by pixel.
        var test = new NodeTest(name);
        var sizes = test.Input(0).Shape;
        var shape = new TensorShape(1, sizes[2], sizes[1]);
        var network = Network.FromParameters(new NetworkArchitecture(name, shape, [new ActivationLayer(Activation.Softmax), new Flatten()]), [new("softmax", []), new("flatten", [])]);
        var outputs = Predict(network, [.. test.Values(0).Chunk(shape.Size).SelectMany(image => ChannelsLast(image, shape))], sizes[0]);
        var first = outputs.Chunk(shape.Size).SelectMany(image => FormatNetworks.ChannelsFirst(image, shape));

        NodeTest.AssertClose(test.Expected(), [.. name.Contains("log", StringComparison.Ordinal) ? first.Select(value => MathF.Log(value)) : first]);
    }

    [SkippableTheory]
    [MemberData(nameof(LossTests))]
    public void Losses_of_scores(string name)
    {
        var test = new NodeTest(name);
        var scores = test.Values(0);
        var labels = test.Input(1).ToIntegers();
        var classes = scores.Length / labels.Length;
        double[] losses = [.. scores.Chunk(classes).Zip(labels, (image, label) => Loss(image, (int)label))];
        double[] expected = [.. test.Expected().Select(value => (double)value)];

        double[] actual = name switch
        {
            "test_sce_sum" => [losses.Sum()],
            "test_sce_mean" => [losses.Average()],
            "test_sce_mean_weight" => [losses.Zip(labels, (loss, label) => loss * test.Values(2)[label]).Sum() / labels.Sum(label => test.Values(2)[label])],
            _ => [.. losses.Zip(scores.Chunk(classes), (loss, image) => loss - Math.Log(image.Sum(score => Math.Exp(score))))], // the scores are taken as log-probabilities
        };
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < actual.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5);
    }

    [SkippableTheory]
    [MemberData(nameof(OptimizerTests))]
    public void Optimisers(string name)
    {
        OptimizerStep<Simd128, Vector128<float>>(new NodeTest(name));
        OptimizerStep<Simd256, Vector256<float>>(new NodeTest(name));
        OptimizerStep<Simd512, Vector512<float>>(new NodeTest(name));
        OptimizerStep<SimdScalar, float>(new NodeTest(name));
    }

    [SkippableFact]
    public void Batch_normalisation_while_training()
    {
        var test = new NodeTest("test_batchnorm_example_training_mode");
        var sizes = test.Input(0).Shape;
        var shape = new TensorShape(sizes[2], sizes[3], sizes[1]);
        var layer = new BatchNormalization { Momentum = 0.9, Epsilon = 1e-5 }; // ONNX's defaults
        var architecture = new NetworkArchitecture("normalised", shape, [layer, new Flatten(), new Dense(2) { Activation = Activation.Softmax }]);
        var layers = architecture.Resolve();
        string[] names = ["gamma", "beta", "moving_mean", "moving_variance"];
        var start = ParameterStart.Draw(layers, 1).SetItem(0, new LayerParameters(layers[0].Name, [.. names.Select((array, i) => new NamedArray(array, [sizes[1]], test.Values(i + 1)))]));
        float[] images = [.. test.Values(0).Chunk(shape.Size).SelectMany(image => ChannelsLast(image, shape))];

        using var run = new TrainingRun(architecture, layers, start, ImageSet.FromFloats(images, new int[sizes[0]], shape, 2), null,
            new TrainingOptions { BatchSize = sizes[0], Optimizer = new Sgd { LearningRate = 1e-30 } }, SimdChoice.Current);
        run.Step(0, sizes[0]);
        var normalised = ReferenceLayer.Create(layers[0], start[0]).Forward([.. images.Select(value => (double)value)], sizes[0], training: true).Select(value => (float)value);

        NodeTest.AssertClose(test.Expected(1), run.Export()[0]["moving_mean"].Values);
        NodeTest.AssertClose(test.Expected(2), run.Export()[0]["moving_variance"].Values);
        NodeTest.AssertClose(test.Expected(), [.. normalised.Chunk(shape.Size).SelectMany(image => FormatNetworks.ChannelsFirst(image, shape))]);
    }

    [SkippableTheory]
    [MemberData(nameof(RefusedTests))]
    public void What_no_layer_does_is_refused_by_name(string name) =>
        Assert.Matches("expected|must have", Assert.Throws<InvalidDataException>(() => new NodeTest(name).Import()).Message);

    private static float[] Predict(Network network, float[] images, int count)
    {
        var outputs = new float[count * network.Classes];
        network.Predict(images, count, outputs);
        return outputs;
    }

    /// <summary>The engine's loss of one image whose scores are given: behind a layer that passes them on.</summary>
    private static double Loss(float[] scores, int label)
    {
        var shape = new TensorShape(1, 1, scores.Length);
        var architecture = new NetworkArchitecture("scores", shape, [new ActivationLayer(Activation.Softmax)]);
        var layers = architecture.Resolve();
        var plan = ExecutionPlan.Create(architecture, layers, SharedParameters.Create(SimdChoice.Current, layers, ParameterStart.Draw(layers, 1)), new PlanOptions(1, 1, Trains: false));
        using var pool = new WorkerPool(1);
        return plan.Run(ImageSet.FromFloats(scores, [label], shape, scores.Length), [0], 0, 1, pool, null).LossSum;
    }

    private static unsafe float[] Combine<TSimd, TVector>(string operation, float[] left, float[] right)
        where TVector : struct
        where TSimd : struct, ISimd<TVector>
    {
        var length = (left.Length + 15) / 16 * 16;
        float* a = stackalloc float[length], b = stackalloc float[length], y = stackalloc float[length];
        left.CopyTo(new Span<float>(a, length));
        right.CopyTo(new Span<float>(b, length));
        for (var i = 0; i < length; i += TSimd.Width)
        {
            var (x, z) = (TSimd.Load(a + i), TSimd.Load(b + i));
            TSimd.Store(y + i, operation switch
            {
                "Add" => TSimd.Add(x, z),
                "Sub" => TSimd.Subtract(x, z),
                "Mul" => TSimd.Multiply(x, z),
                "Div" => TSimd.Divide(x, z),
                _ => throw new ArgumentException($"An operation of two values was expected. Received: {operation}."),
            });
        }

        return new Span<float>(y, left.Length).ToArray();
    }

    /// <summary>
    /// One step of a rule. ONNX's momenta hold gradients where Keras's hold steps; its Adam corrects no bias at step 0, as ours does in
    /// the end; and its norm_coefficient is twice our L2.
    /// </summary>
    private static unsafe void OptimizerStep<TSimd, TVector>(NodeTest test)
        where TVector : struct
        where TSimd : struct, ISimd<TVector>
    {
        double Setting(string name) => test.Node.Number(name)!.Value;
        var rate = (double)test.Values(0)[0];
        Optimizer optimizer = test.Node.Operation.Split('.')[^1] switch
        {
            "Adam" => new Adam { LearningRate = rate, Beta1 = Setting("alpha"), Beta2 = Setting("beta"), Epsilon = Setting("epsilon") },
            "Adagrad" => new Adagrad { LearningRate = rate, Epsilon = Setting("epsilon") },
            _ => new Sgd { LearningRate = rate, Momentum = Setting("alpha"), Nesterov = test.Node.Text("mode") == "nesterov" },
        };
        var stepFactor = optimizer is Sgd ? -rate : 1;
        var values = test.Values(2);
        var arena = new Arena();
        var parameter = Parameter.Vector(arena, new ParameterSpec("w", [values.Length], Initializer.Zeros, L2: Setting("norm_coefficient") / 2), TSimd.Width);
        var gradient = arena.Floats(parameter.Count);
        parameter.Import(values);
        parameter.Import(test.Values(3), gradient);
        var updater = UpdaterFactory<TSimd, TVector>.Create(optimizer);
        parameter.State = arena.Floats(updater.States, parameter.Count);
        for (var i = 0; i < updater.States; i++)
            parameter.Import([.. test.Values(4 + i).Select(value => (float)(value * stepFactor))], parameter.State[i]);

        updater.BeginStep(1_000_000, rate);
        updater.Apply(parameter, 0, gradient, parameter.Count);

        NodeTest.AssertClose(test.Expected(), parameter.Export());
        for (var i = 0; i < updater.States; i++)
            NodeTest.AssertClose(test.Expected(1 + i), [.. parameter.Export(parameter.State[i]).Select(value => (float)(value / stepFactor))]);
        GC.KeepAlive(arena);
    }

    private static float[] ChannelsLast(float[] image, TensorShape shape)
    {
        var area = shape.Height * shape.Width;
        return [.. image.Select((_, i) => image[(i % shape.Channels * area) + (i / shape.Channels)])];
    }
}
