using System.Text.Json;

namespace MlNetFashion.Experiments.Running;

/// <summary>The finished runs of a results folder by their signature, whoever wrote them: this process, an earlier one, another machine.</summary>
internal sealed class RunLedger
{
    private readonly Dictionary<string, List<(string Experiment, string Folder)>> folders = new(StringComparer.Ordinal);

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
            if (!Path.GetFileName(folder).StartsWith('.') && Identify(folder) is var (signature, experiment))
                ledger.Add(signature, experiment, folder);
        }

        return ledger;
    }

    public bool Holds(string signature) => folders.ContainsKey(signature);

    /// <summary>The run folder of that signature, or null: of several the last that was run as <paramref name="experiment"/>, if any was.</summary>
    public string? Folder(string signature, string experiment) =>
        folders.TryGetValue(signature, out var found) ? found.OrderBy(run => run.Experiment == experiment).Last().Folder : null;

    private void Add(string signature, string experiment, string folder)
    {
        if (!folders.TryGetValue(signature, out var found))
            folders[signature] = found = [];
        found.Add((experiment, folder));
    }

    /// <summary>A folder whose run.json cannot be understood is no finished run.</summary>
    private static (string Signature, string Experiment)? Identify(string folder)
    {
        var path = Path.Combine(folder, "run.json");
        if (!File.Exists(path) || !File.Exists(Path.Combine(folder, "metrics.json")))
            return null;
        try
        {
            using var run = JsonDocument.Parse(File.ReadAllBytes(path));
            return run.RootElement.TryGetProperty("options", out var options)
                && options.TryGetProperty(RunSignature.Option, out var signature) && signature.GetString() is { } known
                && run.RootElement.TryGetProperty("experiment", out var name) && name.GetString() is { } experiment
                ? (known, experiment)
                : null;
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
