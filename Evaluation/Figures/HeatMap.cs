namespace MlNetFashion.Evaluation;

/// <summary>A table of values over two choices, as a grid search leaves it: the darker the higher, the best one framed.</summary>
public static class HeatMap
{
    private const double CellHeight = 34;
    private const double Top = 52;

    /// <summary>Draws the table.</summary>
    /// <param name="name">A name for files.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="rowLabels">The first choice and its values, downwards.</param>
    /// <param name="columnLabels">The second choice and its values, across.</param>
    /// <param name="values">[row, column]; NaN where nothing was measured.</param>
    /// <param name="caption">What it was measured on.</param>
    /// <exception cref="ArgumentException">Labels that do not fit the table, or a table without a value.</exception>
    public static Figure Draw(
        string name, string title, (string Name, IReadOnlyList<string> Values) rowLabels, (string Name, IReadOnlyList<string> Values) columnLabels,
        double[,] values, FigureCaption caption)
    {
        int rows = values.GetLength(0), columns = values.GetLength(1);
        if (rowLabels.Values.Count != rows || columnLabels.Values.Count != columns)
        {
            throw new ArgumentException(
                $"A table of {rows} by {columns} needs as many labels. Received: {rowLabels.Values.Count} and {columnLabels.Values.Count}.", nameof(values));
        }

        var measured = values.Cast<double>().Where(double.IsFinite).ToList();
        if (measured.Count == 0)
            throw new ArgumentException("A heat map needs at least one value. Received: none.", nameof(values));

        double low = measured.Min(), high = measured.Max();
        var cell = Math.Max(62, columnLabels.Values.Max(label => TextWidth.Of(label, 12)) + 12);
        var left = Math.Max(TextWidth.Of(rowLabels.Name, 12), rowLabels.Values.Max(label => TextWidth.Of(label, 12))) + 30;
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        svg.Text(left - 12, Top + 12, rowLabels.Name, "end", "muted");
        for (var column = 0; column < columns; column++)
            svg.Text(left + (column + 0.5) * cell, Top + 12, columnLabels.Values[column], "middle");
        for (var row = 0; row < rows; row++)
        {
            var y = Top + 22 + row * CellHeight;
            svg.Text(left - 12, y + 21, rowLabels.Values[row], "end");
            for (var column = 0; column < columns; column++)
                Cell(svg, values[row, column], low, high, left + column * cell, y, cell, values[row, column] == high);
        }

        var bottom = Top + 22 + rows * CellHeight;
        svg.Text(left + columns * cell / 2, bottom + 20, columnLabels.Name, "middle", "muted");
        svg.Text(16, bottom + 46, caption.Text, style: "muted small");
        var width = Math.Max(left + columns * cell + 20, TextWidth.Of(title, 15) + 40);
        return new Figure(name, title, Describe(rowLabels, columnLabels, values, low, high), width, bottom + 58, svg, caption);
    }

    private static void Cell(SvgWriter svg, double value, double low, double high, double x, double y, double width, bool best)
    {
        var step = !double.IsFinite(value) ? 0 : high > low ? 1 + (int)Math.Round((value - low) / (high - low) * 8) : 5;
        svg.Element("rect", ("class", $"heat-{step}"), ("x", x + 1), ("y", y + 1), ("width", width - 2), ("height", CellHeight - 2), ("rx", 3));
        if (best)
            svg.Element("rect", ("class", "line series-1"), ("x", x + 2), ("y", y + 2), ("width", width - 4), ("height", CellHeight - 4), ("rx", 3));
        svg.Text(x + width / 2, y + 21, double.IsFinite(value) ? FixedDigits.Format(value, 4) : "–", "middle", $"heat-ink-{step}{(best ? " strong" : "")}");
    }

    private static string Describe(
        (string Name, IReadOnlyList<string> Values) rows, (string Name, IReadOnlyList<string> Values) columns, double[,] values, double low, double high)
    {
        var best = Enumerable.Range(0, values.Length).First(i => values[i / values.GetLength(1), i % values.GetLength(1)] == high);
        return $"{rows.Name} by {columns.Name}, from {FixedDigits.Format(low, 4)} to {FixedDigits.Format(high, 4)}; the highest at {rows.Name} " +
            $"{rows.Values[best / values.GetLength(1)]}, {columns.Name} {columns.Values[best % values.GetLength(1)]}.";
    }
}
