namespace MlNetFashion.Evaluation;

/// <summary>Lines over two axes: the drawing behind learning curves and every other plot of one number against another.</summary>
internal sealed record LineChart
{
    private const double LegendTop = 43;
    private const double LegendLine = 18;
    private const double PlotLeft = 58;

    /// <summary>How a dash of a series is written in SVG: solid, dashed, dotted, in long dashes, in dashes with a dot, with two dots between.</summary>
    internal static readonly string[] Dashes = ["", "7 4", "2 4", "15 6", "10 5 1 5", "10 5 1 5 1 5"];

    public required string Name { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string XLabel { get; init; }
    public required string YLabel { get; init; }
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>Whether x counts things, so that its ticks are whole numbers.</summary>
    public bool WholeX { get; init; }

    /// <summary>The ends of an axis; what the data spans where null.</summary>
    public (double Low, double High)? XRange { get; init; }

    public (double Low, double High)? YRange { get; init; }

    /// <summary>A vertical line worth pointing at, with its label.</summary>
    public (double X, string Label)? Mark { get; init; }

    /// <summary>Whether the lines are named above the plot; not where the page around it does.</summary>
    public bool ShowLegend { get; init; } = true;

    /// <summary>A dotted line from corner to corner, (0, 0) to (1, 1): what chance or perfection would draw.</summary>
    public bool Diagonal { get; init; }

    public double Width { get; init; } = 552;
    public double Height { get; init; } = 380;

    public Figure Draw(FigureCaption caption)
    {
        var points = Series.SelectMany(series => series.Points).Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToList();
        if (points.Count == 0)
            throw new ArgumentException($"The chart \"{Title}\" needs at least one point. Received: none.");

        var x = XRange ?? (points.Min(p => p.X), points.Max(p => p.X));
        var y = YRange ?? (points.Min(p => p.Y), points.Max(p => p.Y));
        var xTicks = AxisTicks.Enclosing(x.Low, x.High, WholeX ? 12 : 8, WholeX);
        var yTicks = AxisTicks.Enclosing(y.Low, y.High);
        var legend = ShowLegend ? PlaceLegend() : [];
        var top = ShowLegend ? legend[^1].Y + 19 : LegendTop + 4;
        var height = Height + top - (LegendTop + 19);
        var plot = new PlotArea(
            PlotLeft, top, Width - PlotLeft - 18, height - top - 66,
            XRange ?? (WholeX ? (x.Low, Math.Max(x.High, x.Low + 1)) : (xTicks.Values[0], xTicks.Values[^1])),
            (yTicks.Values[0], yTicks.Values[^1]));

        var svg = new SvgWriter();
        svg.Text(16, 26, Title, style: "title");
        Legend(svg, legend);
        Axes(svg, plot, xTicks, yTicks);
        if (Diagonal)
            svg.Element("line", ("class", "mark"), ("x1", plot.X(0)), ("y1", plot.Y(0)), ("x2", plot.X(1)), ("y2", plot.Y(1)));
        if (Mark is { } mark)
            DrawMark(svg, plot, mark.X, mark.Label);
        foreach (var series in Series)
        {
            if (series.Key is not null)
                svg.Open("g", ("data-run", series.Key));
            DrawSeries(svg, plot, series, xTicks, yTicks);
            if (series.Key is not null)
                svg.Close();
        }

        svg.Text(16, height - 10, caption.Text, style: "muted small");
        return new Figure(Name, Title, Description, Width, height, svg, caption);
    }

    /// <summary>Entries side by side as far as they go, in columns where they take several lines.</summary>
    private (double X, double Y)[] PlaceLegend()
    {
        var widths = Series.Select(series => 32 + TextWidth.Of(series.Name, 12) + 18).ToArray();
        var oneLine = widths.Sum() <= Width - 16;
        var column = oneLine ? 0 : widths.Max();
        var perLine = oneLine ? widths.Length : Math.Max(1, (int)((Width - 16) / column));
        return
        [
            .. Enumerable.Range(0, widths.Length)
                .Select(i => (16 + (oneLine ? widths.Take(i).Sum() : i % perLine * column), LegendTop + i / perLine * LegendLine)),
        ];
    }

    private void Legend(SvgWriter svg, (double X, double Y)[] places)
    {
        foreach (var (series, (x, y)) in Series.Zip(places))
        {
            svg.Element(
                "line", ("class", $"line series-{series.Colour}"), ("stroke-dasharray", Dashes[series.Dash]),
                ("x1", x), ("x2", x + 26), ("y1", y), ("y2", y));
            svg.Text(x + 32, y + 4, series.Name);
        }
    }

    private void Axes(SvgWriter svg, PlotArea plot, AxisTicks xTicks, AxisTicks yTicks)
    {
        // Where a script shows some of the lines alone, it has to know what their places mean, to draw the axes anew.
        var isScripted = Series.Any(series => series.Key is not null);
        if (isScripted)
        {
            double[] places = [plot.Left, plot.Top, plot.Right, plot.Bottom, plot.XRange.Low, plot.XRange.High, plot.YRange.Low, plot.YRange.High];
            svg.Open("g", ("data-plot", string.Join(' ', places.Select(place => FormattableString.Invariant($"{place:R}")))), ("data-whole", WholeX ? "true" : "false"));
        }

        foreach (var value in yTicks.Values)
        {
            svg.Element("line", ("class", "grid"), ("x1", plot.Left), ("x2", plot.Right), ("y1", plot.Y(value)), ("y2", plot.Y(value)));
            svg.Text(plot.Left - 8, plot.Y(value) + 4, yTicks.Label(value), "end", "muted");
        }

        foreach (var value in xTicks.Values.Where(plot.HoldsX))
        {
            svg.Element("line", ("class", "axis"), ("x1", plot.X(value)), ("x2", plot.X(value)), ("y1", plot.Bottom), ("y2", plot.Bottom + 4));
            svg.Text(plot.X(value), plot.Bottom + 18, xTicks.Label(value), "middle", "muted");
        }

        if (isScripted)
            svg.Close();
        svg.Element("line", ("class", "axis"), ("x1", plot.Left), ("x2", plot.Right), ("y1", plot.Bottom), ("y2", plot.Bottom));
        svg.Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, XLabel, "middle");
        var middle = (plot.Top + plot.Bottom) / 2;
        svg.TextElement(
            "text", YLabel, ("transform", $"translate(15 {SvgWriter.Number(middle)}) rotate(-90)"), ("text-anchor", "middle"));
    }

