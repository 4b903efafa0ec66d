using Microsoft.ML;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Evaluation;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>A data set divided as an experiment wants it.</summary>
/// <param name="Set">Where the images come from.</param>
/// <param name="TrainImages">The images to train on, those for validation included unless they are given apart.</param>
/// <param name="TestImages">The images to judge on.</param>
internal sealed record RunData(ImageDataSet Set, PackedImages TrainImages, PackedImages TestImages)
{
    public IDataView Train { get; } = Set.ToDataView(TrainImages);

    /// <summary>The class of each training image.</summary>
    public IReadOnlyList<int> Labels { get; } = Array.ConvertAll(TrainImages.Labels.ToArray(), label => (int)label);

    public IDataView Test { get; } = Set.ToDataView(TestImages);

    /// <summary>The images that validate; null where the trainer draws them from the training images.</summary>
    public PackedImages? ValidationImages { get; init; }

    public IDataView? Validation => ValidationImages is null ? null : Set.ToDataView(ValidationImages);

    /// <summary>The data set's name, and how much of it there is where that is not all.</summary>
    public string Name { get; init; } = Set.Name;

    /// <summary>The images that an experiment trains on, validates by and is judged by.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="experiment">Says how to divide them.</param>
    /// <param name="seed">Decides what is drawn at random.</param>
    /// <param name="limit">How many of the first training and test images there are at most; null for all.</param>
    public static RunData Of(ImageDataSet set, Experiment experiment, int seed, RowLimit? limit = null)
    {
        var whole = AsPublished(set);
        if (limit is not null)
            whole = whole.First(limit);
        if (experiment.PooledTestFraction is { } fraction)
            return whole.Pool(fraction, seed);
        return experiment.Fold is { } fold ? whole.OfFold(fold, seed) : whole;
    }

    /// <summary>The data set's own training and test images.</summary>
    public static RunData AsPublished(ImageDataSet set) => new(set, set.TrainImages, set.TestImages);

    /// <summary>Training and test images put together, shuffled, and <paramref name="testFraction"/> of them judged, the rest trained on.</summary>
    public static RunData Pooled(ImageDataSet set, double testFraction, int seed) => AsPublished(set).Pool(testFraction, seed);

    private RunData Pool(double testFraction, int seed)
    {
        var all = TrainImages.Concat(TestImages);
        var rows = Enumerable.Range(0, all.Count).ToArray();
        new Random(seed).Shuffle(rows);
        var test = (int)Math.Round(all.Count * testFraction);
        return new RunData(Set, all.Subset(rows.AsSpan(test)), all.Subset(rows.AsSpan(0, test))) { Name = Name };
    }

    private RunData OfFold(TrainingFold fold, int seed)
    {
        var protocol = fold.Protocol is ShuffleSplit split ? split with { Seed = seed } : fold.Protocol;
        var rows = protocol.Split(Array.ConvertAll(TrainImages.Labels.ToArray(), label => (int)label))[fold.Number - 1];
        var trained = TrainImages.Subset(rows.Train.AsSpan());
        var held = TrainImages.Subset(rows.Test.AsSpan());
        return fold.Use == FoldUse.Validates
            ? new RunData(Set, trained, TestImages) { ValidationImages = held, Name = Name }
            : new RunData(Set, trained, held) { Name = Name };
    }

    private RunData First(RowLimit limit)
    {
        var train = Enumerable.Range(0, Math.Min(limit.Train, TrainImages.Count)).ToArray();
        var test = Enumerable.Range(0, Math.Min(limit.Test, TestImages.Count)).ToArray();
        return new RunData(Set, TrainImages.Subset(train), TestImages.Subset(test))
        {
            Name = $"{Set.Name}, the first {Figures.Count(train.Length)} and {Figures.Count(test.Length)} images only",
        };
    }
}
