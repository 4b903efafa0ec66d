using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>One prediction as a card: the picture if there is one, what it is and what it was taken for, and a bar for each class.</summary>
public sealed record PredictionCard
{
    /// <summary>Width of a card in pixels.</summary>
    internal const double Width = 312;

    private const double ImageSize = 112;
    private const double BodyTop = 48;
    private const double BarLeft = 210;
    private const double BarWidth = 68;
    private const double LineHeight = 13.5;

    /// <summary>A name of its own within a page, as "wrong-17".</summary>
    public required string Name { get; init; }

    /// <summary>What the picture is called, as "test row 17".</summary>
    public required string Heading { get; init; }

    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>One score a class, 0 to 1.</summary>
    public required IReadOnlyList<float> Scores { get; init; }

    /// <summary>The class predicted.</summary>
    public required int Predicted { get; init; }

    /// <summary>The true class; null where it is not known.</summary>
    public int? Actual { get; init; }

    /// <summary>The picture as a data address; null where there are no pixels.</summary>
    internal string? Image { get; init; }

    /// <summary>The card with a picture.</summary>
    /// <param name="pixels">[height, width], row by row, 0 black to 255 white.</param>
    /// <param name="width">Pixels in a row.</param>
    public PredictionCard WithImage(ReadOnlySpan<byte> pixels, int width) => this with { Image = GreyPng.DataUri(pixels, width) };

    /// <summary>Height of a card of this many classes.</summary>
    internal double Height => BodyTop + Math.Max(ClassNames.Count * LineHeight, ImageSize) + 8;

    /// <summary>Draws the card alone.</summary>
    public Figure Draw(FigureCaption caption)
    {
        var svg = new SvgWriter();
        DrawAt(svg, 0, 0);
        var foot = caption.Text.Length == 0 ? 0 : 22;
        if (foot > 0)
            svg.Text(10, Height + 14, caption.Text, style: "muted small");
        return new Figure(Name, Heading, Describe(), Width, Height + foot, svg, caption);
    }

    internal void DrawAt(SvgWriter svg, double left, double top)
    {
        svg.Open("g", ("transform", $"translate({SvgWriter.Number(left)} {SvgWriter.Number(top)})"));
        svg.Element("rect", ("class", "frame"), ("x", 0.5), ("y", 0.5), ("width", Width - 1), ("height", Height - 1), ("rx", 6));
        if (Image is not null)
            svg.Element("image", ("x", 10), ("y", BodyTop), ("width", ImageSize), ("height", ImageSize), ("href", Image));
        else
            svg.Element("rect", ("class", "track"), ("x", 10), ("y", BodyTop), ("width", ImageSize), ("height", ImageSize));
        svg.Text(Width - 10, 20, Heading, "end", "muted small");
        Verdict(svg, 20);
        for (var k = 0; k < ClassNames.Count; k++)
            Bar(svg, k, BodyTop + k * LineHeight);
        svg.Close();
    }

    private void Verdict(SvgWriter svg, double y)
    {
        if (Actual is not { } actual)
        {
            svg.Text(10, y, $"{ClassNames[Predicted]}, {Percent(Scores[Predicted])}", style: "strong");
            return;
        }

        var right = actual == Predicted;
        svg.Text(10, y, $"true: {ClassNames[actual]}", style: "strong");
        svg.Text(10, y + 17, $"{(right ? "✓" : "✗")} {ClassNames[Predicted]}, {Percent(Scores[Predicted])}", style: right ? "good strong" : "bad strong");
    }

    private void Bar(SvgWriter svg, int k, double y)
    {
        var style = k == Actual ? "good strong small" : k == Predicted ? (Actual is null ? "strong small" : "bad strong small") : "muted small";
        svg.Text(BarLeft - 6, y + 9, ClassNames[k], "end", style);
        svg.Element("rect", ("class", "track"), ("x", BarLeft), ("y", y), ("width", BarWidth), ("height", 10), ("rx", 2));
        var share = float.IsFinite(Scores[k]) ? Math.Clamp(Scores[k], 0, 1) : 0;
        if (share > 0)
        {
            svg.Element(
                "rect", ("class", k == Predicted && Actual is not null && Actual != k ? "fill-1" : "fill-0"),
                ("x", BarLeft), ("y", y), ("width", Math.Max(1, BarWidth * share)), ("height", 10), ("rx", 2));
        }

        svg.Text(Width - 8, y + 9, (Scores[k] * 100).ToString("0", CultureInfo.InvariantCulture), "end", "muted small");
    }

    private string Describe()
    {
        var order = Enumerable.Range(0, Scores.Count).OrderByDescending(k => Scores[k]).Take(3);
        var truth = Actual is { } actual ? $"True class: {ClassNames[actual]}. " : "";
        return $"{truth}Predicted: {string.Join(", ", order.Select(k => $"{ClassNames[k]} {Percent(Scores[k])}"))}.";
    }

    private static string Percent(float share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
