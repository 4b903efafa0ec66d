namespace MlNetFashion.Evaluation;

/// <summary>A cell of a table.</summary>
/// <param name="Markup">What it shows.</param>
/// <param name="SortValue">The number its column is sorted by; null to sort by text.</param>
/// <param name="Style">Its CSS class, if any.</param>
internal readonly record struct HtmlCell(string Markup, double? SortValue = null, string? Style = null)
{
    public static HtmlCell Of(string text, string? style = null) => new(HtmlPage.Text(text), null, style);

    public static HtmlCell Of(long value) => new(FormattableString.Invariant($"{value:N0}"), value);

    public static HtmlCell Of(double value, int digits = 4) =>
        new(double.IsFinite(value) ? FixedDigits.Format(value, digits) : "–", double.IsFinite(value) ? value : null);

    /// <summary>A share of one with a bar beside it.</summary>
    public static HtmlCell Meter(double share) => new(
        $"<span class=\"meter\" aria-hidden=\"true\"><i style=\"width:{SvgWriter.Number(share * 100)}%\"></i></span>{FixedDigits.Format(share, 4)}",
        share);
}
