namespace MlNetFashion.Evaluation;

/// <summary>How wide a line of text will be, near enough to place things beside it: no font is at hand when a figure is written.</summary>
internal static class TextWidth
{
    private const double MeanAdvance = 0.56;

    /// <summary>Width in pixels of <paramref name="text"/> at <paramref name="size"/> pixels.</summary>
    public static double Of(string text, double size) => text.Length * size * MeanAdvance;
}
