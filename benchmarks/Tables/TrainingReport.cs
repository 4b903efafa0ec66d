using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks;

/// <summary>A whole run, to be kept: as Markdown for people and JSON for programs.</summary>
/// <param name="Conditions">What the run was made with: processor, threads, data, peers; name and value.</param>
/// <param name="Rows">One entry a network.</param>
/// <param name="Wide">Whether 512-bit vectors were used, which decides the goals shown.</param>
internal sealed record TrainingReport(IReadOnlyList<KeyValuePair<string, string>> Conditions, IReadOnlyList<TrainingRow> Rows, bool Wide)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the report in the format that the file's extension names, aside first, then renamed.</summary>
    /// <exception cref="ArgumentException">The extension is neither .json nor .md.</exception>
    public void Save(string path)
    {
        RequireKnownExtension(path);
        var text = Path.GetExtension(path) == ".json" ? ToJson() : ToMarkdown();
        var aside = path + ".partial";
        File.WriteAllText(aside, text);
        File.Move(aside, path, overwrite: true);
    }

    public static void RequireKnownExtension(string path)
    {
        if (Path.GetExtension(path) is not (".json" or ".md"))
            throw new ArgumentException($"A report expects a file that ends in .json or .md. Received: '{path}'.");
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Conditions)
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        text.Append('\n');
        AppendRow(text, TrainingTable.Columns);
        AppendRow(text, TrainingTable.Columns.Select((_, i) => i is 0 or 8 ? "---" : "--:"));
        foreach (var row in Rows)
            AppendRow(text, TrainingTable.Cells(row, Wide));
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
            ["networks"] = new JsonArray([.. Rows.Select(ToJson)]),
        }.ToJsonString(Indented) + "\n";
    }

    private static JsonNode ToJson(TrainingRow row) => new JsonObject
    {
        ["network"] = row.Network.Name,
        ["batch"] = row.Network.BatchSize,
        ["flopsAnImage"] = row.FlopsAnImage,
        ["peakFlops"] = row.PeakFlops,
        ["flops"] = row.Flops,
        ["ratio"] = row.Ratio?.Median,
        ["goal"] = row.Network.Goal,
        ["narrowGoal"] = row.Network.NarrowGoal,
        ["peerSetUp"] = row.PeerSetUp?.ToString(),
        ["idleCores"] = row.IdleCores,
        ["ours"] = new JsonArray([.. row.Ours.Select(ToJson)]),
        ["theirs"] = new JsonArray([.. row.Theirs.Select(ToJson)]),
    };

    private static JsonNode ToJson(Round round) => new JsonObject
    {
        ["images"] = round.Images, ["seconds"] = round.Seconds, ["imagesPerSecond"] = round.ImagesPerSecond, ["loss"] = round.Loss,
    };

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
