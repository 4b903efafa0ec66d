using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>The table of results in README.md, made from results/reference and from nothing else.</summary>
internal static class ReadmeTable
{
    private const string Begin = "<!-- results: made by 'reference readme' from results/reference; not to be edited -->";
    private const string End = "<!-- results: end -->";
    private const string Before = "\n## Commands\n";

    /// <summary>README with the table in its place: between its marks, or, the first time, before its commands.</summary>
    /// <param name="readme">The text of README.md.</param>
    /// <param name="summaryPath">The reference's summary.json; where there is none README has no table.</param>
    /// <exception cref="InvalidDataException">README has neither the marks nor a heading "Commands", or the summary is none.</exception>
    public static string InsertInto(string readme, string summaryPath)
    {
        var block = File.Exists(summaryPath) ? $"{Begin}\n\n{Render(summaryPath)}\n{End}\n" : "";
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        if (begin >= 0)
        {
            var end = readme.IndexOf(End, begin, StringComparison.Ordinal);
            if (end < 0)
                throw new InvalidDataException($"README.md was expected to hold '{End}' after '{Begin}', but it does not; put it back.");
            var after = readme[(end + End.Length)..].TrimStart('\n');
            return block.Length > 0 ? $"{readme[..begin]}{block}\n{after}" : readme[..begin] + after;
        }

        if (block.Length == 0)
            return readme;
        var place = readme.IndexOf(Before, StringComparison.Ordinal);
        if (place < 0)
            throw new InvalidDataException("README.md was expected to have a heading '## Commands', before which the results go, but it has none; write the marks where the results should be.");
        return $"{readme[..place]}\n{block}{readme[place..]}";
    }

    internal static IEnumerable<JsonElement> RowsOf(JsonDocument summary) =>
        summary.RootElement.GetProperty("tables").EnumerateArray().First(table => table.GetProperty("name").GetString() == "claims").GetProperty("rows").EnumerateArray();

    private static string Render(string summaryPath)
    {
        using var summary = ReferenceResults.Read(summaryPath);
        var text = new StringBuilder();
        text.Append("## The five reports\n\n");
        text.Append("Test accuracy on Fashion-MNIST (on MNIST where a name ends so; Dalvi's on a fifth of all images) as reported, and what the same comes to here:\n");
        text.Append("mean over seeds, from 1 on, standard deviation in points, 95 % interval. Pages, grids, folds and figures:\n");
        text.Append("[results/reference](results/reference/summary.md).\n\n");
        text.Append("| experiment | reported | ours | deviation | interval | seeds | verdict |\n|---|---:|---:|---:|---|---:|---|\n");
        foreach (var row in RowsOf(summary))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{row.GetProperty("experiment").GetString()}` | {Percent(row, "reported")} | {Percent(row, "ours")} | {Points(row, "deviation")} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Interval(row)} | {row.GetProperty("seeds").GetInt32()} | {Short(row.GetProperty("verdict").GetString()!)} |\n");
        }

        return text.ToString();
    }

    /// <summary>Why a claim is not reproduced stands on its report's page.</summary>
    private static string Short(string verdict) => verdict.Split(':')[0];

    private static string Interval(JsonElement row) =>
        row.GetProperty("from").ValueKind == JsonValueKind.Number ? $"{Percent(row, "from")} to {Percent(row, "to")}" : "–";

    private static string Percent(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value.GetDouble():F2} %") : "–";

    private static string Points(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value.GetDouble():F2}") : "–";
}
