namespace MlNetFashion.Evaluation;

/// <summary>A number for each class as a bar: how many rows it has, how bright it is. Several groups side by side.</summary>
public static class ClassBars
{
    private const double Width = 720;
    private const double Bar = 13;
    private const double Top = 66;

    /// <summary>Draws a row of bars for each class, one bar a group.</summary>
    /// <param name="name">A name for files.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="quantity">The axis.</param>
    /// <param name="classNames">One a class.</param>
    /// <param name="groups">At least one and at most five, each with a number of at least 0 for every class.</param>
    /// <param name="decimals">With how many the numbers are written.</param>
    /// <param name="caption">Where they come from.</param>
    /// <exception cref="ArgumentException">No group, or one with more or fewer numbers than classes.</exception>
    public static Figure Draw(
        string name, string title, string quantity, IReadOnlyList<string> classNames, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> groups,
        int decimals, FigureCaption caption)
    {
        if (groups.Count is 0 or > 5 || groups.Any(group => group.Values.Count != classNames.Count))
            throw new ArgumentException($"Bars need one to five groups with {classNames.Count} numbers each. Received: {groups.Count} groups.", nameof(groups));

        var ticks = AxisTicks.Enclosing(0, groups.Max(group => group.Values.Max()));
        var left = classNames.Max(label => TextWidth.Of(label, 12)) + 28;
        var row = groups.Count * Bar + 10;
        var plot = new PlotArea(left, Top, Width - left - 70, classNames.Count * row, (0, ticks.Values[^1]), (0, 1));
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        var x = 16.0;
        for (var g = 0; g < groups.Count; g++)
        {
            svg.Element("rect", ("class", $"fill-{g}"), ("x", x), ("y", 38), ("width", 12), ("height", 10), ("rx", 2));
            svg.Text(x + 18, 47, groups[g].Name);
            x += 36 + TextWidth.Of(groups[g].Name, 12);
        }

        foreach (var tick in ticks.Values)
        {
            svg.Element("line", ("class", "grid"), ("x1", plot.X(tick)), ("x2", plot.X(tick)), ("y1", plot.Top), ("y2", plot.Bottom));
            svg.Text(plot.X(tick), plot.Bottom + 18, ticks.Label(tick), "middle", "muted");
        }

        for (var k = 0; k < classNames.Count; k++)
        {
            var top = Top + k * row + 5;
            svg.Text(left - 10, top + groups.Count * Bar / 2 + 4, classNames[k], "end");
            for (var g = 0; g < groups.Count; g++)
            {
                var value = groups[g].Values[k];
                svg.Element("rect", ("class", $"fill-{g}"), ("x", plot.Left), ("y", top + g * Bar), ("width", Math.Max(0, plot.X(value) - plot.Left)), ("height", Bar - 2), ("rx", 2));
                svg.Text(plot.X(value) + 5, top + g * Bar + 9.5, FixedDigits.Format(value, decimals), style: "muted small");
            }
        }

        svg.Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, quantity, "middle");
        var height = plot.Bottom + 66;
        svg.Text(16, height - 10, caption.Text, style: "muted small");
        var words = string.Join(" ", groups.Select(group => $"{group.Name}: {string.Join(", ", classNames.Zip(group.Values, (c, v) => $"{c} {FixedDigits.Format(v, decimals)}"))}."));
        return new Figure(name, title, $"{quantity} of each class. {words}", Width, height, svg, caption);
    }
}
