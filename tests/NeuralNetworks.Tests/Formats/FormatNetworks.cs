namespace MlNetFashion.NeuralNetworks.Tests.Formats;

/// <summary>Small networks that between them hold every kind of layer that the file formats know.</summary>
internal static class FormatNetworks
{
    public static IReadOnlyDictionary<string, NetworkArchitecture> All { get; } = new Dictionary<string, NetworkArchitecture>
    {
        ["softmax regression"] = new("softmax regression", new TensorShape(1, 1, 5), [new Dense(3) { Activation = Activation.Softmax }]),
        ["flattened image"] = new("flattened image", new TensorShape(3, 4, 1), [new Flatten(), new Dense(3) { UseBias = false }]),
        ["convolutions"] = new("convolutions", new TensorShape(9, 8, 2),
        [
            new Conv2D(3) { Padding = Padding.Same, Activation = Activation.Relu },
            new MaxPool2D(),
            new Conv2D(4, 2) { Strides = 2, UseBias = false, Padding = Padding.Same, Activation = Activation.Tanh },
            new Dropout(0.5),
            new MaxPool2D(2) { Strides = 1, Padding = Padding.Same },
            new Conv2D(2, 1),
            new Flatten(),
            new Dense(4) { Activation = Activation.Sigmoid },
            new Dense(3),
            new ActivationLayer(Activation.Softmax),
        ]),
        ["activations"] = new("activations", new TensorShape(4, 4, 3),
        [
            new Conv2D(4, 2) { Activation = Activation.Elu },
            new Conv2D(4, 2) { Activation = Activation.Gelu },
            new ActivationLayer(Activation.LeakyRelu) { Alpha = 0.3 },
            new ActivationLayer(Activation.Elu),
            new ActivationLayer(Activation.Gelu),
            new Flatten(),
            new Dense(5) { Activation = Activation.LeakyRelu },
            new Dropout(0.1),
        ]),
        ["normalised"] = new("normalised", new TensorShape(8, 8, 1),
        [
            new Conv2D(4) { Padding = Padding.Same, UseBias = false },
            new BatchNormalization(),
            new ActivationLayer(Activation.Relu),
            new BatchNormalization { Scale = false, Epsilon = 1e-5 },
            new AveragePool2D(),
            new AveragePool2D(3) { Strides = 1, Padding = Padding.Same },
            new Flatten(),
            new Dense(6),
            new BatchNormalization(),
            new ActivationLayer(Activation.Relu),
            new Dense(3) { Activation = Activation.Softmax },
        ]),
        ["residual"] = new("residual", new TensorShape(8, 8, 1),
        [
            new Conv2D(4) { Padding = Padding.Same, Activation = Activation.Relu },
            new Residual([new Conv2D(4) { Padding = Padding.Same, Activation = Activation.Relu }, new Conv2D(4) { Padding = Padding.Same }]) { Activation = Activation.Relu },
            new Residual([new Conv2D(6) { Strides = 2, Padding = Padding.Same }, new BatchNormalization(), new Conv2D(6) { Padding = Padding.Same }])
            {
                Shortcut = [new Conv2D(6, 1) { Strides = 2 }],
            },
            new ActivationLayer(Activation.Tanh),
            new GlobalAveragePool2D(),
            new Dense(3) { Activation = Activation.Softmax },
        ]),
    };

    /// <summary>The network with weights that differ everywhere, drawn from a seed.</summary>
    public static Network WithWeights(NetworkArchitecture architecture, int seed = 5)
    {
        var random = new Random(seed);
        return Network.FromParameters(architecture,
        [
            .. architecture.Resolve().Select(layer => new LayerParameters(layer.Name,
                [.. layer.Parameters.Select(spec => new NamedArray(spec.Name, spec.Shape, spec.Role == "moving_variance" ? Variances(random, spec.Count) : Values(random, spec.Count, layer.Input.Shape.Size)))])),
        ]);
    }

    public static void AssertSameOutputs(Network expected, Network actual, float tolerance)
    {
        const int images = 7;
        var input = Images(expected, images);
        var wanted = new float[images * expected.Classes];
        var got = new float[images * actual.Classes];
        expected.Predict(input, images, wanted);
        actual.Predict(input, images, got);
        Assert.Equal(wanted.Length, got.Length);
        Assert.Contains(wanted, value => Math.Abs(value) > 1e-3f);
        for (var i = 0; i < wanted.Length; i++)
            Assert.Equal(wanted[i], got[i], tolerance);
    }

    /// <summary>Random images [count, height, width, channels] of the network's shape.</summary>
    public static float[] Images(Network network, int count) => Values(new Random(11), count * network.Architecture.Input.Size, 1);

    /// <summary>One image [height, width, channels] as [channels, height, width].</summary>
    public static float[] ChannelsFirst(float[] image, TensorShape shape)
    {
        var area = shape.Height * shape.Width;
        var moved = new float[image.Length];
        for (var i = 0; i < image.Length; i++)
            moved[(i % shape.Channels * area) + (i / shape.Channels)] = image[i];
        return moved;
    }

    private static float[] Variances(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(0.5 + random.NextDouble()))];

    private static float[] Values(Random random, int count, int inputs)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)((random.NextDouble() - 0.4) / Math.Sqrt(Math.Min(inputs, 64)) * 3);
        return values;
    }
}
