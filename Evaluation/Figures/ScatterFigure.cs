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

        foreach (var point in points)
            Mark(svg, point.Class, plot.X(point.X), plot.Y(point.Y), 2.6);
        for (var k = 0; k < classNames.Count; k++)
        {
            Mark(svg, k, plot.Right + 24, plot.Top + 12 + k * 20, 5);
            svg.Text(plot.Right + 36, plot.Top + 16 + k * 20, classNames[k]);
        }

        svg.Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, axes.X, "middle");
        svg.TextElement("text", axes.Y, ("transform", $"translate(15 {SvgWriter.Number((plot.Top + plot.Bottom) / 2)}) rotate(-90)"), ("text-anchor", "middle"));
        svg.Text(16, Height - 10, caption.Text, style: "muted small");
        return new Figure(name, title, FormattableString.Invariant($"{points.Count:N0} points of {classNames.Count} classes, {axes.Y} against {axes.X}."), Width, Height, svg, caption);
    }

    /// <summary>A disc for the first five classes, then a square, then a diamond: shape tells apart what colour repeats.</summary>
    private static void Mark(SvgWriter svg, int k, double x, double y, double size)
    {
        var colours = Palette.Light.Series.Length;
        var style = $"fill-{k % colours}";
        if (k / colours % 3 == 0)
            svg.Element("circle", ("class", style), ("cx", x), ("cy", y), ("r", size));
        else if (k / colours % 3 == 1)
            svg.Element("rect", ("class", style), ("x", x - size * 0.9), ("y", y - size * 0.9), ("width", size * 1.8), ("height", size * 1.8));
        else
            svg.Element("path", ("class", style), ("d", $"M{SvgWriter.Number(x)} {SvgWriter.Number(y - size * 1.3)}l{SvgWriter.Number(size * 1.3)} {SvgWriter.Number(size * 1.3)}l{SvgWriter.Number(-size * 1.3)} {SvgWriter.Number(size * 1.3)}l{SvgWriter.Number(-size * 1.3)} {SvgWriter.Number(-size * 1.3)}z"));
    }
}
