using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Writes a table as RFC 4180 has it, with "\n" at the end of a line and numbers as the shortest text that reads back as the same number.
/// </summary>
internal sealed class CsvTable(TextWriter text)
{
    private static readonly System.Buffers.SearchValues<char> NeedQuotes = System.Buffers.SearchValues.Create(",\"\r\n");
    private bool _lineStarted;

    public CsvTable Field(string value)
    {
        if (_lineStarted)
            text.Write(',');
        _lineStarted = true;
        if (value.AsSpan().ContainsAny(NeedQuotes))
            text.Write($"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        else
            text.Write(value);
        return this;
    }

    /// <summary>A number; an empty field where there is none.</summary>
    public CsvTable Field(double? value) => Field(value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    public CsvTable Field(float value) => Field(value.ToString("R", CultureInfo.InvariantCulture));

    public CsvTable Field(int value) => Field(value.ToString(CultureInfo.InvariantCulture));

    public void EndLine()
    {
        text.Write('\n');
        _lineStarted = false;
    }

    public void Line(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            Field(field);
        EndLine();
    }
}
