using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Running;

/// <summary>What several seeds of one experiment amount to, and its file <c>seeds-....json</c> beside the run folders.</summary>
/// <param name="File">Full path of the file.</param>
/// <param name="Accuracy">Test accuracy over the seeds, 0 to 1.</param>
/// <param name="LogLoss">Test log loss over the seeds, in nats.</param>
internal sealed record SeedsSummary(string File, Spread Accuracy, Spread LogLoss)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static SeedsSummary Write(RunRequest request, IReadOnlyList<RunRecord> runs)
    {
        var accuracy = Spread.Of([.. runs.Select(run => run.Accuracy)]);
        var logLoss = Spread.Of([.. runs.Select(run => run.LogLoss)]);
        var content = new
        {
            Experiment = request.Experiment.Name,
            Warning = runs[0].DataSet.Warning,
            runs[0].DataSet,
            Seeds = runs.Select(run => new { run.Seed, run.Accuracy, run.LogLoss, Folder = run.Name }),
            Accuracy = accuracy,
            LogLoss = logLoss,
        };
        var name = string.Create(CultureInfo.InvariantCulture,
            $"seeds-{request.Experiment.Name.Replace('/', '-')}-{runs[0].Seed}-to-{runs[^1].Seed}-{runs[0].Started:yyyyMMdd-HHmmss}.json");
        var path = Path.Combine(request.ResultsFolder, name);
        FinishedFile.Write(path, JsonSerializer.Serialize(content, Format));
        return new SeedsSummary(path, accuracy, logLoss);
    }
}
