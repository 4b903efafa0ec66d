using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Puts together what the report of folds says about how they came about.</summary>
internal static class FoldsDescriber
{
    public static RunDescription Describe(
        FoldsRequest request, RunData data, DateTimeOffset started, string command, IReadOnlyList<Experiment> experiments)
    {
        var options = experiments.SelectMany(experiment => ExperimentFacts.SettingsOf(experiment).Select(fact => (Name: $"{experiment.Name}: {fact.Name}", fact.Value)))
            .DistinctBy(fact => fact.Name).ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);
        options["protocol"] = request.Protocol.ToProtocol(request.Seed).Description;
        return new RunDescription
        {
            Experiment = string.Join(", ", request.Names),
            Command = Command(request, command, request.Names),
            Seed = request.Seed,
            DataSet = new DataSetDescription(
                data.Set.Name, data.Set.Source, data.Set.Checksum, data.Set.IsSketch, data.TrainImages.Count, 0, data.TestImages.Count),
            Started = started,
            Options = options,
            Durations = [new("all", DateTimeOffset.Now - started)],
            Versions = ComponentVersions.OfThisProcess(),
        };
    }

    private static string Command(FoldsRequest request, string command, IReadOnlyList<string> names)
    {
        var protocol = request.Protocol;
        var words = new List<string> { "dotnet run --project Experiments --", command };
        words.AddRange(names);
        words.Add($"--protocol {protocol.Name}");
        if (protocol.Kind != ProtocolKind.HoldOut)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"--folds {protocol.Folds}"));
        if (protocol.Repeats > 1)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"--repeats {protocol.Repeats}"));
        if (protocol.DrawsAFraction)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"--test-fraction {protocol.TestFraction}"));
        words.Add(string.Create(CultureInfo.InvariantCulture, $"--seed {request.Seed}"));
        words.AddRange(request.Overrides.AsOptions());
        if (request.Data.UseSketch)
            words.Add("--sketch");
        if (request.Data.Folder is { } folder)
            words.Add($"--data \"{folder}\"");
        return string.Join(' ', words);
    }
}
