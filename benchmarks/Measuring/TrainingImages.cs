using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>The images both sides train on.</summary>
/// <param name="Source">What they are, in words.</param>
/// <param name="Pixels">Bytes, <c>[image, height, width, channels]</c>.</param>
/// <param name="Labels">One class an image.</param>
/// <param name="Shape">Of one image.</param>
internal sealed record TrainingImages(string Source, byte[] Pixels, int[] Labels, TensorShape Shape)
{
    public int Count => Labels.Length;

    /// <summary>Random pixels in the shape and number of Fashion-MNIST: good for timing, and for nothing else.</summary>
    public static TrainingImages Noise()
    {
        const int count = 60_000;
        var shape = new TensorShape(28, 28, 1);
        var random = new Random(1);
        var pixels = new byte[count * shape.Size];
        random.NextBytes(pixels);
        var labels = new int[count];
        for (var i = 0; i < count; i++)
            labels[i] = random.Next(10);
        return new TrainingImages($"{count:N0} images of random pixels", pixels, labels, shape);
    }

    public ImageSet ToImageSet() => ImageSet.FromBytes(Pixels, 1f / 255, Labels, Shape, 10);
}
