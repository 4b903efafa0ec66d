using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>Pictures in rows with a word beneath each: samples of the classes, the first of a data set, channels, class means.</summary>
public static class ImageSheet
{
    private const double Size = 84;
    private const double Gap = 12;
    private const double Top = 44;

    /// <summary>Draws pictures in the order given.</summary>
    /// <param name="name">A name for files.</param>
    /// <param name="title">What is shown.</param>
    /// <param name="images">The pictures.</param>
    /// <param name="items">Which of them, each with its label.</param>
    /// <param name="caption">Where they come from.</param>
    /// <param name="columns">Pictures in a row, 5 by default.</param>
    /// <exception cref="ArgumentException">No picture, or one that is not there.</exception>
    public static Figure Draw(
        string name, string title, GreyImages images, IReadOnlyList<(int Image, string Label)> items, FigureCaption caption, int columns = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (items.Count == 0 || items.Any(item => (uint)item.Image >= (uint)images.Count))
            throw new ArgumentException($"A sheet needs at least one picture of 0 to {images.Count - 1}. Received: {items.Count} pictures.", nameof(items));

        columns = Math.Min(columns, items.Count);
        var height = Size * images.Height / images.Width;
        var cell = Math.Max(Size, items.Max(item => TextWidth.Of(item.Label, 11))) + Gap;
        var svg = new SvgWriter();
        svg.Text(16, 26, title, style: "title");
        for (var i = 0; i < items.Count; i++)
        {
            var x = 16 + i % columns * cell + (cell - Gap - Size) / 2;
            var y = Top + i / columns * (height + 30);
            svg.Open("image", ("x", x), ("y", y), ("width", Size), ("height", height), ("href", GreyPng.DataUri(images[items[i].Image], images.Width)));
            svg.TextElement("title", items[i].Label);
            svg.Close();
            svg.Text(x + Size / 2, y + height + 15, items[i].Label, "middle", "small");
        }

        var bottom = Top + (items.Count + columns - 1) / columns * (height + 30);
        svg.Text(16, bottom + 10, caption.Text, style: "muted small");
        var width = Math.Max(32 + columns * cell - Gap, TextWidth.Of(title, 15) + 40);
        var count = items.Count.ToString(CultureInfo.InvariantCulture);
        return new Figure(name, title, $"{count} pictures: {string.Join(", ", items.Select(item => item.Label).Distinct())}.", width, bottom + 22, svg, caption);
    }
}
