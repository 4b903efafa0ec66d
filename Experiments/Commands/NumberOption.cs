using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MlNetFashion.Experiments.Commands;

/// <summary>Options whose value is a number within limits; anything else is refused in one sentence while the line is read.</summary>
internal static class NumberOption
{
    public static Option<int?> Whole(string name, string description, int minimum, int maximum, int example) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ParseWhole(result, name, minimum, maximum, example),
    };

    /// <summary>A number above 0 and below <paramref name="below"/>.</summary>
    public static Option<double?> Positive(string name, string description, double below, double example) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result => ParseBelow(result, name, value => value > 0, $"above 0 and below {below.ToString(CultureInfo.InvariantCulture)}", below, example),
    };

    /// <summary>A number from 0 to below 1.</summary>
    public static Option<double?> Fraction(string name, string description, double example) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result => ParseBelow(result, name, value => value >= 0, "from 0 to below 1", 1, example),
    };

    private static int? ParseWhole(ArgumentResult result, string name, int minimum, int maximum, int example)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
            return value;
        result.AddError(string.Create(CultureInfo.InvariantCulture,
            $"{name} expects a whole number from {minimum} to {maximum}, but received '{text}'; give for example {name} {example}."));
        return null;
    }

    private static double? ParseBelow(ArgumentResult result, string name, Predicate<double> fromBelow, string limits, double below, double example)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && fromBelow(value) && value < below)
            return value;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} expects a number {limits}, but received '{text}'; give for example {name} {example}."));
        return null;
    }
}
