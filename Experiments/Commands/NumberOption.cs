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

    /// <summary>A number between <paramref name="above"/> and <paramref name="below"/>, the limits themselves excluded.</summary>
    public static Option<double?> Between(string name, string description, double above, double below, double example) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result => ParseBetween(result, name, above, below, example),
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

    private static double? ParseBetween(ArgumentResult result, string name, double above, double below, double example)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > above && value < below)
            return value;
        result.AddError(string.Create(CultureInfo.InvariantCulture,
            $"{name} expects a number between {above} and {below}, but received '{text}'; give for example {name} {example}."));
        return null;
    }
}
