using System.Globalization;
using System.Text;

namespace Microsoft.ML.Data;

/// <summary>What was wrong with values that a loader can do without, as the log will say it.</summary>
internal sealed class TextFaults
{
    /// <summary>So many messages of a kind are logged; further ones are only counted.</summary>
    internal const int Shown = 10;

    internal List<string> BadValues { get; } = [];

    internal List<string> FormatErrors { get; } = [];

    internal long BadValueCount { get; private set; }

    internal long FormatErrorCount { get; private set; }

    internal void Clear()
    {
        BadValues.Clear();
        FormatErrors.Clear();
        BadValueCount = 0;
        FormatErrorCount = 0;
    }

    internal void AddBadValue(TextLine line, string column, int slot)
    {
        BadValueCount++;
        if (BadValues.Count < Shown)
        {
            BadValues.Add(slot < 0
                ? string.Create(CultureInfo.InvariantCulture, $"  Bad value at line {line.Number} in column {column}")
                : string.Create(CultureInfo.InvariantCulture, $"  Bad value at line {line.Number} in column {column} at slot {slot}"));
        }
    }

    internal void AddFormatError(string source, TextLine line, int first, int lim)
    {
        FormatErrorCount++;
        if (FormatErrors.Count < Shown)
        {
            FormatErrors.Add(string.Create(
                CultureInfo.InvariantCulture, $"Format error at {source}({line.Number},{first + 1})-({line.Number},{lim + 1}): Illegal quoting"));
        }
    }

    internal static FormatException Fatal(ReadOnlySpan<byte> value, TextLine line, string column)
    {
        var message = string.Create(
            CultureInfo.InvariantCulture, $"Could not parse value {Encoding.UTF8.GetString(value)} in line {line.Number}, column {column}");
        return new FormatException($"Parsing failed with an exception: {message}", new InvalidOperationException(message));
    }
}
