using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace MlNetFashion.Benchmarks;

/// <summary>The results of a run: for the screen, and to be kept as Markdown for people and JSON for programs.</summary>
/// <param name="Conditions">What the run was made with: processor, threads, data, peers; name and value.</param>
/// <param name="Columns">Headings of the figures; names and set-ups are to the left, everything else to the right.</param>
/// <param name="Rows">One entry a network.</param>
internal sealed record BenchmarkTable(IReadOnlyList<KeyValuePair<string, string>> Conditions, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <exception cref="ArgumentException">The extension is neither .json nor .md.</exception>
    public static void RequireKnownExtension(string path)
    {
        if (Path.GetExtension(path) is not (".json" or ".md"))
            throw new ArgumentException($"A report expects a file that ends in .json or .md. Received: '{path}'.");
    }

    /// <summary>Writes the table in the format that the file's extension names, aside first, then renamed.</summary>
    /// <exception cref="ArgumentException">The extension is neither .json nor .md.</exception>
    public void Save(string path)
    {
        RequireKnownExtension(path);
        var text = Path.GetExtension(path) == ".json" ? ToJson() : ToMarkdown();
        var aside = path + ".partial";
        File.WriteAllText(aside, text);
        File.Move(aside, path, overwrite: true);
    }

    public Table ToScreen()
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in Columns)
            table.AddColumn(new TableColumn(Markup.Escape(column.Name)) { Alignment = column.Left ? Justify.Left : Justify.Right });
        foreach (var row in Rows)
            table.AddRow([.. row.Cells.Select(Markup.Escape)]);
        return table;
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Conditions)
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        text.Append('\n');
        AppendLine(text, Columns.Select(column => column.Name));
        AppendLine(text, Columns.Select(column => column.Left ? "---" : "--:"));
        foreach (var row in Rows)
            AppendLine(text, row.Cells);
        return text.ToString();
    }

    public string ToJson()
    {
        var conditions = new JsonObject();
        foreach (var (name, value) in Conditions)
            conditions[name] = value;
        return new JsonObject
        {
            ["conditions"] = conditions,
            ["results"] = new JsonArray([.. Rows.Select(row => row.Values.DeepClone())]),
        }.ToJsonString(Indented) + "\n";
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
