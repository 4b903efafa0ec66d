using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>What one fold came to, as it is kept.</summary>
/// <param name="Evaluation">How its model did on the rows it was not trained on.</param>
/// <param name="Training">How long training took.</param>
/// <param name="TrainRows">Rows trained on.</param>
public sealed record FoldOutcome(TestEvaluation Evaluation, TimeSpan Training, int TrainRows)
{
    /// <summary>The epochs; empty for a model that was not trained in epochs.</summary>
    public IReadOnlyList<EpochRecord> History { get; init; } = [];

    /// <summary>Further figures of the fold, by name, as the accuracy on rows of another set.</summary>
    public IReadOnlyDictionary<string, double> Figures { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Which of several candidates the fold chose; null where there was nothing to choose.</summary>
    public string? Chosen { get; init; }
}
