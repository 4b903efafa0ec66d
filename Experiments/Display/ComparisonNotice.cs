using MlNetFashion.Evaluation;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>Which of two runs is better.</summary>
internal static class ComparisonNotice
{
    public static void Show(Screen screen, RunComparison comparison, string folder, bool quiet)
    {
        if (!quiet)
        {
            var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
            table.AddColumn("run");
            foreach (var heading in new[] { "accuracy", "95 % interval", "log loss", "macro F1" })
                table.AddColumn(new TableColumn(heading).RightAligned());
            foreach (var (name, run) in new[] { (comparison.FirstName, comparison.First), (comparison.SecondName, comparison.Second) })
            {
                table.AddRow(
                    Markup.Escape(name), Figures.Percent(run.Accuracy), $"{Figures.Percent(run.AccuracyInterval.Lower)} to {Figures.Percent(run.AccuracyInterval.Upper)}",
                    Figures.Loss(run.LogLoss), Figures.Loss(run.MacroF1));
            }

            screen.Console.Write(table);
        }

        if (comparison.First.DataSet.ShortWarning is { } warning)
            screen.Line(warning);
        screen.Console.MarkupLineInterpolated($"[bold green]{comparison.Finding.Sentence}[/]");
        screen.Wrapped("folder", folder);
        screen.Wrapped("report", Path.Combine(folder, "report.html"));
    }
}
