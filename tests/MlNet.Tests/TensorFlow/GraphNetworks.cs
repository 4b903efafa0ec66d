using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.MlNet.Tests.TensorFlow;

/// <summary>A small network of three classes over 4x4 images of two channels, with weights that differ everywhere.</summary>
internal static class GraphNetworks
{
    public static Network Small()
    {
        var architecture = new NetworkArchitecture("small", new TensorShape(4, 4, 2),
        [
            new Conv2D(3) { Padding = Padding.Same, Activation = Activation.Relu },
            new MaxPool2D(),
            new Flatten(),
            new Dense(5) { Activation = Activation.Tanh },
            new Dense(3) { Activation = Activation.Softmax },
        ]);
        var random = new System.Random(3);
        return Network.FromParameters(architecture,
        [
            new LayerParameters("", [Draw("kernel", 3, 3, 2, 3), Draw("bias", 3)]),
            new LayerParameters("", []),
            new LayerParameters("", []),
            new LayerParameters("", [Draw("kernel", 12, 5), Draw("bias", 5)]),
            new LayerParameters("", [Draw("kernel", 5, 3), Draw("bias", 3)]),
        ]);

        NamedArray Draw(string name, params int[] shape) =>
            new(name, [.. shape], Values(random, shape.Aggregate(1, (product, size) => product * size)));
    }

    public static float[][] Images(int count)
    {
        var random = new System.Random(9);
        return [.. Enumerable.Range(0, count).Select(_ => Values(random, 32))];
    }

    private static float[] Values(System.Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
}
