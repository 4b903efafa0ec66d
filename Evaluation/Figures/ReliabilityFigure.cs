namespace MlNetFashion.Evaluation;

/// <summary>How often a model is right against how sure it says it is, and below it how many rows it is that sure of.</summary>
public static class ReliabilityFigure
{
    private const double Width = 552;
    private const double Height = 438;

    /// <summary>Draws <paramref name="calibration"/>.</summary>
    public static Figure Draw(Calibration calibration, FigureCaption caption)
    {
        var plot = new PlotArea(58, 62, Width - 76, 210, (0, 1), (0, 1));
        var counts = new PlotArea(58, 300, Width - 76, 60, (0, 1), (0, Math.Max(1, calibration.Bins.Max(bin => bin.Count))));
        var svg = new SvgWriter();
        svg.Text(16, 26, "Reliability", style: "title");
        svg.Text(16, 45, $"Calibration error {FixedDigits.Format(calibration.ExpectedError, 4)}. On the dotted line a model is as often right as it says.", style: "muted");
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            svg.Element("line", ("class", "grid"), ("x1", plot.Left), ("x2", plot.Right), ("y1", plot.Y(share)), ("y2", plot.Y(share)));
            svg.Text(plot.Left - 8, plot.Y(share) + 4, FixedDigits.Format(share, 2), "end", "muted");
            svg.Text(plot.X(share), counts.Bottom + 18, FixedDigits.Format(share, 2), "middle", "muted");
        }

        foreach (var bin in calibration.Bins.Where(bin => bin.Count > 0))
        {
            Bar(svg, plot, bin, bin.Accuracy, "fill-0", $"{Range(bin)}: right {Percent(bin.Accuracy)}, sure {Percent(bin.Confidence)}");
            Bar(svg, counts, bin, bin.Count, "fill-4", FormattableString.Invariant($"{Range(bin)}: {bin.Count:N0} rows"));
            svg.Element(
                "line", ("class", "line series-1"), ("x1", plot.X(bin.Lower) + 2), ("x2", plot.X(bin.Upper) - 2),
                ("y1", plot.Y(bin.Confidence)), ("y2", plot.Y(bin.Confidence)));
        }

        svg.Element("line", ("class", "mark"), ("x1", plot.X(0)), ("y1", plot.Y(0)), ("x2", plot.X(1)), ("y2", plot.Y(1)));
        svg.Element("line", ("class", "axis"), ("x1", plot.Left), ("x2", plot.Right), ("y1", plot.Bottom), ("y2", plot.Bottom));
        svg.Element("line", ("class", "axis"), ("x1", plot.Left), ("x2", plot.Right), ("y1", counts.Bottom), ("y2", counts.Bottom));
        svg.TextElement("text", "share right", ("transform", "translate(15 167) rotate(-90)"), ("text-anchor", "middle"));
        svg.TextElement("text", "rows", ("transform", "translate(15 330) rotate(-90)"), ("text-anchor", "middle"));
        svg.Text((plot.Left + plot.Right) / 2, counts.Bottom + 36, "confidence (orange: its mean in the bin)", "middle");
        svg.Text(16, Height - 10, caption.Text, style: "muted small");
        return new Figure("reliability", "Reliability", Describe(calibration), Width, Height, svg, caption);
    }

    private static void Bar(SvgWriter svg, PlotArea plot, CalibrationBin bin, double value, string style, string title)
    {
        svg.Open("rect", ("class", style), ("x", plot.X(bin.Lower) + 2), ("y", plot.Y(value)), ("width", plot.X(bin.Upper) - plot.X(bin.Lower) - 4), ("height", plot.Bottom - plot.Y(value)));
        svg.TextElement("title", title);
        svg.Close();
    }

    private static string Describe(Calibration calibration) =>
        $"Expected calibration error {FixedDigits.Format(calibration.ExpectedError, 4)}, largest gap {FixedDigits.Format(calibration.MaximumError, 4)}. " +
        string.Join("; ", calibration.Bins.Where(bin => bin.Count > 0)
            .Select(bin => FormattableString.Invariant($"{Range(bin)}: {bin.Count:N0} rows, {Percent(bin.Accuracy)} right"))) + ".";

    private static string Range(CalibrationBin bin) => $"confidence {FixedDigits.Format(bin.Lower, 2)} to {FixedDigits.Format(bin.Upper, 2)}";

    private static string Percent(double share) => FixedDigits.Format(share * 100, 1) + " %";
}
