namespace MlNetFashion.Evaluation;

/// <summary>The figures of a page of folds.</summary>
internal static class FoldFigures
{
    public const string Boxes = "folds";
    public const string Curves = "fold-curves";
    public const string Confusion = "fold-confusion";

    /// <summary>Dashes of training and validation, for each time that the colours have been gone through.</summary>
    private static readonly (int Training, int Validation)[] Dashes = [(0, 1), (3, 2), (4, 5)];

    public static IEnumerable<Figure> Draw(IReadOnlyList<FoldSet> sets, FigureCaption caption)
    {
        yield return BoxPlot.Draw(Boxes, "Accuracy over folds", "accuracy", [.. Groups(sets)], caption);
        for (var i = 0; i < sets.Count; i++)
        {
            if (sets[i].Folds.All(fold => fold.History.Count == 0))
                continue;
            yield return Curve(sets[i], FormattableString.Invariant($"{Curves}-loss-{i}"), "Loss", epoch => epoch.Loss, epoch => epoch.ValidationLoss, caption);
            yield return Curve(sets[i], FormattableString.Invariant($"{Curves}-accuracy-{i}"), "Accuracy", epoch => epoch.Accuracy, epoch => epoch.ValidationAccuracy, caption);
        }

        for (var i = 0; i < sets.Count; i++)
        {
            yield return ConfusionFigure.Draw(
                sets[i].Summary.Confusion, sets[i].Summary.ClassNames, caption with { Text = $"{sets[i].Name} · {caption.Text}" }, FormattableString.Invariant($"{Confusion}-{i}"), sets[i].Name);
        }
    }

    /// <summary>A group a set, and one more where its folds were measured on test rows besides.</summary>
    private static IEnumerable<(string, IReadOnlyList<double>)> Groups(IReadOnlyList<FoldSet> sets)
    {
        foreach (var set in sets)
        {
            yield return (set.Name, set.Accuracies);
            if (set.Folds.All(fold => fold.Figures.ContainsKey(WarmStartLeak.TestAccuracy)))
                yield return ($"{set.Name}, test rows", [.. set.Folds.Select(fold => fold.Figures[WarmStartLeak.TestAccuracy])]);
        }
    }

    private static Figure Curve(
        FoldSet set, string name, string title, Func<EpochRecord, double> train, Func<EpochRecord, double?> validation, FigureCaption caption)
    {
        var series = new List<LineSeries>();
        for (var fold = 0; fold < set.Folds.Length; fold++)
        {
            // Colour tells folds apart, and where colours repeat another pair of dashes; within a pair they tell training from validation.
            var colour = fold % Palette.Light.Series.Length;
            var (solid, dashed) = Dashes[fold / Palette.Light.Series.Length % Dashes.Length];
            var history = set.Folds[fold].History;
            var label = FormattableString.Invariant($"fold {fold + 1}");
            series.Add(new LineSeries(label, [.. history.Select(epoch => ((double)epoch.Epoch, train(epoch)))], colour, solid, Dots: history.Count == 1));
            var held = history.Where(epoch => validation(epoch) is not null).Select(epoch => ((double)epoch.Epoch, validation(epoch)!.Value)).ToList();
            if (held.Count > 0)
                series.Add(new LineSeries(label + ", validation", held, colour, dashed, Dots: held.Count == 1));
        }

        return new LineChart
        {
            Name = name,
            Title = $"{title} by epoch: {set.Name}",
            Description = FormattableString.Invariant($"{title} of {set.Folds.Length} folds by epoch."),
            XLabel = "epoch",
            YLabel = title.ToLowerInvariant(),
            WholeX = true,
            Series = series,
        }.Draw(caption);
    }
}
