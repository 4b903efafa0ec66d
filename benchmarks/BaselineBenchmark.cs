namespace MlNetFashion.Benchmarks;

/// <summary>
/// The baselines through the ML.NET API and in scikit-learn, strictly alternated, on the same rows; beside them what ML.NET itself was recorded to do, where
/// that is at hand.
/// </summary>
internal sealed class BaselineBenchmark(LinearModels models, TextTable table, ScikitLearn? peer, RecordedFigures? recorded)
{
    private const int LbfgsIterations = 100, StochasticPasses = 20, ScoringPasses = 25, TreeIterations = 100;

    private (string Key, Func<int, BaselineRow> Measure)[] All =>
    [
        ("first-pass", _ => new("scoring, a model's first pass", [models.FirstPass()], [])),
        ("lbfgs", rounds => Measure(rounds, "L-BFGS, ML.NET's defaults", () => models.FitLbfgs(), null, recorded?.Lbfgs)),
        ("lbfgs-100", rounds => Measure(
            rounds, $"L-BFGS, {LbfgsIterations} iterations", () => models.FitLbfgs(LbfgsIterations), theirs => theirs.Fit("lbfgs", LbfgsIterations), recorded?.Lbfgs100)),
        ("sdca", rounds => Measure(rounds, "SDCA, ML.NET's defaults", () => models.FitSdca(), null, recorded?.Sdca)),
        ("sdca-20", rounds => Measure(
            rounds, $"SDCA (there SAGA), {StochasticPasses} passes", () => models.FitSdca(StochasticPasses), theirs => theirs.Fit("saga", StochasticPasses), null)),
        ("trees", rounds => Measure(
            rounds, "OneVersusAll(FastTree) (there HistGradientBoosting)", models.FitTrees, theirs => theirs.Fit("trees", TreeIterations), null)),
        ("scoring", rounds => Scored(rounds, "scoring", () => models.Score(ScoringPasses), theirs => theirs.Score(ScoringPasses), recorded?.Scoring)),
        ("predicting", rounds => Scored(rounds, "scoring, one image a call", () => models.Predict(ScoringPasses), null, recorded?.Predicting)),
        ("reading", rounds => Measure(rounds, "reading text (there pandas, or NumPy)", table.Read, theirs => theirs.Read(table.Path), recorded?.Reading)),
    ];

    /// <summary>The names of the pieces of work.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["first-pass", "lbfgs", "lbfgs-100", "sdca", "sdca-20", "trees", "scoring", "predicting", "reading"];

    /// <summary>Measures the pieces of work that are asked for, in their order.</summary>
    public IReadOnlyList<BaselineRow> Run(int rounds, IReadOnlyCollection<string> names) => [.. All.Where(work => names.Contains(work.Key)).Select(work => work.Measure(rounds))];

    private BaselineRow Scored(int rounds, string name, Func<BaselineRound> ours, Func<ScikitLearn, BaselineRound>? theirs, double? known)
    {
        models.FitLbfgs(1);
        if (theirs is not null)
            peer?.Fit("lbfgs", 1);
        return Measure(rounds, name, ours, theirs, known);
    }

    private BaselineRow Measure(int rounds, string name, Func<BaselineRound> ours, Func<ScikitLearn, BaselineRound>? theirs, double? known)
    {
        var other = theirs is null ? null : peer;
        _ = (ours(), other is null ? default : theirs!(other)); // warm
        List<BaselineRound> mine = [], others = [];
        for (var round = 0; round < rounds; round++)
        {
            mine.Add(ours());
            if (other is not null)
                others.Add(theirs!(other));
        }

        return new BaselineRow(name, mine, others, known);
    }
}
