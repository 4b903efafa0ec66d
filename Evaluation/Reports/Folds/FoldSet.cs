using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>The finished folds of one model under one protocol.</summary>
/// <param name="Name">What they are called in reports, as "safaei/cnn_1" or "warm start".</param>
/// <param name="Protocol">How the rows were split, in words.</param>
/// <param name="Folds">The folds, in order.</param>
public sealed record FoldSet(string Name, string Protocol, ImmutableArray<FoldOutcome> Folds)
{
    /// <summary>What they amount to.</summary>
    public CrossValidationSummary Summary { get; } = CrossValidationSummary.Of(
        Protocol, [.. Folds.Select(fold => fold.Evaluation)], Folds.Average(fold => fold.TrainRows));

    /// <summary>The accuracy of each fold.</summary>
    public IReadOnlyList<double> Accuracies => [.. Folds.Select(fold => fold.Evaluation.Accuracy)];
}
