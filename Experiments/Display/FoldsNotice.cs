using MlNetFashion.Evaluation;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>What folds came to: a table of them, their mean with its interval, and what follows.</summary>
internal static class FoldsNotice
{
    public static void Show(Screen screen, IReadOnlyList<FoldSet> sets, IReadOnlyList<string> findings, string folder, bool quiet)
    {
        if (!quiet)
            screen.Console.Write(Folds(sets));
        foreach (var set in sets)
            screen.Console.MarkupLineInterpolated($"[bold green]{set.Name}[/]: {set.Summary}");
        foreach (var finding in findings)
            screen.Console.MarkupLineInterpolated($"[bold]{finding}[/]");
        screen.Wrapped("folder", folder);
        screen.Wrapped("report", Path.Combine(folder, "report.html"));
    }

    private static Table Folds(IReadOnlyList<FoldSet> sets)
    {
        var tested = sets.Any(set => set.Folds.Any(fold => fold.Figures.ContainsKey(WarmStartLeak.TestAccuracy)));
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn("model");
        foreach (var heading in new[] { "fold", "accuracy", tested ? "test" : "", "log loss", "training" }.Where(heading => heading.Length > 0))
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var set in sets)
        {
            for (var fold = 0; fold < set.Folds.Length; fold++)
            {
                var outcome = set.Folds[fold];
                List<string> cells =
                    [Markup.Escape(outcome.Chosen ?? set.Name), Figures.Plain(fold + 1), Figures.Percent(outcome.Evaluation.Accuracy)];
                if (tested)
                    cells.Add(Figures.Percent(outcome.Figures[WarmStartLeak.TestAccuracy]));
                cells.AddRange([Figures.Loss(outcome.Evaluation.LogLoss), Figures.Duration(outcome.Training)]);
                table.AddRow([.. cells]);
            }
        }

        return table;
    }
}
