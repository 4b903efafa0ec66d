namespace MlNetFashion.Evaluation;

/// <summary>Figures with their intervals, one below the other, and what was reported elsewhere as an open square.</summary>
public static class IntervalPlot
{
    private const double NarrowestPlot = 500;
    private const int LongestLabel = 80;
    private const double RowHeight = 24;
    private const double Top = 62;

    /// <summary>Draws one row a figure.</summary>
    /// <param name="name">A name for files.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="quantity">The axis, as "accuracy".</param>
    /// <param name="rows">At least one.</param>
    /// <param name="caption">What it was measured on.</param>
    /// <exception cref="ArgumentException">No row.</exception>
    public static Figure Draw(
        string name, string title, string quantity, IReadOnlyList<(string Name, double Value, Interval Interval, double? Reported)> rows, FigureCaption caption)
    {
        if (rows.Count == 0)
            throw new ArgumentException("An interval plot needs at least one figure. Received: none.", nameof(rows));

        var ends = rows.SelectMany(row => new[] { row.Interval.Lower, row.Interval.Upper, row.Reported ?? row.Value }).ToList();
        var ticks = AxisTicks.Enclosing(ends.Min(), ends.Max(), 8);
        var left = rows.Max(row => TextWidth.Of(Shorten(row.Name), 12)) + 34;
        var width = Math.Max(860, left + NarrowestPlot);
        var plot = new PlotArea(left, Top, width - left - 24, rows.Count * RowHeight, (ticks.Values[0], ticks.Values[^1]), (0, 1));
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        svg.Text(16, 45, rows.Any(row => row.Reported is not null) ? "Dot: here, with its 95 % interval. Open square: as reported." : "Dot: the figure, with its 95 % interval.", style: "muted");
        foreach (var tick in ticks.Values)
        {
            svg.Element("line", ("class", "grid"), ("x1", plot.X(tick)), ("x2", plot.X(tick)), ("y1", plot.Top), ("y2", plot.Bottom));
            svg.Text(plot.X(tick), plot.Bottom + 18, ticks.Label(tick), "middle", "muted");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (label, value, interval, reported) = rows[i];
            var y = Top + (i + 0.5) * RowHeight;
            svg.Open("g");
            svg.TextElement("title", Describe(rows[i]));
            svg.Text(left - 14, y + 4, Shorten(label), "end");
            svg.Element("line", ("class", "line series-0"), ("x1", plot.X(interval.Lower)), ("x2", plot.X(interval.Upper)), ("y1", y), ("y2", y));
            svg.Element("circle", ("class", "fill-0"), ("cx", plot.X(value)), ("cy", y), ("r", 4.5));
            if (reported is { } other)
                svg.Element("rect", ("class", "line series-1"), ("x", plot.X(other) - 5), ("y", y - 5), ("width", 10), ("height", 10));
            svg.Close();
        }

        svg.Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, quantity, "middle");
        svg.Text(16, plot.Bottom + 58, caption.Text, style: "muted small");
        return new Figure(name, title, string.Join(" ", rows.Select(Describe)), width, plot.Bottom + 70, svg, caption);
    }

    private static string Shorten(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";

    private static string Describe((string Name, double Value, Interval Interval, double? Reported) row) =>
        $"{row.Name}: {FixedDigits.Format(row.Value, 4)}, {FixedDigits.Format(row.Interval.Lower, 4)} to {FixedDigits.Format(row.Interval.Upper, 4)}" +
        (row.Reported is { } reported ? $", reported {FixedDigits.Format(reported, 4)}." : ".");
}
