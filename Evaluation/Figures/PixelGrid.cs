using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>One picture as the numbers it is made of: each pixel a square of its grey with its value.</summary>
public static class PixelGrid
{
    private const double Cell = 24;
    private const double Top = 40;

    /// <summary>Draws picture <paramref name="image"/>.</summary>
    /// <param name="name">A name for files.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="images">The pictures.</param>
    /// <param name="image">Which of them.</param>
    /// <param name="caption">Where it comes from.</param>
    public static Figure Draw(string name, string title, GreyImages images, int image, FigureCaption caption)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(image);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(image, images.Count);
        var pixels = images[image];
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        for (var i = 0; i < pixels.Length; i++)
        {
            var x = 16 + i % images.Width * Cell;
            var y = Top + i / images.Width * Cell;
            var grey = pixels[i].ToString(CultureInfo.InvariantCulture);

            // The picture is data: its greys are the same in both themes, and the ink on them follows the grey alone.
            svg.Element("rect", ("x", x), ("y", y), ("width", Cell - 0.5), ("height", Cell - 0.5), ("fill", $"rgb({grey},{grey},{grey})"));
            svg.TextElement(
                "text", grey, ("x", x + Cell / 2), ("y", y + Cell / 2 + 3), ("text-anchor", "middle"),
                ("style", $"font-size:9px;fill:{(pixels[i] < 118 ? "#ffffff" : "#000000")}"));
        }

        var bottom = Top + images.Height * Cell;
        svg.Text(16, bottom + 20, caption.Text, style: "muted small");
        return new Figure(
            name, title, FormattableString.Invariant($"A picture of {images.Width} by {images.Height} pixels, each with its grey value from 0, black, to 255, white."),
            32 + images.Width * Cell, bottom + 32, svg, caption);
    }
}
