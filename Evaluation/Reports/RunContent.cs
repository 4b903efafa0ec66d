namespace MlNetFashion.Evaluation;

/// <summary>All that a run's files are written from.</summary>
internal sealed record RunContent(
    RunDescription Description, IReadOnlyList<EpochRecord> History, TestEvaluation Evaluation, GreyImages? TestImages,
    RunSupplement Supplement)
{
    /// <summary>The curves; null for a model that was not trained in epochs.</summary>
    public LearningCurves? Curves { get; } = History.Count == 0 ? null : new LearningCurves(History);

    public WrongPredictions Wrong { get; } = new(Evaluation.Predictions, Evaluation.ClassNames, TestImages);

    /// <summary>The first test rows, right or wrong.</summary>
    public IReadOnlyList<PredictionCard> First { get; } =
        [.. Enumerable.Range(0, Math.Min(25, Evaluation.Predictions.Count)).Select(row => WrongPredictions.Card(Evaluation.Predictions, row, Evaluation.ClassNames, TestImages) with { Name = FormattableString.Invariant($"first-{row}") })];

    /// <summary>What the scores are worth beyond the class they point to.</summary>
    public IEnumerable<Figure> ScoreFigures()
    {
        var further = Evaluation.Further;
        yield return ThresholdFigures.DrawPrecisionRecall(further.PrecisionRecallCurves, Evaluation.ClassNames, Description.Caption);
        yield return ThresholdFigures.DrawRoc(further.RocCurves, Evaluation.ClassNames, Description.Caption);
        if (Evaluation.Predictions.AreProbabilities)
            yield return ReliabilityFigure.Draw(further.Calibration, Description.Caption);
    }
}
