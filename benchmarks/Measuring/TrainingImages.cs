using System.Globalization;
using Microsoft.ML;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Benchmarks;

/// <summary>The images both sides train on.</summary>
/// <param name="Source">What they are, in words.</param>
/// <param name="Pixels">Bytes, <c>[image, height, width, channels]</c>.</param>
/// <param name="Labels">One class an image.</param>
/// <param name="Shape">Of one image.</param>
internal sealed record TrainingImages(string Source, byte[] Pixels, int[] Labels, TensorShape Shape)
{
    public int Count => Labels.Length;

    /// <summary>Fashion-MNIST's training images where they are found; as many drawn ones where not. Nothing is downloaded.</summary>
    /// <param name="folder">Where to look; null for the usual places.</param>
    public static TrainingImages Load(string? folder)
    {
        var data = Find(folder);
        var source = string.Create(CultureInfo.InvariantCulture, $"{data.TrainCount:N0} of {data.Name}, {data.Source}");
        return new TrainingImages(source, data.TrainImages.Pixels.ToArray(), [.. data.TrainImages.Labels.ToArray().Select(label => (int)label)], data.Shape);
    }

    /// <summary>The data set <see cref="Load"/> takes them from.</summary>
    public static ImageDataSet Find(string? folder) => FashionMnist.Load(
        new MLContext(), new DataSetOptions { Folder = folder, AllowDownload = false, SketchTrainCount = 60_000, SketchTestCount = 10 });

    /// <summary>The images as a network takes them: as they are, or as plain vectors.</summary>
    public ImageSet For(NetworkArchitecture architecture) => ImageSet.FromBytes(Pixels, 1f / 255, Labels, architecture.Input, 10);
}
