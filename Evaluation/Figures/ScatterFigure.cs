namespace MlNetFashion.Evaluation;

/// <summary>Points in a plane, coloured and shaped by class: what principal components make of a data set.</summary>
public static class ScatterFigure
{
    private const double Width = 720;
    private const double Height = 560;
    private const double LegendWidth = 130;

    /// <summary>Draws points.</summary>
    /// <param name="name">A name for files.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="axes">What the two axes are.</param>
    /// <param name="points">Each with its class; at least one.</param>
    /// <param name="classNames">One name a class.</param>
    /// <param name="caption">Where they come from.</param>
    /// <exception cref="ArgumentException">No point, or a class without name.</exception>
    public static Figure Draw(
        string name, string title, (string X, string Y) axes, IReadOnlyList<(double X, double Y, int Class)> points,
        IReadOnlyList<string> classNames, FigureCaption caption)
    {
        if (points.Count == 0 || points.Any(point => (uint)point.Class >= (uint)classNames.Count))
            throw new ArgumentException($"A scatter plot needs at least one point, and a name for each class. Received: {points.Count} points, {classNames.Count} names.", nameof(points));

        var x = AxisTicks.Enclosing(points.Min(p => p.X), points.Max(p => p.X));
        var y = AxisTicks.Enclosing(points.Min(p => p.Y), points.Max(p => p.Y));
        var plot = new PlotArea(58, 44, Width - 58 - LegendWidth - 24, Height - 44 - 66, (x.Values[0], x.Values[^1]), (y.Values[0], y.Values[^1]));
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        foreach (var tick in x.Values)
        {
            svg.Element("line", ("class", "grid"), ("x1", plot.X(tick)), ("x2", plot.X(tick)), ("y1", plot.Top), ("y2", plot.Bottom));
            svg.Text(plot.X(tick), plot.Bottom + 18, x.Label(tick), "middle", "muted");
        }

        foreach (var tick in y.Values)
        {
            svg.Element("line", ("class", "grid"), ("x1", plot.Left), ("x2", plot.Right), ("y1", plot.Y(tick)), ("y2", plot.Y(tick)));
            svg.Text(plot.Left - 8, plot.Y(tick) + 4, y.Label(tick), "end", "muted");
        }

        for (var k = 0; k < classNames.Count; k++)
            Points(svg, plot, points.Where(point => point.Class == k), Style(k), Cap(k));
        Names(svg, plot, points, classNames);
        for (var k = 0; k < classNames.Count; k++)
        {
            svg.Element("path", ("class", $"dots sure {Style(k)}"), ("stroke-linecap", Cap(k)), ("stroke-width", 9), ("d", FormattableString.Invariant($"M{plot.Right + 24} {plot.Top + 12 + k * 20}h0.01")));
            svg.Text(plot.Right + 36, plot.Top + 16 + k * 20, classNames[k]);
        }

        svg.Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, axes.X, "middle");
        svg.TextElement("text", axes.Y, ("transform", $"translate(15 {SvgWriter.Number((plot.Top + plot.Bottom) / 2)}) rotate(-90)"), ("text-anchor", "middle"));
        svg.Text(16, Height - 10, caption.Text, style: "muted small");
        return new Figure(name, title, FormattableString.Invariant($"{points.Count:N0} points of {classNames.Count} classes, {axes.Y} against {axes.X}."), Width, Height, svg, caption);
    }

    /// <summary>Draws the points once for each class, that class alone in colour: where it lies among the others.</summary>
    /// <inheritdoc cref="Draw"/>
    public static Figure DrawEach(
        string name, string title, IReadOnlyList<(double X, double Y, int Class)> points, IReadOnlyList<string> classNames, FigureCaption caption)
    {
        const double panel = 132, gap = 10, top = 44, heading = 20;
        const int columns = 4, othersShown = 600;
        if (points.Count == 0 || points.Any(point => (uint)point.Class >= (uint)classNames.Count))
            throw new ArgumentException($"A scatter plot needs at least one point, and a name for each class. Received: {points.Count} points, {classNames.Count} names.", nameof(points));

        var rows = (classNames.Count + columns - 1) / columns;
        var height = top + rows * (panel + heading + gap) + 26;
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        for (var k = 0; k < classNames.Count; k++)
        {
            double left = 16 + k % columns * (panel + gap), above = top + k / columns * (panel + heading + gap) + heading;
            var plot = new PlotArea(left + 4, above + 4, panel - 8, panel - 8, Ends(points.Select(p => p.X)), Ends(points.Select(p => p.Y)));
            svg.Text(left, above - 6, classNames[k]);
            svg.Element("rect", ("class", "frame"), ("x", left), ("y", above), ("width", panel), ("height", panel), ("rx", 4));
            var others = points.Where(point => point.Class != k).ToList();
            var step = Math.Max(1, others.Count / othersShown);
            Points(svg, plot, others.Where((_, i) => i % step == 0), "others", "round", 2.5);
            Points(svg, plot, points.Where(point => point.Class == k), "series-0", "round", 2.5);
        }

        svg.Text(16, height - 10, caption.Text, style: "muted small");
        return new Figure(
            name, title, $"{classNames.Count} panels, one a class: {string.Join(", ", classNames)}.", 16 + columns * (panel + gap) + 6, height, svg, caption);

        static (double, double) Ends(IEnumerable<double> values) => (values.Min(), values.Max() + 1e-9);
    }

    /// <summary>All points of a class in one path: a line of no length each, whose caps are the mark.</summary>
    private static void Points(SvgWriter svg, PlotArea plot, IEnumerable<(double X, double Y, int Class)> points, string style, string cap, double size = 4.6)
    {
        var path = string.Concat(points.Select(point => FormattableString.Invariant($"M{plot.X(point.X):0.#} {plot.Y(point.Y):0.#}h0.01")));
        if (path.Length > 0)
            svg.Element("path", ("class", $"dots {style}"), ("stroke-linecap", cap), ("stroke-width", size), ("d", path));
    }

    /// <summary>Each class's name where it lies, pushed down where another's stands already.</summary>
    private static void Names(SvgWriter svg, PlotArea plot, IReadOnlyList<(double X, double Y, int Class)> points, IReadOnlyList<string> classNames)
    {
        const double line = 15;
        var placed = new List<(double X, double Y, double Half)>();
        foreach (var (k, x, y) in points.GroupBy(point => point.Class).Select(own => (own.Key, X: plot.X(own.Average(p => p.X)), Y: plot.Y(own.Average(p => p.Y)))).OrderBy(name => name.Y))
        {
            var half = TextWidth.Of(classNames[k], 12) / 2 + 4;
            var free = y + 4;
            while (placed.Any(other => Math.Abs(other.X - x) < other.Half + half && Math.Abs(other.Y - free) < line))
                free += 2;
            placed.Add((x, free, half));
            svg.Text(x, free, classNames[k], "middle", "strong halo");
        }
    }

    private static string Style(int k) => $"series-{k % Palette.Light.Series.Length}";

    /// <summary>Discs for the first five classes, then squares: shape tells apart what colour repeats; the names in the plot do for more.</summary>
    private static string Cap(int k) => k / Palette.Light.Series.Length % 2 == 0 ? "round" : "square";
}
