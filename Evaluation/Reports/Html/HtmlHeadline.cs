namespace MlNetFashion.Evaluation;

/// <summary>The result at a glance: accuracy with its interval, and the figures one asks for next.</summary>
internal static class HtmlHeadline
{
    public static void Write(HtmlPage page, RunContent run)
    {
        var evaluation = run.Evaluation;
        var interval = evaluation.AccuracyInterval;

        // What was reported was measured on real images; on any other it compares with nothing.
        var reported = run.Description.DataSet.IsSketch ? null : run.Description.Reported;
        page.Raw("<section id=\"result\" aria-label=\"Result\"><div class=\"headline\">");
        page.Raw($"""
            <div class="card">
            <div class="muted">Test accuracy</div>
            <div class="score">{FixedDigits.Format(evaluation.Accuracy * 100, 2)} <span>%</span></div>
            {IntervalBar(evaluation, reported)}
            <p><b>95 % interval: {Percent(interval.Lower, "")} to {Percent(interval.Upper)}</b> (Wilson).</p>
            <p>{HtmlPage.Text(Sentence(run))}</p>
            {Reported(evaluation, reported)}
            </div>
            """);
        page.Raw("<dl class=\"tiles\">");
        Tile(page, "Wrong", FormattableString.Invariant($"{run.Wrong.Total:N0}"), FormattableString.Invariant($"of {evaluation.Predictions.Count:N0} test rows"));
        Tile(page, "Log loss", FixedDigits.Format(evaluation.LogLoss, 4), "nats a row");
        Tile(page, "Macro F1", FixedDigits.Format(evaluation.Report.Macro.F1, 4), "mean over classes");
        if (evaluation.Predictions.Classes >= 3)
            Tile(page, "Among the first 3", Percent(evaluation.TopK(3)), "top-3 accuracy");
        if (run.Supplement.TrainAccuracy is { } train)
            Tile(page, "Train minus test", Difference(train - evaluation.Accuracy, ""), $"points; {Percent(train)} on the training rows");
        if (run.History.Count > 0)
            Tile(page, "Epochs", FormattableString.Invariant($"{run.History[^1].Epoch}"), run.Curves?.BestEpoch is { } best ? $"validation best at {best}" : null);
        if (run.Description.Model is { } model)
            Tile(page, "Parameters", FormattableString.Invariant($"{model.TotalParameters:N0}"), model.Name);
        if (run.Description.Durations is { Count: > 0 } stages)
        {
            var longest = stages.MaxBy(stage => stage.Value);
            var all = Duration(TimeSpan.FromTicks(stages.Sum(stage => stage.Value.Ticks)));
            Tile(
                page, HtmlTables.Heading(longest.Key), Duration(longest.Value),
                HtmlPage.Text($"all stages {all}; {run.Description.Processor.Split(',')[0]}"));
        }

        page.Raw("</dl></div></section>");
    }

    public static string Percent(double share, string unit = " %") => FixedDigits.Format(share * 100, 2) + unit;

    public static string Duration(TimeSpan time) => time.TotalSeconds < 60
        ? FixedDigits.Format(time.TotalSeconds, 1) + " s"
        : FormattableString.Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s");

    private static string Reported(TestEvaluation evaluation, ReportedResult? reported) => reported is null
        ? ""
        : $"<p class=\"muted\">Reported by {HtmlPage.Text(reported.Source)}: <b>{Percent(reported.Accuracy)}</b>, the line across the bar. " +
          $"Here: {Difference(evaluation.Accuracy - reported.Accuracy)}.</p>";

    public static string Difference(double difference, string unit = " points") =>
        (difference < 0 ? "−" : "+") + FixedDigits.Format(Math.Abs(difference) * 100, 2) + unit;

    private static void Tile(HtmlPage page, string name, string value, string? note) =>
        page.Raw($"<div><dt>{HtmlPage.Text(name)}</dt><dd>{value}{(note is null ? "" : $"<small>{note}</small>")}</dd></div>");

    private static string Sentence(RunContent run)
    {
        var data = run.Description.DataSet;
        var rows = FormattableString.Invariant($"{run.Evaluation.Predictions.Count:N0}");
        return data.IsSketch
            ? $"Measured on {rows} pictures of the sketch data, drawn by program. Not a Fashion-MNIST figure. Seed {run.Description.Seed}."
            : $"Measured once on the {rows} test images of {data.Name}, which the model never saw in training. Seed {run.Description.Seed}.";
    }

    /// <summary>The interval on a stretch of the axis about five times its width, with the figure reported elsewhere as a line.</summary>
    private static string IntervalBar(TestEvaluation evaluation, ReportedResult? reported)
    {
        var interval = evaluation.AccuracyInterval;
        var margin = Math.Max(2 * (interval.Upper - interval.Lower), 0.01);
        var low = Math.Max(0, Math.Floor((Math.Min(interval.Lower, reported?.Accuracy ?? 1) - margin) * 100) / 100);
        var high = Math.Min(1, Math.Ceiling((Math.Max(interval.Upper, reported?.Accuracy ?? 0) + margin) * 100) / 100);
        var line = reported is null
            ? ""
            : $"<b style=\"left:{Place(reported.Accuracy)}%\" title=\"reported: {Percent(reported.Accuracy)}\"></b>";
        return $"""
            <div class="interval" aria-hidden="true"><i style="left:{Place(interval.Lower)}%;width:{SvgWriter.Number((interval.Upper - interval.Lower) / (high - low) * 100)}%"></i>{line}</div>
            <div class="ends" aria-hidden="true"><span>{FixedDigits.Format(low * 100, 0)} %</span><span>{FixedDigits.Format(high * 100, 0)} %</span></div>
            """;

        string Place(double value) => SvgWriter.Number((value - low) / (high - low) * 100);
    }
}
