using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>The page over all reports: every reported test accuracy beside ours.</summary>
internal static class ReproductionSummary
{
    /// <summary>The page's name among files.</summary>
    public const string Name = "summary";

    public static ResultPage Of(IEnumerable<Report> reports, ReportContext context)
    {
        var page = new ResultPage(Name, "Five reports on Fashion-MNIST, repeated", "Every test accuracy that they report, and ours.", context.Warning);
        page.Section("All claims");
        page.Text(ClaimTable.Explanation);
        var claims = reports.SelectMany(report => report.Experiments).Select(context.ClaimOf).Where(claim => claim.Experiment.Reported is not null).ToList();
        page.Table(ClaimTable.Of("claims", "Test accuracy, reported and ours.", claims));
        var run = claims.Where(claim => claim.Ours is not null).ToList();
        if (run.Count > 0)
        {
            page.Figures(IntervalPlot.Draw(
                "claims", "Test accuracy, ours and reported", "accuracy",
                [.. run.Select(claim => (claim.Experiment.Name, claim.Ours!.Mean, claim.Interval!.Value, (double?)claim.Experiment.Reported!.Test))],
                context.CaptionOf(context.FashionMnist)));
        }

        page.Section("What it ran on");
        page.Table(new PageTable("machine", "Versions and processor of the machine that wrote this page.", ["what", "value"],
        [
            ["processor", RunningMachine.Processor()],
            .. ComponentVersions.OfThisProcess().Select(version => (System.Collections.Immutable.ImmutableArray<PageCell>)[version.Key, version.Value]),
            ["data", $"{context.FashionMnist.Name}, {context.FashionMnist.Checksum}"],
        ]));
        return page;
    }
}
