using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>A table for people and, with the same rows, for machines.</summary>
/// <param name="Name">A name of its own within its page, for files and anchors: letters, digits and "-".</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Headings">One a column.</param>
/// <param name="Rows">Each with a cell a column.</param>
public sealed record PageTable(string Name, string Caption, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<PageCell>> Rows)
{
    private const int ShortText = 18;

    /// <summary>How many rows a person is shown; the files for machines have all. All by default.</summary>
    public int RowsShown { get; init; } = int.MaxValue;

    /// <summary>The table as Markdown.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Line(text, Headings);
        Line(text, Enumerable.Range(0, Headings.Length).Select(column => IsNumber(column) ? "---:" : "---"));
        foreach (var row in Rows.Take(RowsShown))
            Line(text, row.Select(cell => cell.Text));
        return text.ToString();
    }

    /// <summary>The table as CSV: numbers as numbers, accuracies from 0 to 1.</summary>
    public string ToCsv()
    {
        using var text = new StringWriter();
        var table = new CsvTable(text);
        table.Line(Headings.AsSpan());
        foreach (var row in Rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column].Value is { } value)
                    table.Field(value);
                else
                    table.Field(IsNumber(column) ? "" : row[column].Text);
            }

            table.EndLine();
        }

        return text.ToString();
    }

    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("caption", Caption);
        json.WriteStartArray("rows");
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column].Value is { } value)
                    json.WriteFigure(Headings[column], value);
                else if (IsNumber(column))
                    json.WriteNull(Headings[column]);
                else
                    json.WriteString(Headings[column], row[column].Text);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal void WriteHtml(HtmlPage page) => page.Table(
        Caption, Headings, Rows.Take(RowsShown).Select(row => (IReadOnlyList<HtmlCell>)[.. row.Select((cell, column) => Cell(cell, column))]), sortable: Rows.Length > 2);

    private HtmlCell Cell(PageCell cell, int column) => new(
        cell.Tone switch
        {
            CellTone.Good => $"<span class=\"better\">{HtmlPage.Text(cell.Text)}</span>",
            CellTone.Bad => $"<span class=\"worse\">{HtmlPage.Text(cell.Text)}</span>",
            _ => HtmlPage.Text(cell.Text),
        },
        cell.Value,
        IsRight(column) ? null : IsShort(column) ? "text" : "wrap words");

    private bool IsRight(int column) => IsNumber(column) || Rows.All(row => row[column].Text == "–");

    private bool IsShort(int column) => column == 0 || Rows.All(row => row[column].Text.Length <= ShortText);

    /// <summary>A column is one of numbers where at least one of its cells is.</summary>
    private bool IsNumber(int column) => Rows.Any(row => row[column].Value is not null);

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
