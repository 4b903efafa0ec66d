using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>The tables of the page of all runs.</summary>
internal static class RunSetTables
{
    private static readonly string[] Headings =
        ["Experiment", "Curve", "Data", "Seed", "Accuracy", "95 % interval", "Log loss", "Macro F1", "Train − test", "Parameters", "Time", "Reported", "Difference", "Started"];

    public static void Runs(HtmlPage page, IReadOnlyList<RunRecord> runs, IReadOnlySet<int> overlaid)
    {
        page.Raw("<div class=\"filters\"><label>Filter <input id=\"words\" type=\"search\" placeholder=\"words, as cnn 1\"></label>");
        if (runs.Any(run => run.DataSet.IsSketch))
            page.Raw("<label><input id=\"sketch\" type=\"checkbox\"> Hide runs on sketch data</label>");
        page.Raw("<span id=\"shown\" class=\"muted\" role=\"status\"></span></div>");
        page.Raw($"<div class=\"scroll\"><table class=\"sortable\"><caption>Real data first, best first; a heading sorts by its column.</caption><thead><tr>{string.Concat(Headings.Select(h => $"<th scope=\"col\"{(h is "Curve" or "Data" ? " class=\"text\"" : "")}>{h}</th>"))}</tr></thead><tbody>");
        for (var i = 0; i < runs.Count; i++)
            Row(page, runs[i], i, overlaid.Contains(i));
        page.Raw("</tbody></table></div>");
    }

    public static void Seeds(HtmlPage page, IReadOnlyList<RunRecord> runs) => page.Table(
        "Of several runs with the same seed the last counts. The interval is Student's, of the mean over seeds.",
        ["Experiment", "Data", "Seeds", "Mean accuracy", "Standard deviation", "Lowest", "Highest", "95 % interval of the mean"],
        SeedGroup.Of(runs).Select(group => (IReadOnlyList<HtmlCell>)
        [
            HtmlCell.Of(group.Experiment), HtmlCell.Of(group.DataSet, "text"), HtmlCell.Of(group.Accuracy.Count), HtmlCell.Of(group.Accuracy.Mean),
            HtmlCell.Of(group.Accuracy.StandardDeviation), HtmlCell.Of(group.Accuracy.Minimum), HtmlCell.Of(group.Accuracy.Maximum),
            HtmlCell.Of(group.Accuracy.Count < 2 ? "–" : $"{FixedDigits.Format(group.Accuracy.MeanInterval.Lower, 4)} to {FixedDigits.Format(group.Accuracy.MeanInterval.Upper, 4)}"),
        ]),
        sortable: true);

    public static void Others(HtmlPage page, IReadOnlyList<OtherReport> others) => page.Table(
        "Each with its own report.",
        ["Report", "Data", "Found"],
        others.Select(other => (IReadOnlyList<HtmlCell>)
        [
            new HtmlCell($"<a href=\"{Uri.EscapeDataString(other.Folder)}/report.html\">{HtmlPage.Text(other.Subject)}</a>", null, "wrap"),
            new HtmlCell(other.IsSketch ? "<span class=\"badge\">SKETCH DATA</span>" : "real", null, "text"),
            HtmlCell.Of(other.Finding, "wrap"),
        ]));

    private static void Row(HtmlPage page, RunRecord run, int index, bool overlaid)
    {
        var name = HtmlPage.Text(run.Experiment);
        page.Raw(FormattableString.Invariant($"<tr data-run=\"{index}\" data-sketch=\"{(run.DataSet.IsSketch ? "true" : "false")}\">"));
        page.Raw($"<th scope=\"row\"><a href=\"{Uri.EscapeDataString(run.Name)}/report.html\">{name}</a></th>");
        page.Raw($"<td class=\"text\">{Curve(run, index, overlaid)}</td>");
        page.Raw($"<td class=\"text\">{(run.DataSet.IsSketch ? "<span class=\"badge\">SKETCH DATA</span>" : HtmlPage.Text(run.DataSet.Name))}</td>");
        Cell(page, FormattableString.Invariant($"{run.Seed}"), run.Seed);
        Cell(page, HtmlHeadline.Percent(run.Accuracy), run.Accuracy);
        Cell(page, $"{HtmlHeadline.Percent(run.AccuracyInterval.Lower, "")} to {HtmlHeadline.Percent(run.AccuracyInterval.Upper, "")}", run.AccuracyInterval.Lower);
        Cell(page, FixedDigits.Format(run.LogLoss, 4), run.LogLoss);
        Cell(page, FixedDigits.Format(run.MacroF1, 4), run.MacroF1);
        var gap = run.TrainAccuracy - run.Accuracy;
        Cell(page, gap is { } known ? HtmlHeadline.Difference(known, "") : "–", gap ?? double.MinValue);
        Cell(page, run.Parameters is { } parameters ? FormattableString.Invariant($"{parameters:N0}") : "–", run.Parameters ?? -1);
        Cell(page, HtmlHeadline.Duration(run.Duration), run.Duration.TotalSeconds);
        var difference = run.Accuracy - run.Comparable?.Accuracy;
        Cell(page, run.Comparable is { } reported ? HtmlHeadline.Percent(reported.Accuracy) : "–", run.Comparable?.Accuracy ?? -1);
        Cell(page, difference is { } off ? HtmlHeadline.Difference(off) : "–", difference ?? double.MinValue);
        Cell(page, run.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), run.Started.ToUnixTimeSeconds());
        page.Raw("</tr>");
    }

    private static string Curve(RunRecord run, int index, bool overlaid)
    {
        if (run.History.IsEmpty)
            return "<span class=\"muted\">–</span>";

        var (colour, dash) = RunSetPage.StyleOf(index);
        var dashes = LineChart.Dashes[dash] is { Length: > 0 } pattern ? $" stroke-dasharray=\"{pattern}\"" : "";
        return FormattableString.Invariant(
            $"<label><input type=\"checkbox\" data-overlay=\"{index}\"{(overlaid ? " checked" : "")} aria-label=\"Show the curve of {HtmlPage.Text(RunSetPage.Label(run))}\">") +
            $"<svg class=\"figure chip\" width=\"34\" height=\"8\" aria-hidden=\"true\"><line class=\"line series-{colour}\"{dashes} x1=\"1\" x2=\"33\" y1=\"4\" y2=\"4\"/></svg></label>";
    }

    private static void Cell(HtmlPage page, string text, double value) =>
        page.Raw(FormattableString.Invariant($"<td data-value=\"{value:R}\">{HtmlPage.Text(text)}</td>"));
}
