using System.Collections.Immutable;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>Made-up folds: the sample predictions, a third of the rows each.</summary>
internal static class SampleFolds
{
    public static FoldSet Set(string name, bool tested = false, string? chosen = null) => new(name, "3 consecutive folds", [.. Enumerable.Range(0, 3).Select(fold => Fold(fold, tested, chosen))]);

    private static FoldOutcome Fold(int fold, bool tested, string? chosen)
    {
        var all = SampleRun.Predictions;
        var rows = Enumerable.Range(0, all.Count).Where(row => row % 3 == fold).ToList();
        var predictions = Predictions.From([.. rows.Select(row => all.Actual[row])], [.. rows.SelectMany(row => all.ScoresOf(row).ToArray())], all.Classes);
        var evaluation = HoldOut.Evaluate(new Microsoft.ML.MLContext(1), predictions, SampleRun.Names);
        return new FoldOutcome(evaluation, TimeSpan.FromSeconds(3 + fold), 1333)
        {
            History = SampleRun.History,
            Chosen = chosen,
            Figures = chosen is not null ? new Dictionary<string, double> { [chosen] = 0.9, ["other"] = 0.8 }
                : tested ? new Dictionary<string, double> { [WarmStartLeak.TestAccuracy] = 0.85 + 0.01 * fold }
                : ImmutableDictionary<string, double>.Empty,
        };
    }
}
