namespace MlNetFashion.Evaluation;

/// <summary>
/// Groups of values side by side: every value as a dot; a box from the first to the third quartile with the median across; whiskers to the
/// furthest value within one and a half box lengths (J. W. Tukey, "Exploratory Data Analysis", 1977).
/// </summary>
public static class BoxPlot
{
    private const double Width = 720;
    private const double RowHeight = 44;
    private const double Top = 62;

    /// <summary>Draws one row a group.</summary>
    /// <param name="name">A name for files, as "fold-accuracy".</param>
    /// <param name="title">What is shown.</param>
    /// <param name="quantity">The axis, as "accuracy".</param>
    /// <param name="groups">At least one, each with at least one value.</param>
    /// <param name="caption">What it was measured on.</param>
    /// <exception cref="ArgumentException">No group, or a group without values.</exception>
    public static Figure Draw(
        string name, string title, string quantity, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> groups, FigureCaption caption)
    {
        if (groups.Count == 0 || groups.Any(group => group.Values.Count == 0))
            throw new ArgumentException($"A box plot needs at least one group, and a value in each. Received: {groups.Count} groups.", nameof(groups));

        var values = groups.SelectMany(group => group.Values).ToList();
        var ticks = AxisTicks.Enclosing(values.Min(), values.Max());
        var left = Math.Max(60, groups.Max(group => TextWidth.Of(group.Name, 12))) + 28;
        var plot = new PlotArea(left, Top, Width - left - 24, groups.Count * RowHeight, (ticks.Values[0], ticks.Values[^1]), (0, 1));
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        svg.Text(16, 45, "Dots: the values. Box: the middle half of them. Line across it: the median.", style: "muted");
        foreach (var tick in ticks.Values)
        {
            svg.Element("line", ("class", "grid"), ("x1", plot.X(tick)), ("x2", plot.X(tick)), ("y1", plot.Top), ("y2", plot.Bottom));
            svg.Text(plot.X(tick), plot.Bottom + 18, ticks.Label(tick), "middle", "muted");
        }

        for (var i = 0; i < groups.Count; i++)
            Row(svg, plot, groups[i].Name, groups[i].Values, Top + (i + 0.5) * RowHeight);
        svg.Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, quantity, "middle");
        var height = plot.Bottom + 66;
        svg.Text(16, height - 10, caption.Text, style: "muted small");
        return new Figure(name, title, string.Join(" ", groups.Select(Describe)), Width, height, svg, caption);
    }

    private static void Row(SvgWriter svg, PlotArea plot, string name, IReadOnlyList<double> values, double y)
    {
        double[] sorted = [.. values.Order()];
        double lower = Bootstrap.Quantile(sorted, 0.25), middle = Bootstrap.Quantile(sorted, 0.5), upper = Bootstrap.Quantile(sorted, 0.75);
        var reach = 1.5 * (upper - lower);
        svg.Text(plot.Left - 12, y + 4, name, "end");
        svg.Element(
            "line", ("class", "axis"), ("y1", y), ("y2", y),
            ("x1", plot.X(sorted.First(v => v >= lower - reach))), ("x2", plot.X(sorted.Last(v => v <= upper + reach))));
        svg.Element(
            "rect", ("class", "box"), ("x", plot.X(lower)), ("y", y - 11), ("width", plot.X(upper) - plot.X(lower)), ("height", 22), ("rx", 2));
        svg.Element("line", ("class", "line series-1"), ("x1", plot.X(middle)), ("x2", plot.X(middle)), ("y1", y - 11), ("y2", y + 11));
        foreach (var value in sorted)
        {
            svg.Open("circle", ("class", "fill-0"), ("cx", plot.X(value)), ("cy", y), ("r", 3));
            svg.TextElement("title", $"{name}: {FixedDigits.Format(value, 4)}");
            svg.Close();
        }
    }

    private static string Describe((string Name, IReadOnlyList<double> Values) group)
    {
        double[] sorted = [.. group.Values.Order()];
        return FormattableString.Invariant($"{group.Name}: {sorted.Length} values, median ") +
            $"{FixedDigits.Format(Bootstrap.Quantile(sorted, 0.5), 4)}, from {FixedDigits.Format(sorted[0], 4)} to {FixedDigits.Format(sorted[^1], 4)}.";
    }
}
