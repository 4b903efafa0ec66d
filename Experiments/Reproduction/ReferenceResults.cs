using System.Text.Json;
using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>The committed outcome of a whole reproduction: tables and figures, without pages and models.</summary>
/// <param name="folder">Full path of results/reference.</param>
internal sealed class ReferenceResults(string folder)
{
    private static readonly string[] Kept = ["*.md", "*.csv", "*.json", "*.svg"];

    /// <summary>The table that README's is made from.</summary>
    public string SummaryPath => Path.Combine(folder, ReproductionSummary.Name + ".json");

    /// <summary>Takes over the outcome in a folder of pages, in place of what was there.</summary>
    /// <returns>How many files.</returns>
    /// <exception cref="DirectoryNotFoundException">No reproduction was written there.</exception>
    /// <exception cref="InvalidDataException">It was a quick look, on sketch data, or without a single run.</exception>
    public int Update(string pages)
    {
        var summary = Path.Combine(pages, ReproductionSummary.Name + ".json");
        if (!File.Exists(summary))
            throw new DirectoryNotFoundException($"The outcome of a reproduction was expected in '{pages}', but there is none; run 'reproduce all' first.");
        using (var json = Read(summary))
        {
            if (json.RootElement.TryGetProperty("warning", out var warning))
                throw new InvalidDataException($"The outcome of a whole reproduction was expected in '{pages}', but this one says: {warning.GetString()}");
            if (!ReadmeTable.RowsOf(json).Any(row => row.GetProperty("ours").ValueKind == JsonValueKind.Number))
                throw new InvalidDataException($"At least one finished run was expected in '{summary}', but there is none; run 'reproduce all' first.");
        }

        RunFolder.EnsureWritable(folder);
        foreach (var old in Files(folder))
            File.Delete(old);
        var files = Files(pages).ToList();
        foreach (var file in files)
        {
            var target = Path.Combine(folder, Path.GetRelativePath(pages, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return files.Count;
    }

    /// <exception cref="InvalidDataException">The file is no summary.</exception>
    internal static JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"The file '{path}' should hold the summary of a reproduction ({damage.Message.TrimEnd('.')}); run 'reproduce' again.", damage);
        }
    }

    private static IEnumerable<string> Files(string root) =>
        Directory.Exists(root) ? Kept.SelectMany(pattern => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)).Order(StringComparer.Ordinal) : [];
}
