namespace MlNetFashion.Evaluation;

/// <summary>A cell of a page's table.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Value">The number that machines read and rows are sorted by; null for words.</param>
/// <param name="Tone">Its colour.</param>
public readonly record struct PageCell(string Text, double? Value = null, CellTone Tone = CellTone.None)
{
    /// <summary>A share as percent with two decimals; a dash where there is none.</summary>
    public static PageCell Percent(double? share) => share is { } value && double.IsFinite(value)
        ? new PageCell(FixedDigits.Format(value * 100, 2) + " %", value)
        : new PageCell("–");

    /// <summary>A difference of shares in points, with its sign; a dash where there is none.</summary>
    public static PageCell Points(double? share) => share is { } value && double.IsFinite(value)
        ? new PageCell((value > 0 ? "+" : "") + FixedDigits.Format(value * 100, 2), value)
        : new PageCell("–");

    /// <summary>A standard deviation of shares in points; a dash where there is none.</summary>
    public static PageCell Deviation(double? share) => share is { } value && double.IsFinite(value)
        ? new PageCell(FixedDigits.Format(value * 100, 2), value)
        : new PageCell("–");

    /// <summary>A number with so many decimals; a dash where there is none.</summary>
    public static PageCell Number(double? number, int decimals) => number is { } value && double.IsFinite(value)
        ? new PageCell(FixedDigits.Format(value, decimals), value)
        : new PageCell("–");

    public static PageCell Count(long count) => new(FormattableString.Invariant($"{count:N0}"), count);

    public static implicit operator PageCell(string text) => new(text);

    /// <summary>The cell of a text.</summary>
    public static PageCell ToPageCell(string text) => new(text);
}
