using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>What all folds of a cross-validation came to.</summary>
/// <param name="Protocol">How the rows were split, in words.</param>
/// <param name="Accuracy">Accuracy over folds, its interval corrected for the rows that folds share: see <see cref="Spread.OverFolds"/>.</param>
/// <param name="LogLoss">Log loss over folds, likewise.</param>
/// <param name="MacroF1">Macro F1 over folds, likewise.</param>
/// <param name="ClassNames">The classes, in the order of the first fold.</param>
/// <param name="Confusion">The sum of the confusion tables, classes matched by name: pipelines that map labels may order them anew each fold.</param>
public sealed record CrossValidationSummary(
    string Protocol, Spread Accuracy, Spread LogLoss, Spread MacroF1, ImmutableArray<string> ClassNames, ConfusionCounts Confusion)
{
    /// <summary>Sums up finished folds.</summary>
    /// <param name="protocol">How the rows were split, in words.</param>
    /// <param name="folds">How each did on the rows it judged.</param>
    /// <param name="trainRows">Rows trained on in a fold, on average.</param>
    /// <exception cref="ArgumentException">No fold.</exception>
    public static CrossValidationSummary Of(string protocol, IReadOnlyList<TestEvaluation> folds, double trainRows)
    {
        if (folds.Count == 0)
            throw new ArgumentException("At least one finished fold can be summed up. Received: none.", nameof(folds));

        var names = folds.SelectMany(fold => fold.ClassNames).Distinct().ToImmutableArray();
        var counts = new long[names.Length, names.Length];
        foreach (var fold in folds)
        {
            var places = fold.ClassNames.Select(name => names.IndexOf(name)).ToArray();
            for (var actual = 0; actual < places.Length; actual++)
            {
                for (var predicted = 0; predicted < places.Length; predicted++)
                    counts[places[actual], places[predicted]] += fold.Confusion[actual, predicted];
            }
        }

        return new CrossValidationSummary(
            protocol,
            Over(fold => fold.Accuracy),
            Over(fold => fold.LogLoss),
            Over(fold => fold.Report.Macro.F1),
            names,
            ConfusionCounts.From(counts));

        Spread Over(Func<TestEvaluation, double> figure) => Spread.OverFolds([.. folds.Select(figure)], trainRows, folds.Average(fold => fold.Predictions.Count));
    }

    /// <summary>As "accuracy 91.80 % ± 0.31 % over 5 stratified folds (95 % interval of the mean 91.22 to 92.38 %, widened for the rows that folds share)".</summary>
    public override string ToString()
    {
        var mean = $"accuracy {Percent(Accuracy.Mean)} %";
        return Accuracy.Count == 1
            ? $"{mean} ({Protocol})"
            : $"{mean} ± {Percent(Accuracy.StandardDeviation)} % over {Protocol} " +
              $"(95 % interval of the mean {Percent(Math.Max(0, Accuracy.MeanInterval.Lower))} to {Percent(Math.Min(1, Accuracy.MeanInterval.Upper))} %, widened for the rows that folds share)";
    }

    private static string Percent(double share) => FixedDigits.Format(share * 100, 2);
}
