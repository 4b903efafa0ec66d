using System.Collections.Immutable;
using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>Writes what folds came to: a page, its figures, and tables for programs. One set for a cross-validation, two for a comparison.</summary>
public static class FoldReport
{
    private const int LongestName = 80;

    /// <summary>Writes the folder; it is complete or absent.</summary>
    /// <param name="resultsRoot">The folder around it.</param>
    /// <param name="command">The command, for the folder's name.</param>
    /// <param name="title">What was done, as "Cross-validation of cnn".</param>
    /// <param name="description">What was run; its data set's training rows are the rows split.</param>
    /// <param name="sets">At least one.</param>
    /// <param name="findings">What follows from them, a sentence each.</param>
    /// <returns>The full path of the folder.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Write(
        string resultsRoot, string command, string title, RunDescription description, ImmutableArray<FoldSet> sets, IReadOnlyList<string> findings)
    {
        var caption = Caption(description, sets);
        var figures = FoldFigures.Draw(sets, caption).ToList();
        var name = $"{FinishedFolder.TimePart(description.Started)}_{command}_{FinishedFolder.NamePart(Shorten(description.Experiment))}_{FinishedFolder.NamePart(sets[0].Protocol)}";
        return FinishedFolder.Write(resultsRoot, FormattableString.Invariant($"{name}_seed{description.Seed}"), folder =>
        {
            folder.Binary("folds.json", stream => FoldSetJson.Write(stream, title, description, sets, findings));
            folder.Text("folds.csv", text => Csv(text, description, sets));
            folder.Text("folds.md", Markdown(title, description, sets, findings));
            foreach (var figure in figures)
                folder.Figure(figure);
            folder.Text("report.html", Render(title, description, sets, findings, figures));
        });
    }

    /// <summary>File systems limit the length of names.</summary>
    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..LongestName];

    internal static string Render(
        string title, RunDescription description, ImmutableArray<FoldSet> sets, IReadOnlyList<string> findings, IReadOnlyList<Figure> figures)
    {
        var page = new HtmlSections(
            title, $"{description.DataSet.Label} · seed {description.Seed} · {description.Started.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}",
            description.DataSet.Warning);
        page.Add("result", "Result", content =>
        {
            content.Raw("<div class=\"card\">");
            foreach (var set in sets)
                content.Raw($"<p><b>{HtmlPage.Text(set.Name)}</b>: {HtmlPage.Text(set.Summary.ToString())}.</p>");
            foreach (var finding in findings)
                content.Raw($"<p class=\"finding\">{HtmlPage.Text(finding)}</p>");
            content.Raw("</div>");
            HtmlSections.Figures(content, figures.Where(figure => figure.Name == FoldFigures.Boxes));
        });
        page.Add("folds", "Folds", content => FoldTables.Folds(content, sets));
        if (sets.Any(set => set.Folds.Any(fold => fold.Chosen is not null)))
            page.Add("choices", "What the folds chose", content => FoldTables.Choices(content, sets[0]));
        var curves = figures.Where(figure => figure.Name.StartsWith(FoldFigures.Curves, StringComparison.Ordinal)).ToList();
        if (curves.Count > 0)
            page.Add("curves", "Learning curves of the folds", sets.Any(set => set.Folds.Length > Palette.Light.Series.Length)
                ? "Each fold has two lines, of one colour: the rows trained on, and, named so, the rows that validate."
                : "Solid lines: the rows trained on. Dashed lines: the rows that validate.", curves);
        page.Add("confusion", "Confusion matrices, all folds together", content =>
            HtmlSections.SideBySide(content, figures.Where(figure => figure.Name.StartsWith(FoldFigures.Confusion, StringComparison.Ordinal))));
        page.Add("again", "Run it again", content => HtmlTables.Again(content, description));
        return page.Render("wide");
    }

    private static FigureCaption Caption(RunDescription description, ImmutableArray<FoldSet> sets) => new(
        FormattableString.Invariant($"{description.Experiment} · {(description.DataSet.IsSketch ? "sketch data" : description.DataSet.Name)} · {sets[0].Protocol} of {description.DataSet.TrainRows:N0} rows · seed {description.Seed}"),
        description.DataSet.ShortWarning);

    private static void Csv(TextWriter text, RunDescription description, ImmutableArray<FoldSet> sets)
    {
        var table = new CsvTable(text);
        table.Line("model", "protocol", "fold", "accuracy", "log_loss", "macro_f1", "train_rows", "rows", "seconds", "chosen", "data_set");
        foreach (var set in sets)
        {
            for (var fold = 0; fold < set.Folds.Length; fold++)
            {
                var outcome = set.Folds[fold];
                table.Field(set.Name).Field(set.Protocol).Field(fold).Field(outcome.Evaluation.Accuracy).Field(outcome.Evaluation.LogLoss)
                    .Field(outcome.Evaluation.Report.Macro.F1).Field(outcome.TrainRows).Field(outcome.Evaluation.Predictions.Count)
                    .Field(Math.Round(outcome.Training.TotalSeconds, 3)).Field(outcome.Chosen ?? "").Field(description.DataSet.Label).EndLine();
            }
        }
    }

    private static string Markdown(string title, RunDescription description, ImmutableArray<FoldSet> sets, IReadOnlyList<string> findings)
    {
        var lines = new List<string> { $"# {title}", "" };
        if (description.DataSet.Warning is { } warning)
            lines.AddRange([$"**{warning}**", ""]);
        lines.AddRange(sets.Select(set => $"- {set.Name}: {set.Summary}"));
        lines.AddRange(findings.Select(finding => $"- {finding}"));
        lines.AddRange(["", "| model | fold | accuracy | log loss | macro F1 |", "|---|---|---|---|---|"]);
        foreach (var set in sets)
        {
            lines.AddRange(set.Folds.Select((fold, number) => FormattableString.Invariant(
                $"| {set.Name} | {number + 1} | {FixedDigits.Format(fold.Evaluation.Accuracy * 100, 2)} % | {FixedDigits.Format(fold.Evaluation.LogLoss, 4)} | {FixedDigits.Format(fold.Evaluation.Report.Macro.F1, 4)} |")));
        }

        lines.AddRange(["", $"`{description.Command}`", ""]);
        return string.Join('\n', lines);
    }
}
