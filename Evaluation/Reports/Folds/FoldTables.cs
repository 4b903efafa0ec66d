namespace MlNetFashion.Evaluation;

/// <summary>The tables of a page of folds.</summary>
internal static class FoldTables
{
    public static void Folds(HtmlPage page, IReadOnlyList<FoldSet> sets)
    {
        var further = sets.SelectMany(set => set.Folds).SelectMany(fold => fold.Chosen is null ? fold.Figures.Keys : []).Distinct().ToList();
        page.Table(
            "Intervals: of a fold Wilson's, of its own rows; of the mean Student's, its variance widened for the rows that folds share (Nadeau and Bengio, 2003).",
            ["Fold", "Model", "Accuracy", "95 % interval", "Log loss", "Macro F1", .. further.Select(HtmlTables.Heading), "Trained on", "Judged on", "Training"],
            sets.SelectMany(set => set.Folds.Select((fold, number) => (IReadOnlyList<HtmlCell>)
            [
                HtmlCell.Of(number + 1), HtmlCell.Of(set.Name, "text"), HtmlCell.Meter(fold.Evaluation.Accuracy),
                HtmlCell.Of($"{FixedDigits.Format(fold.Evaluation.AccuracyInterval.Lower, 4)} to {FixedDigits.Format(fold.Evaluation.AccuracyInterval.Upper, 4)}"),
                HtmlCell.Of(fold.Evaluation.LogLoss), HtmlCell.Of(fold.Evaluation.Report.Macro.F1),
                .. further.Select(name => HtmlCell.Of(fold.Figures.TryGetValue(name, out var value) ? value : double.NaN)),
                HtmlCell.Of(fold.TrainRows), HtmlCell.Of(fold.Evaluation.Predictions.Count),
                new HtmlCell(HtmlHeadline.Duration(fold.Training), fold.Training.TotalSeconds),
            ])),
            [.. sets.Select(set => (IReadOnlyList<HtmlCell>)
            [
                HtmlCell.Of("mean"), HtmlCell.Of(set.Name, "text"), HtmlCell.Of(set.Summary.Accuracy.Mean),
                HtmlCell.Of(set.Folds.Length < 2 ? "–" : $"{FixedDigits.Format(Math.Max(0, set.Summary.Accuracy.MeanInterval.Lower), 4)} to {FixedDigits.Format(Math.Min(1, set.Summary.Accuracy.MeanInterval.Upper), 4)}"),
                HtmlCell.Of(set.Summary.LogLoss.Mean), HtmlCell.Of(set.Summary.MacroF1.Mean),
                .. further.Select(name => HtmlCell.Of(set.Folds.Select(fold => fold.Figures.TryGetValue(name, out var value) ? value : double.NaN).Average())),
                HtmlCell.Of(""), HtmlCell.Of(""), HtmlCell.Of(""),
            ])],
            sortable: true);
    }

    public static void Choices(HtmlPage page, FoldSet set)
    {
        var candidates = set.Folds.SelectMany(fold => fold.Figures.Keys).Distinct().ToList();
        page.Table(
            "Mean accuracy of each candidate over the inner folds of an outer fold's training rows; the chosen one was then judged on rows that had no say.",
            ["Candidate", .. set.Folds.Select((_, number) => FormattableString.Invariant($"Fold {number + 1}")), "Chosen in"],
            candidates.Select(name => (IReadOnlyList<HtmlCell>)
            [
                HtmlCell.Of(name),
                .. set.Folds.Select(fold => HtmlCell.Of(fold.Figures.TryGetValue(name, out var value) ? value : double.NaN)),
                HtmlCell.Of(set.Folds.Count(fold => fold.Chosen == name)),
            ]),
            [[HtmlCell.Of("the chosen one, judged"), .. set.Folds.Select(fold => HtmlCell.Of(fold.Evaluation.Accuracy)), HtmlCell.Of("")]],
            sortable: true);
    }
}
