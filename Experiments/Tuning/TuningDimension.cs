using System.Collections.Immutable;
using System.Globalization;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>One setting to search over: some values, or a range to draw from.</summary>
/// <param name="Setting">Its name, one of <see cref="TuningSettings.Names"/>.</param>
/// <param name="Values">The values, as JSON writes them; empty for a range.</param>
/// <param name="Range">Where random values are drawn; null for a list of values.</param>
internal sealed record TuningDimension(string Setting, ImmutableArray<string> Values, (double From, double To, bool IsLogarithmic)? Range = null)
{
    private const int DigitsDrawn = 4;

    /// <summary>A value at random: of a list each as likely, of a range evenly, or evenly in its logarithm.</summary>
    public string Draw(Random random)
    {
        if (Range is not var (from, to, isLogarithmic))
            return Values[random.Next(Values.Length)];
        var share = random.NextDouble();
        var value = isLogarithmic ? from * Math.Pow(to / from, share) : from + share * (to - from);
        return TuningSettings.IsWhole(Setting)
            ? Math.Round(value).ToString(CultureInfo.InvariantCulture)
            : double.Parse(value.ToString($"G{DigitsDrawn}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }
}
