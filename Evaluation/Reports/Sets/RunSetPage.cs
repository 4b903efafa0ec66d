using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>The page of all runs: a table to sort and filter, curves to lay over each other, confusion matrices side by side.</summary>
internal static class RunSetPage
{
    /// <summary>Runs whose curves are shown at first: more would hide each other.</summary>
    private const int OverlaidAtFirst = 5;

    private const int IntervalsShown = 40;

    public static string Render(IReadOnlyList<RunRecord> unsorted, IReadOnlyList<OtherReport> others)
    {
        // Real data first, and the best first: the order of every table, list and colour below.
        var runs = unsorted.OrderBy(run => run.DataSet.IsSketch).ThenByDescending(run => run.Accuracy).ToList();
        var labels = new RunLabels(runs);
        var page = new HtmlPage();
        var sketches = runs.Count(run => run.DataSet.IsSketch);
        page.Raw("<a class=\"skip\" href=\"#runs\">Skip to the runs</a>");
        if (sketches > 0)
        {
            page.Raw(FormattableString.Invariant(
                $"<div class=\"banner\" role=\"note\" aria-label=\"Warning\">{sketches} of {runs.Count} runs were made on SKETCH DATA, NOT FASHION-MNIST. They are marked; their figures say nothing about real images.</div>"));
        }

        page.Raw($"""
            <header class="page"><h1>All runs<small>{runs.Count} runs, {runs.Select(run => run.Experiment).Distinct().Count()} experiments</small></h1>
            <button type="button" class="tool" id="theme" hidden>Dark theme</button></header>
            <nav aria-label="Sections"><ul><li><a href="#runs">Runs</a></li><li><a href="#seeds">Over seeds</a></li><li><a href="#intervals">Intervals</a></li><li><a href="#curves">Curves</a></li><li><a href="#confusion">Confusion matrices</a></li>{(others.Count > 0 ? "<li><a href=\"#others\">Cross-validations and comparisons</a></li>" : "")}</ul></nav>
            <main>
            """);
        Section(page, "runs", "Runs", () => RunSetTables.Runs(page, runs, labels, Overlaid(runs)));
        Section(page, "seeds", "Means over seeds", () => RunSetTables.Seeds(page, runs));
        Section(page, "intervals", "Accuracy with its interval", () => Intervals(page, runs, labels));
        Section(page, "curves", "Learning curves, laid over each other", () => Curves(page, runs, labels));
        Section(page, "confusion", "Confusion matrices, side by side", () => Confusions(page, runs, labels));
        if (others.Count > 0)
            Section(page, "others", "Cross-validations and comparisons", () => RunSetTables.Others(page, others));
        page.Raw("</main>");
        return page.ToDocument("All runs", "wide", "set.js", "overlay.js");
    }

    /// <summary>Colour and dash of a run, the same in the table and in every chart; a script gives those of the runs that are shown, so that no two look alike.</summary>
    internal static (int Colour, int Dash) StyleOf(int run) => (run % Palette.Light.Series.Length, run / Palette.Light.Series.Length % LineChart.Dashes.Length);

    private static HashSet<int> Overlaid(IReadOnlyList<RunRecord> runs) =>
        [.. Enumerable.Range(0, runs.Count).Where(i => runs[i].History.Length > 0 && runs[i].DataSet.IsSketch == runs[0].DataSet.IsSketch).Take(OverlaidAtFirst)];

    private static void Section(HtmlPage page, string id, string heading, Action content)
    {
        page.Raw($"<section id=\"{id}\" aria-labelledby=\"{id}-heading\"><h2 id=\"{id}-heading\">{HtmlPage.Text(heading)}</h2>");
        content();
        page.Raw("</section>");
    }

    private static void Intervals(HtmlPage page, IReadOnlyList<RunRecord> runs, RunLabels labels)
    {
        // One figure a data set: figures of different data do not belong on one axis.
        var number = 0;
        foreach (var group in runs.GroupBy(run => (run.DataSet.Label, run.DataSet.IsSketch)))
        {
            page.Figure(IntervalPlot.Draw(
                FormattableString.Invariant($"intervals-{number++}"), $"Test accuracy on {(group.Key.IsSketch ? "sketch data" : group.Key.Label)}", "accuracy",
                [.. group.Take(IntervalsShown).Select(run => (labels[run], run.Accuracy, run.AccuracyInterval, run.Comparable?.Accuracy))],
                new FigureCaption(
                    $"Wilson's 95 % intervals: what to expect on other test rows, not on other seeds.{(group.Count() > IntervalsShown ? FormattableString.Invariant($" The {IntervalsShown} best of {group.Count()} runs.") : "")}",
                    group.First().DataSet.ShortWarning)));
        }
    }

