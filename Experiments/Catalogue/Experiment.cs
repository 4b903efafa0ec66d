using System.Collections.Immutable;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>One entry of the catalogue: what is trained on which data, and what it reproduces.</summary>
/// <param name="Name">What a user types, for example <c>safaei/cnn_1</c>; unique without regard to case.</param>
/// <param name="Title">The model in one line.</param>
internal abstract record Experiment(string Name, string Title)
{
    /// <summary>Where the experiment comes from: a report's author and title, or the suite itself.</summary>
    public required string Source { get; init; }

    /// <summary>The figures its report prints, or null where it prints none.</summary>
    public ReportedFigures? Reported { get; init; }

    /// <summary>The default value is Fashion-MNIST.</summary>
    public DataSetChoice DataSet { get; init; } = DataSetChoice.FashionMnist;

    /// <summary>
    /// The share of training and test images together, shuffled, that is judged, for reports that divide all images anew; null keeps the data
    /// set's own test images. The default value is null.
    /// </summary>
    public double? PooledTestFraction { get; init; }

    /// <summary>The split of the training images to use, or null to draw the validation images at random. The default value is null.</summary>
    public TrainingFold? Fold { get; init; }

    /// <summary>How many seeds tell enough: 1 for the points of a grid, which are compared with each other. The default value is no limit.</summary>
    public int SeedsAtMost { get; init; } = int.MaxValue;

    /// <summary>Why ours falls short of the reported figure, where that was looked into; null where it was not.</summary>
    public string? Finding { get; init; }

    /// <summary>Why ours is better than the reported figure, where that is known; null where it is not.</summary>
    public string? FindingWhereBetter { get; init; }

    /// <summary>Where the report is silent or contradicts itself, what was taken as most likely.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];
}
