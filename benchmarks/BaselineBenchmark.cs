using System.Collections.Immutable;

namespace MlNetFashion.Benchmarks;

/// <summary>The linear baselines through the ML.NET API and in scikit-learn, strictly alternated, on the same rows.</summary>
internal static class BaselineBenchmark
{
    private const int LbfgsIterations = 100, StochasticPasses = 20, ScoringPasses = 5;

    /// <summary>What is timed: a name, ours, and theirs.</summary>
    public static ImmutableArray<(string Name, Func<LinearModels, BaselineRound> Ours, Func<ScikitLearn, BaselineRound> Theirs)> Cases { get; } =
    [
        ($"L-BFGS, {LbfgsIterations} iterations", ours => ours.FitLbfgs(LbfgsIterations), theirs => theirs.Fit("lbfgs", LbfgsIterations)),
        ($"SDCA (there SAGA), {StochasticPasses} passes", ours => ours.FitSdca(StochasticPasses), theirs => theirs.Fit("saga", StochasticPasses)),
        ("scoring", ours => ours.Score(ScoringPasses), theirs => theirs.Score(ScoringPasses)),
    ];

    public static BaselineRow Measure(int number, LinearModels models, ScikitLearn? peer, int rounds)
    {
        var (name, ours, theirs) = Cases[number];
        _ = (ours(models), peer is null ? default : theirs(peer)); // warm
        List<BaselineRound> mine = [], others = [];
        for (var round = 0; round < rounds; round++)
        {
            mine.Add(ours(models));
            if (peer is not null)
                others.Add(theirs(peer));
        }

        return new BaselineRow(name, mine, others);
    }
}
