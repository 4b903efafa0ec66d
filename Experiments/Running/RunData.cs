using Microsoft.ML;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>A data set divided as an experiment wants it.</summary>
/// <param name="Set">Where the images come from.</param>
/// <param name="TrainImages">The images to train on, those for validation included.</param>
/// <param name="TestImages">The images to judge on.</param>
internal sealed record RunData(ImageDataSet Set, PackedImages TrainImages, PackedImages TestImages)
{
    public IDataView Train { get; } = Set.ToDataView(TrainImages);

    /// <summary>The class of each training image.</summary>
    public IReadOnlyList<int> Labels { get; } = Array.ConvertAll(TrainImages.Labels.ToArray(), label => (int)label);

    public IDataView Test { get; } = Set.ToDataView(TestImages);

    /// <summary>The data set's own training and test images.</summary>
    public static RunData AsPublished(ImageDataSet set) => new(set, set.TrainImages, set.TestImages);

    /// <summary>Training and test images put together, shuffled, and <paramref name="testFraction"/> of them judged, the rest trained on.</summary>
    public static RunData Pooled(ImageDataSet set, double testFraction, int seed)
    {
        var all = set.TrainImages.Concat(set.TestImages);
        var rows = Enumerable.Range(0, all.Count).ToArray();
        new Random(seed).Shuffle(rows);
        var test = (int)Math.Round(all.Count * testFraction);
        return new RunData(set, all.Subset(rows.AsSpan(test)), all.Subset(rows.AsSpan(0, test)));
    }
}
