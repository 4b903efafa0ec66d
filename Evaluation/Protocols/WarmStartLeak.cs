namespace MlNetFashion.Evaluation;

/// <summary>
/// What it does to a cross-validation when each fold starts from the weights of the one before: the rows that a fold judges by were trained on
/// in earlier folds, so its figure is too good. How much is seen on test rows that no fold trains on, beside folds that start from scratch.
/// </summary>
/// <param name="WarmJudged">Mean accuracy of the warm-started folds on the rows they judge by.</param>
/// <param name="WarmTest">Their mean accuracy on the test rows.</param>
/// <param name="CleanJudged">Mean accuracy of folds from scratch on the rows they judge by.</param>
/// <param name="CleanTest">Their mean accuracy on the test rows.</param>
/// <param name="Leak">
/// How much better each warm-started fold looks than it is, less what the same fold from scratch does, 0 to 1: mean, spread and interval over the
/// folds from the second on, since the first has no weights to start from; null for a single fold.
/// </param>
public sealed record WarmStartLeak(double WarmJudged, double WarmTest, double CleanJudged, double CleanTest, Spread? Leak)
{
    /// <summary>The name under which a fold keeps its accuracy on the test rows, in <see cref="FoldOutcome.Figures"/>.</summary>
    public const string TestAccuracy = "test accuracy";

    /// <summary>Compares finished folds.</summary>
    /// <param name="warm">Warm-started folds.</param>
    /// <param name="clean">The same folds from scratch, in the same order.</param>
    /// <exception cref="ArgumentException">No folds, not the same ones, or folds that were not measured on test rows.</exception>
    public static WarmStartLeak Of(IReadOnlyList<FoldOutcome> warm, IReadOnlyList<FoldOutcome> clean)
    {
        if (warm.Count == 0 || warm.Count != clean.Count || warm.Concat(clean).Any(fold => !fold.Figures.ContainsKey(TestAccuracy)))
            throw new ArgumentException($"A leak is measured by the same folds of both kinds, each with its accuracy on test rows. Received: {warm.Count} and {clean.Count} folds.", nameof(warm));
        return Of(
            [.. warm.Select(Accuracies)], [.. clean.Select(Accuracies)], warm.Average(fold => fold.TrainRows), warm.Average(fold => fold.Evaluation.Predictions.Count));
    }

    /// <summary>Compares accuracies of the same folds, warm-started and from scratch.</summary>
    /// <param name="warm">Of each warm-started fold: on the rows it judges by, and on the test rows.</param>
    /// <param name="clean">Likewise of the same folds from scratch.</param>
    /// <param name="trainRows">Rows trained on in a fold, on average.</param>
    /// <param name="judgedRows">Rows judged by in a fold, on average.</param>
    /// <exception cref="ArgumentException">No folds, or not as many of both kinds.</exception>
    public static WarmStartLeak Of(
        IReadOnlyList<(double Judged, double Test)> warm, IReadOnlyList<(double Judged, double Test)> clean, double trainRows, double judgedRows)
    {
        if (warm.Count == 0 || warm.Count != clean.Count)
            throw new ArgumentException($"A leak is measured by the same folds of both kinds. Received: {warm.Count} and {clean.Count} folds.", nameof(clean));
        var leaks = warm.Zip(clean, (hot, cold) => hot.Judged - hot.Test - (cold.Judged - cold.Test)).Skip(1).ToList();
        return new WarmStartLeak(
            warm.Average(fold => fold.Judged), warm.Average(fold => fold.Test), clean.Average(fold => fold.Judged), clean.Average(fold => fold.Test),
            leaks.Count == 0 ? null : Spread.OverFolds(leaks, trainRows, judgedRows));
    }

    /// <summary>What it comes to, for a person.</summary>
    public override string ToString() =>
        $"Warm-started folds say {Percent(WarmJudged)} % on the rows they judge by and reach {Percent(WarmTest)} % on test rows that no fold saw: " +
        $"{Points(WarmJudged - WarmTest)}. Folds from scratch say {Percent(CleanJudged)} % and reach {Percent(CleanTest)} %: {Points(CleanJudged - CleanTest)}." +
        (Leak is null ? "" : $" Fold by fold, from the second on, the warm start makes the figure {Percent(Math.Abs(Leak.Mean))} points {(Leak.Mean < 0 ? "too bad" : "too good")}{Uncertainty(Leak)}.");

    private static string Uncertainty(Spread leak) => leak.Count < 2
        ? ""
        : $" on average ({Percent(leak.Minimum)} to {Percent(leak.Maximum)} points, standard deviation {Percent(leak.StandardDeviation)}; 95 % interval of the mean "
            + $"{Percent(leak.MeanInterval.Lower)} to {Percent(leak.MeanInterval.Upper)} points, widened for the rows that folds share"
            + (leak.MeanInterval is { Lower: <= 0, Upper: >= 0 } ? "; it may be chance)" : ")");

    private static (double Judged, double Test) Accuracies(FoldOutcome fold) => (fold.Evaluation.Accuracy, fold.Figures[TestAccuracy]);

    private static string Percent(double share) => FixedDigits.Format(share * 100, 2);

    private static string Points(double difference) => $"{Percent(Math.Abs(difference))} points {(difference < 0 ? "less than it reaches" : "more")}";
}
