using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>
/// A confusion table as a picture: each cell carries its count and the share of its row, and is the darker the larger that share. The scale
/// goes with the square root of the share, since on a good model everything worth seeing lies off the diagonal, below a fifth.
/// </summary>
public static class ConfusionFigure
{
    private const double Cell = 58;
    private const double CellHeight = 42;
    private const double Top = 60;

    /// <summary>Draws <paramref name="counts"/>.</summary>
    /// <param name="counts">The table.</param>
    /// <param name="classNames">One name a class, in class order.</param>
    /// <param name="caption">What it was measured on.</param>
    /// <param name="name">A name for files and anchors, of its own within a page.</param>
    /// <param name="model">Whose it is, where there are others beside it.</param>
    /// <exception cref="ArgumentException">More or fewer names than classes.</exception>
    public static Figure Draw(
        ConfusionCounts counts, IReadOnlyList<string> classNames, FigureCaption caption, string name = "confusion-matrix", string? model = null)
    {
        if (classNames.Count != counts.Classes)
        {
            throw new ArgumentException(
                $"A table of {counts.Classes} classes needs as many names. Received: {classNames.Count}.", nameof(classNames));
        }

        var names = Math.Max(60, classNames.Max(name => TextWidth.Of(name, 12)));
        var left = names + 42;
        var bottom = Top + counts.Classes * CellHeight;
        var width = Math.Max(left + counts.Classes * Cell + 24, model is null ? 420 : 60 + TextWidth.Of($"Confusion matrix: {model}", 15));
        var slant = names * 0.6 + 20;
        var height = bottom + slant + 82;

        var svg = new SvgWriter();
        var title = model is null ? "Confusion matrix" : $"Confusion matrix: {model}";
        svg.Text(16, 26, title, style: "title");
        svg.Text(16, 45, "Rows: true class. Columns: predicted class. Each cell: count, and its share of the row.", style: "muted");
        Cells(svg, counts, classNames, left);
        for (var k = 0; k < counts.Classes; k++)
        {
            svg.Text(left - 10, Top + (k + 0.5) * CellHeight + 4, classNames[k], "end");
            var x = SvgWriter.Number(left + (k + 0.5) * Cell + 4);
            svg.TextElement(
                "text", classNames[k], ("transform", $"translate({x} {SvgWriter.Number(bottom + 16)}) rotate(-38)"), ("text-anchor", "end"));
        }

        svg.TextElement(
            "text", "true class", ("transform", $"translate(14 {SvgWriter.Number((Top + bottom) / 2)}) rotate(-90)"),
            ("text-anchor", "middle"), ("class", "muted"));
        svg.Text(left + counts.Classes * Cell / 2, bottom + slant + 16, "predicted class", "middle", "muted");
        Scale(svg, left, height - 44, counts.Classes * Cell);
        svg.Text(16, height - 10, caption.Text, style: "muted small");
        return new Figure(name, title, Describe(counts, classNames), width, height, svg, caption);
    }

    private static void Cells(SvgWriter svg, ConfusionCounts counts, IReadOnlyList<string> classNames, double left)
    {
        for (var actual = 0; actual < counts.Classes; actual++)
        {
            for (var predicted = 0; predicted < counts.Classes; predicted++)
            {
                var x = left + predicted * Cell;
                var y = Top + actual * CellHeight;
                var share = counts.RowFraction(actual, predicted);
                var step = Step(share, counts[actual, predicted]);
                svg.Open("g");
                svg.TextElement("title", Tooltip(counts, classNames, actual, predicted));
                svg.Element(
                    "rect", ("class", $"heat-{step}"),
                    ("x", x + 1), ("y", y + 1), ("width", Cell - 2), ("height", CellHeight - 2), ("rx", 3));
                Label(svg, counts[actual, predicted], share, x + Cell / 2, y, step, actual == predicted);
                svg.Close();
            }

            svg.Element(
                "rect", ("class", "diagonal"), ("x", left + actual * Cell + 1), ("y", Top + actual * CellHeight + 1),
                ("width", Cell - 2), ("height", CellHeight - 2), ("rx", 3));
        }
    }

    private static void Label(SvgWriter svg, long count, double share, double x, double y, int step, bool diagonal)
    {
        // A cell that holds nothing says so once: most do, and a second line of noughts would hide the others.
        var ink = $"heat-ink-{step}";
        svg.Text(x, count == 0 ? y + 25 : y + 18, Count(count), "middle", diagonal ? ink + " strong" : ink);
        if (count > 0)
            svg.Text(x, y + 33, Percent(share), "middle", ink + " small");
    }

    private static void Scale(SvgWriter svg, double left, double y, double width)
    {
        var steps = Palette.Light.Heat.Length;
        var each = Math.Min(30, width / steps);
        for (var step = 0; step < steps; step++)
            svg.Element("rect", ("class", $"heat-{step}"), ("x", left + step * each), ("y", y), ("width", each), ("height", 9));
        svg.Element("rect", ("class", "grid"), ("x", left), ("y", y), ("width", each * steps), ("height", 9));
        svg.Text(left - 10, y + 9, "share of row", "end", "muted small");
        foreach (var step in new[] { 1, 4, 7 })
            svg.Text(left + step * each, y + 21, $"{FixedDigits.Format(LowerEnd(step) * 100, 0)} %", "middle", "muted small");
        svg.Text(left + steps * each, y + 21, "100 %", "middle", "muted small");
    }

    /// <summary>The step of the scale: 0 for nothing at all, else 1 to 9 with the square root of the share.</summary>
    internal static int Step(double share, long count)
    {
        var last = Palette.Light.Heat.Length - 1;
        return count == 0 ? 0 : 1 + Math.Min(last - 1, (int)(Math.Sqrt(share) * last));
    }

    private static double LowerEnd(int step) => Math.Pow((step - 1.0) / (Palette.Light.Heat.Length - 1), 2);

    private static string Tooltip(ConfusionCounts counts, IReadOnlyList<string> names, int actual, int predicted) =>
        $"{names[actual]} {(actual == predicted ? "recognised" : "taken for " + names[predicted])}: " +
        $"{Count(counts[actual, predicted])} of {Count(counts.Support(actual))} ({Percent(counts.RowFraction(actual, predicted))})";

    private static string Describe(ConfusionCounts counts, IReadOnlyList<string> names)
    {
        var text = $"{Count(counts.Correct)} of {Count(counts.Total)} rows lie on the diagonal ({Percent(counts.Accuracy)}).";
        var worst = Enumerable.Range(0, counts.Classes * counts.Classes)
            .Select(i => (Actual: i / counts.Classes, Predicted: i % counts.Classes))
            .Where(pair => pair.Actual != pair.Predicted && counts[pair.Actual, pair.Predicted] > 0)
            .OrderByDescending(pair => counts[pair.Actual, pair.Predicted])
            .Take(3)
            .Select(pair => Tooltip(counts, names, pair.Actual, pair.Predicted))
            .ToList();
        return worst.Count == 0 ? text + " There are no confusions." : $"{text} Most frequent confusions: {string.Join("; ", worst)}.";
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
