using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>The page that holds two runs against each other.</summary>
internal static class ComparisonPage
{
    public static IEnumerable<Figure> Figures(RunComparison comparison)
    {
        var runs = Runs(comparison);
        var data = comparison.First.DataSet;
        var caption = new FigureCaption(FormattableString.Invariant($"{(data.IsSketch ? "sketch data" : data.Name)} · {data.TestRows:N0} test rows"), data.ShortWarning);
        yield return IntervalPlot.Draw(
            "intervals", "Test accuracy", "accuracy", [.. runs.Select(run => (run.Name, run.Run.Accuracy, run.Run.AccuracyInterval, run.Run.Comparable?.Accuracy))],
            caption with { Text = caption.Text + " · Wilson's 95 % intervals" });
        if (runs.Any(run => !run.Run.History.IsEmpty))
        {
            yield return Curve(runs, "curve-loss", "Loss", epoch => epoch.Loss, epoch => epoch.ValidationLoss, caption);
            yield return Curve(runs, "curve-accuracy", "Accuracy", epoch => epoch.Accuracy, epoch => epoch.ValidationAccuracy, caption);
        }

        for (var i = 0; i < runs.Length; i++)
        {
            yield return ConfusionFigure.Draw(
                runs[i].Run.Confusion, runs[i].Run.ClassNames, caption with { Text = $"{runs[i].Name} · {caption.Text}" }, FormattableString.Invariant($"confusion-{i}"), runs[i].Name);
        }
    }

    public static string Render(RunComparison comparison, IReadOnlyList<Figure> figures, string command, DateTimeOffset time)
    {
        var data = comparison.First.DataSet;
        var page = new HtmlSections(
            $"{comparison.FirstName} against {comparison.SecondName}", $"{data.Label} · {time.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}", data.Warning);
        page.Add("result", "Result", content =>
        {
            content.Raw($"<div class=\"card\"><p class=\"finding\">{HtmlPage.Text(comparison.Finding.Sentence)}</p></div>");
            Overview(content, comparison);
            HtmlSections.Figures(content, figures.Where(figure => figure.Name == "intervals"));
        });
        page.Add("classes", "Class by class", content => Classes(content, comparison));
        var curves = figures.Where(figure => figure.Name.StartsWith("curve", StringComparison.Ordinal)).ToList();
        if (curves.Count > 0)
            page.Add("curves", "Learning curves, laid over each other", "Solid lines training, dashed lines validation.", curves);
        page.Add("confusion", "Confusion matrices, side by side", content =>
            HtmlSections.SideBySide(content, figures.Where(figure => figure.Name.StartsWith("confusion", StringComparison.Ordinal))));
        page.Add("again", "Compare them again", content =>
        {
            content.Raw($"<div class=\"command\"><pre tabindex=\"0\"><code id=\"command\">{HtmlPage.Text(command)}</code></pre><button type=\"button\" class=\"tool\" id=\"copy\" hidden>Copy</button></div>");
            foreach (var run in new[] { comparison.First, comparison.Second })
                content.Raw($"<p>{HtmlPage.Text(run.Name)} came of <code>{HtmlPage.Text(run.Command)}</code></p>");
        });
        return page.Render("wide");
    }

    private static (string Name, RunRecord Run)[] Runs(RunComparison comparison) =>
        [(comparison.FirstName, comparison.First), (comparison.SecondName, comparison.Second)];

    private static void Overview(HtmlPage page, RunComparison comparison) => page.Table(
        FormattableString.Invariant($"Right by {comparison.FirstName} alone: {comparison.Test.OnlyFirst:N0} rows; by {comparison.SecondName} alone: {comparison.Test.OnlySecond:N0} rows."),
        ["Run", "Accuracy", "95 % interval", "Log loss", "Macro F1", "Parameters", "Time", "Seed"],
        Runs(comparison).Select(run => (IReadOnlyList<HtmlCell>)
        [
            HtmlCell.Of(run.Name), HtmlCell.Meter(run.Run.Accuracy),
            HtmlCell.Of($"{FixedDigits.Format(run.Run.AccuracyInterval.Lower, 4)} to {FixedDigits.Format(run.Run.AccuracyInterval.Upper, 4)}"),
            HtmlCell.Of(run.Run.LogLoss), HtmlCell.Of(run.Run.MacroF1), run.Run.Parameters is { } parameters ? HtmlCell.Of(parameters) : HtmlCell.Of("–"),
            new HtmlCell(HtmlHeadline.Duration(run.Run.Duration), run.Run.Duration.TotalSeconds), HtmlCell.Of(run.Run.Seed),
        ]));

    private static void Classes(HtmlPage page, RunComparison comparison)
    {
        var (first, second) = (ClassificationReport.From(comparison.First.Confusion, comparison.First.ClassNames), ClassificationReport.From(comparison.Second.Confusion, comparison.Second.ClassNames));
        page.Table(
            "F1 of each class, and how much the second has more.",
            ["Class", comparison.FirstName, comparison.SecondName, "Difference"],
            first.Classes.Zip(second.Classes).Select(pair => (IReadOnlyList<HtmlCell>)
            [
                HtmlCell.Of(pair.First.Name), HtmlCell.Meter(pair.First.F1), HtmlCell.Meter(pair.Second.F1),
                new HtmlCell((pair.Second.F1 < pair.First.F1 ? "−" : "+") + FixedDigits.Format(Math.Abs(pair.Second.F1 - pair.First.F1), 4), pair.Second.F1 - pair.First.F1),
            ]),
            sortable: true);
    }

    private static Figure Curve(
        (string Name, RunRecord Run)[] runs, string name, string title, Func<EpochRecord, double> train, Func<EpochRecord, double?> validation, FigureCaption caption)
    {
        var series = new List<LineSeries>();
        for (var i = 0; i < runs.Length; i++)
        {
            var history = runs[i].Run.History;
            if (history.IsEmpty)
                continue;
            series.Add(new LineSeries(runs[i].Name, [.. history.Select(epoch => ((double)epoch.Epoch, train(epoch)))], i));
            var held = history.Where(epoch => validation(epoch) is not null).Select(epoch => ((double)epoch.Epoch, validation(epoch)!.Value)).ToList();
            if (held.Count > 0)
                series.Add(new LineSeries(runs[i].Name + ", validation", held, i, 1));
        }

        return new LineChart
        {
            Name = name,
            Title = $"{title} by epoch",
            Description = $"{title} by epoch of {string.Join(" and ", runs.Select(run => run.Name))}.",
            XLabel = "epoch",
            YLabel = title.ToLowerInvariant(),
            WholeX = true,
            Series = series,
        }.Draw(caption);
    }
}
