using System.Text.Json;

namespace MlNetFashion.Experiments.Running;

/// <summary>The finished runs of a results folder by their signature, whoever wrote them: this process, an earlier one, another machine.</summary>
internal sealed class RunLedger
{
    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);

    private RunLedger()
    {
    }

    /// <summary>Looks through a results folder, which need not exist.</summary>
    public static RunLedger Read(string resultsFolder)
    {
        var ledger = new RunLedger();
        if (!Directory.Exists(resultsFolder))
            return ledger;
        foreach (var folder in Directory.EnumerateDirectories(resultsFolder).Order(StringComparer.Ordinal))
        {
            if (!Path.GetFileName(folder).StartsWith('.') && SignatureOf(folder) is { } signature)
                ledger.Add(signature, folder);
        }

        return ledger;
    }

    public void Add(string signature, string folder) => folders[signature] = folder;

    public bool Holds(string signature) => folders.ContainsKey(signature);

    /// <summary>The run folder of that signature, or null.</summary>
    public string? Folder(string signature) => folders.GetValueOrDefault(signature);

    /// <summary>A folder whose run.json cannot be understood is no finished run.</summary>
    private static string? SignatureOf(string folder)
    {
        var path = Path.Combine(folder, "run.json");
        if (!File.Exists(path) || !File.Exists(Path.Combine(folder, "metrics.json")))
            return null;
        try
        {
            using var run = JsonDocument.Parse(File.ReadAllBytes(path));
            return run.RootElement.TryGetProperty("options", out var options) && options.TryGetProperty(RunSignature.Option, out var signature)
                ? signature.GetString()
                : null;
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
