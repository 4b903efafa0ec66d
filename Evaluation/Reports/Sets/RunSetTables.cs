using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>The tables of the page of all runs.</summary>
internal static class RunSetTables
{
    private const string Settings = "Settings";

    /// <summary>Shown on request only; <see cref="NotOnPhones"/> where a window is narrow as well.</summary>
    private const string OnRequest = " more";

    private const string NotOnPhones = " most";

    private static readonly (string Name, string Style)[] Headings =
    [
        ("Experiment", ""), ("Curve", "text"), (Settings, "text" + NotOnPhones), ("Data", "text" + NotOnPhones), ("Seed", ""), ("Accuracy", ""), ("95 % interval", NotOnPhones), ("Log loss", NotOnPhones),
        ("Macro F1", OnRequest), ("Train − test", NotOnPhones), ("Parameters", OnRequest), ("Time", NotOnPhones), ("Reported", NotOnPhones), ("Difference", NotOnPhones), ("Started", OnRequest),
    ];

    public static void Runs(HtmlPage page, IReadOnlyList<RunRecord> runs, RunLabels labels, IReadOnlySet<int> overlaid)
    {
        page.Raw("<div class=\"filters\"><label>Filter <input id=\"words\" type=\"search\" placeholder=\"words, as cnn 1\"></label>");
        if (runs.Any(run => run.DataSet.IsSketch))
            page.Raw("<label><input id=\"sketch\" type=\"checkbox\"> Hide runs on sketch data</label>");
        page.Raw("<label id=\"fold\" hidden><input id=\"columns\" type=\"checkbox\"> All columns</label><span id=\"shown\" class=\"muted\" role=\"status\"></span></div>");
        var hasSettings = runs.Any(run => labels.SettingsApart(run).Length > 0);
        var headings = Headings.Where(heading => heading.Name != Settings || hasSettings);
        page.Raw($"<div class=\"scroll\"><table class=\"sortable runs\"><caption>Real data first, best first; a heading sorts by its column.</caption><thead><tr>{string.Concat(headings.Select(heading => $"<th scope=\"col\"{Class(heading.Style)}>{heading.Name}</th>"))}</tr></thead><tbody>");
        for (var i = 0; i < runs.Count; i++)
            Row(page, runs[i], labels, hasSettings, i, overlaid.Contains(i));
        page.Raw("</tbody></table></div>");
    }

    public static void Seeds(HtmlPage page, IReadOnlyList<RunRecord> runs)
    {
        var groups = SeedGroup.Of(runs);
        var several = groups.Where(group => group.Accuracy.Count > 1).ToList();
        if (several.Count == 0)
        {
            page.Raw("<p>No experiment has run with more than one seed.</p>");
            return;
        }

        var alone = groups.Length - several.Count;
        var hasSettings = several.Exists(group => group.Settings.Length > 0);
        page.Table(
            "Runs that differ in nothing but the seed; of several with the same seed the last counts. The interval is Student's, of the mean over seeds."
                + (alone == 0 ? "" : FormattableString.Invariant($" Not here: {alone} that ran with one seed only.")),
            ["Experiment", .. Optional("Settings"), "Data", "Seeds", "Mean accuracy", "Standard deviation", "Lowest", "Highest", "95 % interval of the mean"],
            several.Select(group => (IReadOnlyList<HtmlCell>)
            [
                HtmlCell.Of(group.Experiment), .. Optional(HtmlCell.Of(group.Settings.Length == 0 ? "–" : group.Settings, "wrap")), HtmlCell.Of(group.DataSet, "text"),
                HtmlCell.Of(group.Accuracy.Count), Share(group.Accuracy.Mean), Share(group.Accuracy.StandardDeviation, " points"), Share(group.Accuracy.Minimum),
                Share(group.Accuracy.Maximum),
                HtmlCell.Of($"{HtmlHeadline.Percent(Math.Max(0, group.Accuracy.MeanInterval.Lower), "")} to {HtmlHeadline.Percent(Math.Min(1, group.Accuracy.MeanInterval.Upper))}"),
            ]),
            sortable: true);

        T[] Optional<T>(T settings) => hasSettings ? [settings] : [];

        static HtmlCell Share(double share, string unit = " %") => new(HtmlHeadline.Percent(share, unit), share);
    }

    public static void Others(HtmlPage page, IReadOnlyList<OtherReport> others) => page.Table(
        "Each with its own report.",
        ["Report", "Data", "Found"],
        others.Select(other => (IReadOnlyList<HtmlCell>)
        [
            new HtmlCell($"<a href=\"{Uri.EscapeDataString(other.Folder)}/report.html\">{HtmlPage.Text(other.Subject)}</a>", null, "wrap"),
            new HtmlCell(other.DataSet is { } data ? HtmlPage.Text(data) : "<span class=\"badge\">SKETCH DATA</span>", null, "text"),
            HtmlCell.Of(other.Finding, "wrap"),
        ]));

    private static void Row(HtmlPage page, RunRecord run, RunLabels labels, bool settings, int index, bool overlaid)
    {
        var name = HtmlPage.Text(run.Experiment);
        page.Raw(FormattableString.Invariant($"<tr data-run=\"{index}\" data-sketch=\"{(run.DataSet.IsSketch ? "true" : "false")}\">"));
        page.Raw($"<th scope=\"row\"><a href=\"{Uri.EscapeDataString(run.Name)}/report.html\">{name}</a></th>");
        page.Raw($"<td class=\"text\">{Curve(run, labels, index, overlaid)}</td>");
        if (settings)
            page.Raw($"<td class=\"wrap few most\">{HtmlPage.Text(labels.SettingsApart(run))}</td>");
        page.Raw($"<td class=\"text most\">{(run.DataSet.IsSketch ? "<span class=\"badge\">SKETCH DATA</span>" : HtmlPage.Text(run.DataSet.Name))}</td>");
        Cell(page, FormattableString.Invariant($"{run.Seed}"), run.Seed);
        Cell(page, HtmlHeadline.Percent(run.Accuracy), run.Accuracy);
        Cell(page, $"{HtmlHeadline.Percent(run.AccuracyInterval.Lower, "")} to {HtmlHeadline.Percent(run.AccuracyInterval.Upper, "")}", run.AccuracyInterval.Lower, NotOnPhones);
        Cell(page, FixedDigits.Format(run.LogLoss, 4), run.LogLoss, NotOnPhones);
        Cell(page, FixedDigits.Format(run.MacroF1, 4), run.MacroF1, OnRequest);
        var gap = run.TrainAccuracy - run.Accuracy;
        Cell(page, gap is { } known ? HtmlHeadline.Difference(known, "") : "–", gap ?? double.MinValue, NotOnPhones);
        Cell(page, run.Parameters is { } parameters ? FormattableString.Invariant($"{parameters:N0}") : "–", run.Parameters ?? -1, OnRequest);
        Cell(page, HtmlHeadline.Duration(run.Duration), run.Duration.TotalSeconds, NotOnPhones);
        var difference = run.Accuracy - run.Comparable?.Accuracy;
        Cell(page, run.Comparable is { } reported ? HtmlHeadline.Percent(reported.Accuracy) : "–", run.Comparable?.Accuracy ?? -1, NotOnPhones);
        Cell(page, difference is { } off ? HtmlHeadline.Difference(off) : "–", difference ?? double.MinValue, NotOnPhones);
        Cell(page, run.Started.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), run.Started.ToUnixTimeSeconds(), OnRequest);
        page.Raw("</tr>");
    }

    private static string Curve(RunRecord run, RunLabels labels, int index, bool overlaid)
    {
        if (run.History.IsEmpty)
            return "<span class=\"muted\">–</span>";

        var (colour, dash) = RunSetPage.StyleOf(index);
        var dashes = LineChart.Dashes[dash] is { Length: > 0 } pattern ? $" stroke-dasharray=\"{pattern}\"" : "";
        return FormattableString.Invariant(
            $"<label><input type=\"checkbox\" data-overlay=\"{index}\"{(overlaid ? " checked" : "")} data-name=\"{HtmlPage.Text(labels[run])}\" aria-label=\"Show the curve of {HtmlPage.Text(labels[run])}\">") +
            $"<svg class=\"figure chip\" width=\"34\" height=\"8\" aria-hidden=\"true\"><line class=\"line series-{colour}\"{dashes} x1=\"1\" x2=\"33\" y1=\"4\" y2=\"4\"/></svg></label>";
    }

    private static void Cell(HtmlPage page, string text, double value, string style = "") =>
        page.Raw(FormattableString.Invariant($"<td{Class(style)} data-value=\"{value:R}\">{HtmlPage.Text(text)}</td>"));

    private static string Class(string style) => style.Length == 0 ? "" : $" class=\"{style.Trim()}\"";
}
