using System.Collections;
using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>Writes a data frame as separated text, in numbers that give the same values back; nulls are empty.</summary>
internal sealed class CsvWriter(char separator, CultureInfo culture)
{
    // Single has nine digits, with which it writes whole numbers as such.
    private const double LargestShort = 1e9;

    private readonly StringBuilder _line = new();

    internal void Write(DataFrame data, TextWriter writer, bool header)
    {
        if (header)
            WriteLine(writer, data.Columns.Select(column => column.Name));
        foreach (var row in data.Rows)
            WriteLine(writer, row);
    }

    private void WriteLine(TextWriter writer, IEnumerable values)
    {
        _line.Clear();
        Append(values, separator);
        writer.WriteLine(_line);
    }

    private void Append(IEnumerable values, char between)
    {
        var isFirst = true;
        foreach (var value in values)
        {
            if (!isFirst)
                _line.Append(between);
            isFirst = false;
            Append(value, between);
        }
    }

    private void Append(object? value, char between)
    {
        switch (value)
        {
            case string text:
                AppendText(text, between);
                break;
            case float number when IsShortWhole(number):
                _line.Append((int)number);
                break;
            case double number when IsShortWhole(number):
                _line.Append((int)number);
                break;
            case float number:
                _line.Append(culture, $"{number:G9}");
                break;
            case double number:
                _line.Append(culture, $"{number:G17}");
                break;
            case decimal number:
                _line.Append(culture, $"{number:G31}");
                break;
            case IFormattable other:
                _line.Append(culture, $"{other}");
                break;
            case IEnumerable items:
                _line.Append('(');
                Append(items, ' ');
                _line.Append(')');
                break;
            default:
                _line.Append(value);
                break;
        }
    }

    /// <summary>Whether it is written the same as a number of type Int32 that is not negative, which is much faster.</summary>
    private static bool IsShortWhole(double number) => number is >= 0 and < LargestShort && number == (int)number && !double.IsNegative(number);

    private void AppendText(string text, char between)
    {
        if (!text.AsSpan().ContainsAny([between, '\n', '\r', '"']))
            _line.Append(text);
        else
            _line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
