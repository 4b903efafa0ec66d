namespace MlNetFashion.Evaluation;

/// <summary>
/// The points of a search as lines through parallel axes (A. Inselberg, "The plane with parallel coordinates", 1985): one axis a choice,
/// the last one the result. Stronger lines are better; the best is drawn last and thick.
/// </summary>
public static class ParallelView
{
    private const double Height = 420;
    private const double Top = 74;
    private const double AxisGap = 150;

    /// <summary>Draws the points.</summary>
    /// <param name="name">A name for files.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="axes">The choices, by name.</param>
    /// <param name="result">What the last axis measures.</param>
    /// <param name="points">A value for each choice, and the result; at least one.</param>
    /// <param name="caption">What it was measured on.</param>
    /// <exception cref="ArgumentException">No point, or one with more or fewer values than axes.</exception>
    public static Figure Draw(
        string name, string title, IReadOnlyList<string> axes, string result, IReadOnlyList<(IReadOnlyList<string> Values, double Result)> points, FigureCaption caption)
    {
        if (points.Count == 0 || points.Any(point => point.Values.Count != axes.Count || !double.IsFinite(point.Result)))
            throw new ArgumentException($"A parallel view needs at least one point, with {axes.Count} values and a result each. Received: {points.Count} points.", nameof(points));

        var choices = axes.Select((_, axis) => ParallelAxis.Of([.. points.Select(point => point.Values[axis])])).ToList();
        var ticks = AxisTicks.Enclosing(points.Min(point => point.Result), points.Max(point => point.Result));
        var left = 40 + (choices.Count == 0 ? 0 : Math.Max(choices[0].LabelWidth, TextWidth.Of(axes[0], 12) / 2 - 24));
        var gap = Math.Max(AxisGap, Math.Max(choices.Count == 0 ? 0 : choices.Max(choice => choice.LabelWidth) + 60, axes.Count == 0 ? 0 : axes.Max(axis => TextWidth.Of(axis, 12)) + 20));
        var width = left + axes.Count * gap + Math.Max(90, TextWidth.Of(result, 13) / 2 + 24);
        var plot = new PlotArea(left, Top, axes.Count * gap, Height - Top - 50, (0, axes.Count), (ticks.Values[0], ticks.Values[^1]));
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        svg.Text(16, 45, "A line is a point of the search: the stronger its colour the better, the best is thick.", style: "muted");
        var ordered = points.OrderBy(point => point.Result).ToList();
        var heights = choices.Select((choice, axis) => choice.Places([.. ordered.Select(point => point.Values[axis])])).ToList();
        for (var axis = 0; axis < axes.Count; axis++)
            Axis(svg, plot, axis, axes[axis]);
        Axis(svg, plot, axes.Count, result);
        for (var i = 0; i < ordered.Count; i++)
            Line(svg, plot, axes, [.. heights.Select(places => plot.Bottom - places[i] * plot.Height)], ordered[i], result, Shade(i, ordered.Count), i == ordered.Count - 1);
        for (var axis = 0; axis < axes.Count; axis++)
        {
            foreach (var (label, place) in choices[axis].Labels)
                svg.Text(plot.X(axis) - 8, plot.Bottom - place * plot.Height + 4, label, "end", "halo");
        }

        foreach (var tick in ticks.Values)
            svg.Text(plot.Right + 8, plot.Y(tick) + 4, ticks.Label(tick), style: "muted");
        svg.Text(16, Height - 10, caption.Text, style: "muted small");
        var best = ordered[^1];
        var words = string.Join(", ", axes.Zip(best.Values, (axis, value) => $"{axis} {value}"));
        return new Figure(name, title, FormattableString.Invariant($"{points.Count} points of a search. The best, {result} {FixedDigits.Format(best.Result, 4)}: {words}."), width, Height, svg, caption);
    }

    private static void Line(
        SvgWriter svg, PlotArea plot, IReadOnlyList<string> axes, IReadOnlyList<double> heights, (IReadOnlyList<string> Values, double Result) point, string result, int shade, bool best)
    {
        var places = heights.Select((y, axis) => (X: plot.X(axis), Y: y)).Append((X: plot.Right, Y: plot.Y(point.Result)));
        svg.Open(
            "polyline", ("class", best ? "line series-1" : "line"), ("style", best ? "stroke-width:4" : $"stroke:var(--heat-{shade})"),
            ("points", string.Join(' ', places.Select(p => $"{SvgWriter.Number(p.X)},{SvgWriter.Number(p.Y)}"))));
        svg.TextElement("title", $"{string.Join(", ", axes.Zip(point.Values, (axis, value) => $"{axis} {value}"))}: {result} {FixedDigits.Format(point.Result, 4)}");
        svg.Close();
    }

    private static void Axis(SvgWriter svg, PlotArea plot, int axis, string name)
    {
        svg.Element("line", ("class", "axis"), ("x1", plot.X(axis)), ("x2", plot.X(axis)), ("y1", plot.Top), ("y2", plot.Bottom));
        svg.Text(plot.X(axis), plot.Bottom + 20, name, "middle", "strong");
    }

    /// <summary>From the third step of the scale on: paler ones would vanish in the paper.</summary>
    private static int Shade(int rank, int count) => 3 + (int)((Palette.Light.Heat.Length - 4) * (count == 1 ? 1.0 : (double)rank / (count - 1)));
}
