using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>The types of columns of text, guessed from some of their values.</summary>
internal static class CsvTypes
{
    /// <summary>
    /// Boolean, Single or DateTime where all values can be read so, with Single before Boolean before DateTime where they differ; text
    /// otherwise. Empty values and "null" say nothing.
    /// </summary>
    internal static Type Guess(IEnumerable<string> values, CultureInfo culture)
    {
        Type? guess = null;
        foreach (var value in values)
        {
            if (value.Length == 0 || value.Equals("null", StringComparison.OrdinalIgnoreCase))
                continue;
            var type = TypeOf(value, culture);
            guess = guess is null ? type : Wider(guess, type);
        }

        return guess ?? typeof(string);
    }

    private static Type TypeOf(string value, CultureInfo culture)
    {
        if (bool.TryParse(value, out _))
            return typeof(bool);
        if (float.TryParse(value, culture, out _))
            return typeof(float);
        return DateTime.TryParse(value, culture, out _) ? typeof(DateTime) : typeof(string);
    }

    private static Type Wider(Type left, Type right)
    {
        foreach (var type in new[] { typeof(string), typeof(float), typeof(bool) })
        {
            if (left == type || right == type)
                return type;
        }

        return typeof(DateTime);
    }
}
