namespace MlNetFashion.Evaluation;

/// <summary>All that a run's files are written from.</summary>
internal sealed record RunContent(
    RunDescription Description, IReadOnlyList<EpochRecord> History, TestEvaluation Evaluation, GreyImages? TestImages)
{
    /// <summary>The curves; null for a model that was not trained in epochs.</summary>
    public LearningCurves? Curves { get; } = History.Count == 0 ? null : new LearningCurves(History);

    public WrongPredictions Wrong { get; } = new(Evaluation.Predictions, Evaluation.ClassNames, TestImages);
}
