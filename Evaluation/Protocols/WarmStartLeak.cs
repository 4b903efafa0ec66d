namespace MlNetFashion.Evaluation;

/// <summary>
/// What it does to a cross-validation when each fold starts from the weights of the one before: the rows that a fold judges by were trained on
/// in earlier folds, so its figure is too good. How much is seen on test rows that no fold trains on, beside folds that start from scratch.
/// </summary>
/// <param name="WarmJudged">Mean accuracy of the warm-started folds on the rows they judge by.</param>
/// <param name="WarmTest">Their mean accuracy on the test rows.</param>
/// <param name="CleanJudged">Mean accuracy of folds from scratch on the rows they judge by.</param>
/// <param name="CleanTest">Their mean accuracy on the test rows.</param>
public sealed record WarmStartLeak(double WarmJudged, double WarmTest, double CleanJudged, double CleanTest)
{
    /// <summary>The name under which a fold keeps its accuracy on the test rows, in <see cref="FoldOutcome.Figures"/>.</summary>
    public const string TestAccuracy = "test accuracy";

    /// <summary>How much better the warm-started folds look than they are, less what folds from scratch do: 0 to 1.</summary>
    public double Leak => WarmJudged - WarmTest - (CleanJudged - CleanTest);

    /// <summary>Compares finished folds.</summary>
    /// <exception cref="ArgumentException">No folds, or folds that were not measured on test rows.</exception>
    public static WarmStartLeak Of(IReadOnlyList<FoldOutcome> warm, IReadOnlyList<FoldOutcome> clean)
    {
        if (warm.Count == 0 || clean.Count == 0 || warm.Concat(clean).Any(fold => !fold.Figures.ContainsKey(TestAccuracy)))
            throw new ArgumentException($"A leak is measured by folds of both kinds, each with its accuracy on test rows. Received: {warm.Count} and {clean.Count} folds.", nameof(warm));
        return new WarmStartLeak(Judged(warm), Tested(warm), Judged(clean), Tested(clean));
    }

    /// <summary>What it comes to, for a person.</summary>
    public override string ToString() =>
        $"Warm-started folds say {Percent(WarmJudged)} % on the rows they judge by and reach {Percent(WarmTest)} % on test rows that no fold saw: " +
        $"{Points(WarmJudged - WarmTest)}. Folds from scratch say {Percent(CleanJudged)} % and reach {Percent(CleanTest)} %: {Points(CleanJudged - CleanTest)}. " +
        $"The warm start makes the figure {FixedDigits.Format(Math.Abs(Leak) * 100, 2)} points {(Leak < 0 ? "too bad" : "too good")}.";

    private static double Judged(IReadOnlyList<FoldOutcome> folds) => folds.Average(fold => fold.Evaluation.Accuracy);

    private static double Tested(IReadOnlyList<FoldOutcome> folds) => folds.Average(fold => fold.Figures[TestAccuracy]);

    private static string Percent(double share) => FixedDigits.Format(share * 100, 2);

    private static string Points(double difference) => $"{FixedDigits.Format(Math.Abs(difference) * 100, 2)} points {(difference < 0 ? "less than it reaches" : "more")}";
}
