namespace MlNetFashion.NeuralNetworks.Tests;

/// <summary>Networks and images that several tests use.</summary>
internal static class TestNetworks
{
    public static NetworkArchitecture SafaeiCnn1 { get; } = new("safaei/cnn_1", new TensorShape(28, 28, 1),
    [
        new Conv2D(32) { Padding = Padding.Same, Activation = Activation.Relu },
        new MaxPool2D(),
        new Dropout(0.25),
        new Flatten(),
        new Dense(100) { Activation = Activation.Relu },
        new Dense(10) { Activation = Activation.Softmax },
    ]);

    /// <summary>Noisy images in which a bright pixel at a place of its own gives each class away.</summary>
    public static ImageSet Dots(TensorShape shape, int classes, int count, int seed)
    {
        var random = new Random(seed);
        var pixels = new byte[count * shape.Size];
        random.NextBytes(pixels);
        var labels = new int[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = random.Next(classes);
            for (var j = 0; j < shape.Size; j++)
                pixels[(i * shape.Size) + j] >>= 2;
            pixels[(i * shape.Size) + (labels[i] * shape.Size / classes)] = 255;
        }

        return ImageSet.FromBytes(pixels, 1f / 255, labels, shape, classes);
    }
}