    private static void DrawMark(SvgWriter svg, PlotArea plot, double x, string label)
    {
        svg.Element("line", ("class", "mark"), ("x1", plot.X(x)), ("x2", plot.X(x)), ("y1", plot.Top), ("y2", plot.Bottom));
        var end = plot.X(x) > (plot.Left + plot.Right) / 2;
        svg.Text(plot.X(x) + (end ? -6 : 6), plot.Bottom - 8, label, end ? "end" : "start", "muted small");
    }

    private void DrawSeries(SvgWriter svg, PlotArea plot, LineSeries series, AxisTicks xTicks, AxisTicks yTicks)
    {
        var points = series.Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToList();
        svg.Element(
            "polyline", ("class", $"line series-{series.Colour}"), ("stroke-dasharray", Dashes[series.Dash]),
            ("points", string.Join(' ', points.Select(p => $"{SvgWriter.Number(plot.X(p.X))},{SvgWriter.Number(plot.Y(p.Y))}"))));
        if (!series.Dots || points.Count > 60)
            return;

        foreach (var (px, py) in points)
        {
            svg.Open("circle", ("class", $"fill-{series.Colour}"), ("cx", plot.X(px)), ("cy", plot.Y(py)), ("r", 3));
            svg.TextElement("title", $"{series.Name}, {XLabel} {xTicks.Label(px)}: {YLabel} {FixedDigits.Format(py, Math.Max(4, yTicks.Decimals))}");
            svg.Close();
        }
    }
}
