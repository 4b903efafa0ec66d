using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>Puts together what a run folder says about how the run came about.</summary>
internal static class RunDescriber
{
    public static RunDescription Describe(
        RunRequest request, int seed, RunData data, DateTimeOffset started, TimeSpan loading, TrainedModel trained, TimeSpan judging) => new()
    {
        Experiment = request.Experiment.Name,
        Command = Command(request, seed),
        Seed = seed,
        DataSet = Describe(data, request.Experiment, trained),
        Started = started,
        Options = Options(request, seed, data, trained),
        Durations =
        [
            new("data", loading),
            new("training", trained.Time),
            new("judging", judging),
        ],
        Model = request.Experiment is NetworkExperiment network ? Describe(network.Architecture.Summarize()) : null,
        Reported = request.Experiment.Reported is { } reported ? new ReportedResult(reported.Test, request.Experiment.Source) : null,
        Versions = ComponentVersions.OfThisProcess(),
    };

    /// <summary>The line that gives this one run again, whatever number of seeds it was part of.</summary>
    private static string Command(RunRequest request, int seed)
    {
        var options = request.Overrides.AsOptions().ToList();
        if (request.Data.UseSketch)
            options.Add("--sketch");
        if (request.Data.Folder is { } folder)
            options.Add($"--data \"{folder}\"");
        if (request.Temperature)
            options.Add("--temperature");
        if (request.TestCurve)
            options.Add("--test-curve");
        return string.Create(CultureInfo.InvariantCulture,
            $"dotnet run --project Experiments -- experiment {request.Experiment.Name} --seed {seed}{string.Concat(options.Select(option => " " + option))}");
    }

    private static Dictionary<string, string> Options(RunRequest request, int seed, RunData data, TrainedModel trained)
    {
        var options = ExperimentFacts.SettingsOf(request.Experiment).ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);
        if (request.Temperature)
            options["temperature"] = "chosen by the validation images";
        options["seed"] = seed.ToString(CultureInfo.InvariantCulture);
        options["threads"] = (request.Threads == 0 ? Environment.ProcessorCount : request.Threads).ToString(CultureInfo.InvariantCulture);
        options[RunSignature.Option] = RunSignature.Of(request, seed, data.Set);
        if (trained.Network is { } network && WeightPenalty.Of(network) is > 0 and var penalty)
            options[RunDescription.PenaltyOption] = penalty.ToString("R", CultureInfo.InvariantCulture);
        return options;
    }

    private static DataSetDescription Describe(RunData data, Experiment experiment, TrainedModel trained)
    {
        var drawn = experiment is NetworkExperiment network ? (int)Math.Round(data.TrainImages.Count * network.Training.ValidationFraction) : trained.CalibrationImages;
        var (train, validation) = data.ValidationImages is { } given ? (data.TrainImages.Count, given.Count) : (data.TrainImages.Count - drawn, drawn);
        return new DataSetDescription(data.Name, data.Set.Source, data.Set.Checksum, data.Set.IsSketch, train, validation, data.TestImages.Count);
    }

    private static ModelSummary Describe(NetworkSummary summary) => new(
        summary.Name,
        [.. summary.Layers.Select(layer => new ModelSummaryRow(layer.Name, layer.Type, layer.OutputShape, layer.Parameters))],
        summary.TotalParameters);
}