    private static void Curves(HtmlPage page, IReadOnlyList<RunRecord> runs, RunLabels labels)
    {
        var charts = new (string Name, string Title, Func<EpochRecord, double?> Value)[]
        {
            ("val_accuracy", "Validation accuracy", epoch => epoch.ValidationAccuracy), ("val_loss", "Validation loss", epoch => epoch.ValidationLoss),
            ("accuracy", "Training accuracy", epoch => epoch.Accuracy), ("loss", "Training loss", epoch => epoch.Loss),
            ("test_accuracy", "Test accuracy", epoch => epoch.TestAccuracy), ("test_loss", "Test loss", epoch => epoch.TestLoss),
        };
        var drawn = charts.Select(chart => (chart.Name, chart.Title, Figure: Chart(runs, labels, chart.Name, chart.Title, chart.Value))).Where(chart => chart.Figure is not null).ToList();
        if (drawn.Count == 0)
        {
            page.Raw("<p>No run was trained in epochs.</p>");
            return;
        }

        page.Raw("<p class=\"muted hint\">Tick a run in the table above to show its curve here.</p>");
        page.Raw("<div class=\"filters\"><label>Show <select data-choose=\"charts\">");
        foreach (var (name, title, _) in drawn)
            page.Raw($"<option value=\"{name}\">{title}</option>");
        page.Raw("</select></label><button type=\"button\" id=\"untick\" hidden>Hide all curves</button><span id=\"overlaid\" class=\"muted\" role=\"status\"></span></div><ul id=\"legend\" class=\"legend\" hidden></ul>");
        page.Raw($"<div id=\"charts\" data-colours=\"{Palette.Light.Series.Length.ToString(CultureInfo.InvariantCulture)}\" data-dashes=\"{string.Join('|', LineChart.Dashes)}\">");
        foreach (var (name, _, figure) in drawn)
            page.Figure(figure!, name);
        page.Raw("</div>");
    }

    private static Figure? Chart(IReadOnlyList<RunRecord> runs, RunLabels labels, string name, string title, Func<EpochRecord, double?> value)
    {
        var series = new List<LineSeries>();
        for (var i = 0; i < runs.Count; i++)
        {
            var points = runs[i].History.Where(epoch => value(epoch) is { } y && double.IsFinite(y)).Select(epoch => ((double)epoch.Epoch, value(epoch)!.Value)).ToList();
            var (colour, dash) = StyleOf(i);
            if (points.Count > 0)
                series.Add(new LineSeries(labels[runs[i]], points, colour, dash, Dots: true, Key: i.ToString(CultureInfo.InvariantCulture)));
        }

        return series.Count == 0
            ? null
            : new LineChart
            {
                Name = $"overlay-{name}",
                Title = title + " by epoch",
                Description = string.Join(" ", series.Select(line => $"{line.Name} ends at {FixedDigits.Format(line.Points[^1].Y, 4)}.")),
                XLabel = "epoch",
                YLabel = title.ToLowerInvariant(),
                WholeX = true,
                Series = series,
                ShowLegend = false,
                Width = 1100,
                Height = 460,
            }.Draw(new FigureCaption(string.Join(", ", runs.Select(run => run.DataSet.Label).Distinct())));
    }

    /// <summary>Every matrix once; the script shows copies of two of them side by side. Without it all are there to scroll through.</summary>
    private static void Confusions(HtmlPage page, IReadOnlyList<RunRecord> runs, RunLabels labels)
    {
        page.Raw("<div class=\"pair\">");
        foreach (var (side, first) in new[] { ("left", 0), ("right", Math.Min(1, runs.Count - 1)) })
        {
            page.Raw($"<div><label>Run <select data-copy=\"matrix-{side}\" data-of=\"matrices\">");
            for (var i = 0; i < runs.Count; i++)
                page.Raw($"<option value=\"{i}\"{(i == first ? " selected" : "")}>{HtmlPage.Text(labels[runs[i]])}, {HtmlHeadline.Percent(runs[i].Accuracy)}</option>");
            page.Raw($"</select></label><div id=\"matrix-{side}\"></div></div>");
        }

        page.Raw("</div><div id=\"matrices\">");
        for (var i = 0; i < runs.Count; i++)
        {
            var data = runs[i].DataSet;
            var caption = new FigureCaption(FormattableString.Invariant($"{labels[runs[i]]} · {data.Name} · {data.TestRows:N0} test rows"), data.ShortWarning);
            page.Figure(
                ConfusionFigure.Draw(runs[i].Confusion, runs[i].ClassNames, caption, FormattableString.Invariant($"matrix-{i}")),
                i.ToString(CultureInfo.InvariantCulture));
        }

        page.Raw("</div>");
    }
}
