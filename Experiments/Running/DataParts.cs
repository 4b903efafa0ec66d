using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>A data set's training and test images, to look at.</summary>
internal static class DataParts
{
    public static ImmutableArray<LabelledImages> Of(ImageDataSet set) => [Part("training", set.TrainImages), Part("test", set.TestImages)];

    private static LabelledImages Part(string name, PackedImages images) => new(
        name, new GreyImages(images.Pixels.ToArray(), images.Width, images.Height), ImmutableArray.Create(Array.ConvertAll(images.Labels.ToArray(), label => (int)label)));
}
