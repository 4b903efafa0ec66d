using System.Collections.Immutable;
using System.Diagnostics;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>How fast one thread changes images of 28 x 28, so that it can be held against the speed of training.</summary>
internal static class AugmentationBenchmark
{
    private static readonly TensorShape Shape = new(28, 28, 1);

    /// <summary>What is timed: a name and the changes.</summary>
    public static ImmutableArray<(string Name, Augmentation Changes)> Cases { get; } =
    [
        .. Enum.GetValues<FillMode>().Select(mode => ($"rotation, shifts, shear, zoom; {mode}", Affine(mode))),
        ("horizontal flip", new Augmentation { HorizontalFlip = true }),
        ("crop with 4 pixels of padding", new Augmentation { RandomCropPadding = 4 }),
        ("contrast and brightness", new Augmentation { ContrastRange = 0.2, BrightnessRange = 0.2 }),
        ("erasing", new Augmentation { RandomErasing = new RandomErasing { Probability = 1 } }),
    ];

    /// <summary>Images a second and thread, over the rounds.</summary>
    public static Sample Measure(Augmentation changes, int rounds, double seconds)
    {
        var augmenter = new ImageAugmenter(changes, Shape, seed: 1);
        var image = new float[Shape.Size];
        var scratch = new float[augmenter.ScratchLength];
        Stretch(augmenter, image, scratch, 0.1);
        return Sample.Of(Enumerable.Range(0, rounds).Select(_ => Stretch(augmenter, image, scratch, seconds)));
    }

    private static double Stretch(ImageAugmenter augmenter, float[] image, float[] scratch, double seconds)
    {
        var began = Stopwatch.GetTimestamp();
        var images = 0;
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            for (var i = 0; i < 256; i++)
                augmenter.Apply(image, scratch, epoch: 1, images++);
        }

        return images / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Augmentation Affine(FillMode mode) => new()
    {
        RotationRange = 10, WidthShiftRange = 0.1, HeightShiftRange = 0.1, ShearRange = 10, ZoomRange = 0.1, FillMode = mode,
    };
}
