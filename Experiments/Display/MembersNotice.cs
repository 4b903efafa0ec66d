using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Running;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>The runs of a grid or of folds in a table, best first where they are points of a grid.</summary>
internal static class MembersNotice
{
    public static void Show(Screen screen, IReadOnlyList<(PlannedRun Planned, RunRecord? Run)> runs)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn("run");
        foreach (var heading in new[] { "seed", "accuracy", "log loss", "validation", "reported", "time" })
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        foreach (var (planned, run) in runs)
        {
            table.AddRow(
                planned.Experiment.Name,
                Figures.Plain(planned.Seed),
                run is null ? "" : Figures.Percent(run.Accuracy),
                run is null ? "" : Figures.Loss(run.LogLoss),
                run?.History.Max(epoch => epoch.ValidationAccuracy) is { } validation ? Figures.Percent(validation) : "",
                planned.Experiment.Reported is { } reported ? Figures.Percent(reported.Test) : "",
                run is null ? "not run yet" : Figures.Duration(run.Duration));
        }

        screen.Console.Write(table);
        screen.Line(runs.Any(run => run.Planned.Experiment.Fold is { Use: Catalogue.FoldUse.Judges })
            ? "Accuracy and log loss on the fold held back."
            : "Accuracy and log loss on the test images; validation: the best epoch's accuracy on the images held back.");
    }
}
