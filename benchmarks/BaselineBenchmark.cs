namespace MlNetFashion.Benchmarks;

/// <summary>The linear baselines through the ML.NET API and in scikit-learn, strictly alternated, on the same rows.</summary>
internal sealed class BaselineBenchmark(LinearModels models, TextTable table, ScikitLearn? peer)
{
    private const int LbfgsIterations = 100, StochasticPasses = 20, ScoringPasses = 5;

    /// <summary>Measures everything there is.</summary>
    public IReadOnlyList<BaselineRow> Run(int rounds) =>
    [
        Measure($"L-BFGS, {LbfgsIterations} iterations", rounds, () => models.FitLbfgs(LbfgsIterations), theirs => theirs.Fit("lbfgs", LbfgsIterations)),
        Measure($"SDCA (there SAGA), {StochasticPasses} passes", rounds, () => models.FitSdca(StochasticPasses), theirs => theirs.Fit("saga", StochasticPasses)),
        Measure("scoring", rounds, () => models.Score(ScoringPasses), theirs => theirs.Score(ScoringPasses)),
        Measure("reading text (there pandas, or NumPy)", rounds, table.Read, theirs => theirs.Read(table.Path)),
    ];

    private BaselineRow Measure(string name, int rounds, Func<BaselineRound> ours, Func<ScikitLearn, BaselineRound> theirs)
    {
        _ = (ours(), peer is null ? default : theirs(peer)); // warm
        List<BaselineRound> mine = [], others = [];
        for (var round = 0; round < rounds; round++)
        {
            mine.Add(ours());
            if (peer is not null)
                others.Add(theirs(peer));
        }

        return new BaselineRow(name, mine, others);
    }
}
