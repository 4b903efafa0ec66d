namespace MlNetFashion.Evaluation;

/// <summary>A section of a report: a heading, a sentence, figures, and pixel pictures that are kept as PNG besides.</summary>
/// <param name="Id">Its anchor, as "first-layer".</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">What a reader should know; plain text.</param>
/// <param name="Figures">What is shown, each with a name of its own within the page.</param>
public sealed record ReportSection(string Id, string Heading, string Text, IReadOnlyList<Figure> Figures)
{
    /// <summary>Pixel pictures for the folder of figures; the page shows them within <see cref="Figures"/>.</summary>
    public IReadOnlyList<PixelPicture> Pictures { get; init; } = [];
}
