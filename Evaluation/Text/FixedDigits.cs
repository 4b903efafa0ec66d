using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>Numbers with a fixed count of decimals, rounded as Python, C and so every scikit-learn table round them: ties to even.</summary>
internal static class FixedDigits
{
    /// <summary>
    /// .NET rounds ties away from zero (0.625 to 0.63), the others to even (0.62). A double is such a tie exactly when
    /// value · 2^(digits + 1) is an odd integer, for then value · 10^digits ends in one half.
    /// </summary>
    public static string Format(double value, int digits)
    {
        var format = "F" + digits.ToString(CultureInfo.InvariantCulture);
        var halves = Math.Abs(value) * Math.Pow(2, digits + 1);
        if (halves < 1e9 && halves == Math.Floor(halves) && (long)halves % 2 == 1)
        {
            var ten = (decimal)Math.Pow(10, digits);
            var below = Math.Floor(Math.Abs((decimal)value) * ten);
            var even = (below % 2 == 0 ? below : below + 1) / ten;
            return (value < 0 ? -even : even).ToString(format, CultureInfo.InvariantCulture);
        }

        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
