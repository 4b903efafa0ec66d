using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Running;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Several seeds of one experiment side by side, with mean and spread.</summary>
internal static class SeedsNotice
{
    public static void Show(Screen screen, IReadOnlyList<FinishedRun> runs, IReadOnlyList<RunRecord> records, SeedsSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        foreach (var heading in new[] { "seed", "accuracy", "log loss", "training" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var run in runs)
            table.AddRow(Figures.Plain(run.Seed), Figures.Percent(run.Evaluation.Accuracy), Figures.Loss(run.Evaluation.LogLoss), Figures.Duration(run.Trained.Time));
        screen.Console.Write(table);
        ShowMean(screen, runs[0].Description.Experiment, records, summary);
    }

    /// <summary>What they come to together.</summary>
    public static void ShowMean(Screen screen, string experiment, IReadOnlyList<RunRecord> records, SeedsSummary summary)
    {
        var accuracy = summary.Accuracy;
        screen.Console.MarkupLineInterpolated(
            $"[bold green]{experiment}: mean accuracy {Figures.Percent(accuracy.Mean)}[/] over {accuracy.Count} seeds, standard deviation {Points(accuracy.StandardDeviation)}, from {Figures.Percent(accuracy.Minimum)} to {Figures.Percent(accuracy.Maximum)}, 95 % interval of the mean {Figures.Percent(accuracy.MeanInterval.Lower)} to {Figures.Percent(accuracy.MeanInterval.Upper)}, on {records[0].DataSet.Name}");
        screen.Wrapped("summary", summary.File);
    }

    private static string Points(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:F2} points");
}
