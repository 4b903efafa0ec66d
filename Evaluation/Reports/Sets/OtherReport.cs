using System.Collections.Immutable;
using System.Text.Json;

namespace MlNetFashion.Evaluation;

/// <summary>A report beside those of runs, a cross-validation's or a comparison's, as the page of all runs points to it.</summary>
/// <param name="Folder">Its folder's name.</param>
/// <param name="Subject">What it is about, as "cnn, 5 stratified folds".</param>
/// <param name="Finding">What it found.</param>
/// <param name="DataSet">What it was measured on; null for sketch data.</param>
internal sealed record OtherReport(string Folder, string Subject, string Finding, string? DataSet)
{
    /// <summary>Every such report under a results folder, by name, which begins with its time.</summary>
    /// <exception cref="InvalidDataException">One that cannot be understood; the message says which.</exception>
    public static ImmutableArray<OtherReport> ReadAll(string root) =>
    [
        .. Directory.EnumerateDirectories(root).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal)
            .Select(folder => Read(folder, "folds.json", Folds) ?? Read(folder, "comparison.json", Comparison)).OfType<OtherReport>(),
    ];

    private static OtherReport? Read(string folder, string name, Func<string, JsonElement, OtherReport> read)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return read(Path.GetFileName(folder), json.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The file {path} cannot be understood ({error.Message.TrimEnd('.')}): delete its folder, or leave it out.", error);
        }
    }

    private static OtherReport Folds(string folder, JsonElement root)
    {
        var models = root.GetProperty("models").EnumerateArray().ToList();
        var figures = models.Select(model =>
        {
            var deviation = model.GetProperty("standardDeviation") is { ValueKind: JsonValueKind.Number } value ? $" ± {Percent(value.GetDouble())}" : "";
            return $"{model.GetProperty("name").GetString()}: {Percent(model.GetProperty("meanAccuracy").GetDouble())}{deviation} %.";
        });
        var findings = root.GetProperty("findings").EnumerateArray().Select(finding => finding.GetString() ?? "");
        return new OtherReport(
            folder, $"{(root.TryGetProperty("title", out var title) ? title : root.GetProperty("experiment")).GetString()}, {models[0].GetProperty("protocol").GetString()}",
            string.Join(' ', figures.Concat(findings)), root.GetProperty("dataSet").GetProperty("isSketch").GetBoolean() ? null : root.GetProperty("dataSet").GetProperty("name").GetString());
    }

    private static OtherReport Comparison(string folder, JsonElement root) => new(
        folder, string.Join(" against ", root.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("experiment").GetString())) + ", test rows",
        root.GetProperty("finding").GetString() ?? "", root.TryGetProperty("warning", out _) ? null : root.TryGetProperty("dataSet", out var data) ? data.GetString() : "–");

    private static string Percent(double share) => FixedDigits.Format(share * 100, 2);
}
