using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>A data set's training and test images, to look at, and where pages about them go.</summary>
internal static class DataParts
{
    public const string Training = "training";
    public const string Test = "test";

    /// <summary>The folder of pages about a data set, within a results folder.</summary>
    public static string FolderOf(string resultsFolder, ImageDataSet set, DataSetChoice choice) =>
        Path.Combine(resultsFolder, set.IsSketch ? "data-sketch" : $"data-{choice.ToString().ToLowerInvariant()}");

    public static ExploredData ToExplore(ImageDataSet set) => new(set.Name, set.Source, Warning(set), set.ClassNames, Of(set))
    {
        Facts =
        [
            ("source", set.Source), (set.IsSketch ? "drawing" : "checksum", set.IsSketch ? set.Checksum : ChecksumState.Of(set)), .. set.Files.Select(file => ("file", DataSetView.Describe(file))),
            ("images", FormattableString.Invariant($"{set.TrainCount:N0} for training, {set.TestCount:N0} for testing, {set.Shape.Height} x {set.Shape.Width} grey pixels")),
        ],
    };

    private static ImmutableArray<LabelledImages> Of(ImageDataSet set) => [Part(Training, set.TrainImages), Part(Test, set.TestImages)];

    private static string? Warning(ImageDataSet set) =>
        set.IsSketch ? new DataSetDescription(set.Name, set.Source, set.Checksum, true, set.TrainCount, 0, set.TestCount).Warning : null;

    private static LabelledImages Part(string name, PackedImages images) => new(
        name, new GreyImages(images.Pixels.ToArray(), images.Width, images.Height), ImmutableArray.Create(Array.ConvertAll(images.Labels.ToArray(), label => (int)label)));
}
