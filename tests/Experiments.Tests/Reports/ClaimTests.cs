using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Reproduction;

namespace MlNetFashion.Experiments.Tests.Reports;

public class ClaimTests
{
    private static readonly Experiment Cnn = ExperimentCatalogue.Find("safaei/cnn_1") with { Reported = new ReportedFigures(0.9181) };

    [Theory]
    [InlineData(0.9181, nameof(Verdict.Reproduced))]
    [InlineData(0.9150, nameof(Verdict.Reproduced))]
    [InlineData(0.9050, nameof(Verdict.NotReproduced))]
    [InlineData(0.9300, nameof(Verdict.Better))]
    public void The_verdict_follows_the_interval(double ours, string expected)
    {
        var claim = new Claim(Cnn, [Run(ours, 1), Run(ours + 0.0002, 2), Run(ours - 0.0002, 3)], IsComparable: true);

        Assert.Equal(expected, claim.Verdict.ToString());
    }

    [Fact]
    public void Seeds_far_apart_widen_the_interval()
    {
        var near = new Claim(Cnn, [Run(0.905, 1), Run(0.905, 2)], IsComparable: true);
        var far = new Claim(Cnn, [Run(0.895, 1), Run(0.915, 2)], IsComparable: true);

        Assert.Equal(Verdict.NotReproduced, near.Verdict);
        Assert.Equal(Verdict.Reproduced, far.Verdict);
    }

    [Fact]
    public void A_figure_printed_in_whole_percents_claims_no_more_than_these()
    {
        var coarse = Cnn with { Reported = new ReportedFigures(0.93) { Rounding = 0.005 } };

        Assert.Equal(Verdict.Reproduced, new Claim(coarse, [Run(0.9210, 1)], IsComparable: true).Verdict);
        Assert.Equal(Verdict.NotReproduced, new Claim(Cnn with { Reported = new ReportedFigures(0.93) }, [Run(0.9210, 1)], IsComparable: true).Verdict);
    }

    [Fact]
    public void What_is_not_reproduced_says_why_or_what_the_report_leaves_open()
    {
        var claim = new Claim(Cnn with { Finding = null }, [Run(0.85, 1)], IsComparable: true);

        Assert.Contains("6.81 points short", claim.Sentence, StringComparison.Ordinal);
        Assert.Contains("the report gives neither", claim.Sentence, StringComparison.Ordinal);
        Assert.Contains("because of this", (claim with { Experiment = Cnn with { Finding = "because of this" } }).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_better_says_why_where_that_is_known_and_else_only_by_how_much()
    {
        var claim = new Claim(Cnn with { Finding = "of the other kind", FindingWhereBetter = null }, [Run(0.9381, 1)], IsComparable: true);

        Assert.Equal("better by 2.00 points", claim.Sentence);
        Assert.Equal("better by 2.00 points: because of that", (claim with { Experiment = Cnn with { FindingWhereBetter = "because of that" } }).Sentence);
    }

    [Fact]
    public void Nothing_run_and_nothing_comparable_give_no_verdict()
    {
        Assert.Equal(Verdict.Open, new Claim(Cnn, [], IsComparable: true).Verdict);
        Assert.Equal(Verdict.NotComparable, new Claim(Cnn, [Run(0.9181, 1)], IsComparable: false).Verdict);
    }

    private static RunRecord Run(double accuracy, int seed) => new()
    {
        Folder = "",
        Experiment = "safaei/cnn_1",
        Command = "",
        Seed = seed,
        Started = DateTimeOffset.UnixEpoch,
        DataSet = new DataSetDescription("Fashion-MNIST", "", "", false, 48_000, 12_000, 10_000),
        Accuracy = accuracy,
        AccuracyInterval = Interval.Wilson((long)Math.Round(accuracy * 10_000), 10_000),
        LogLoss = 0,
        MacroF1 = accuracy,
        Parameters = null,
        Duration = TimeSpan.Zero,
        Reported = null,
        ClassNames = ["a", "b"],
        Confusion = ConfusionCounts.From(new long[2, 2]),
        History = [],
        TrainAccuracy = null,
        Options = new Dictionary<string, string>(),
    };
}
