using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// Stands for everything that decides a run's outcome: declaration, overrides, seed, data. Two runs of one signature came to the same, so a
/// finished one need not be run again.
/// </summary>
internal static class RunSignature
{
    /// <summary>The name under which a run folder keeps it among its options.</summary>
    public const string Option = "signature";

    private const int Digits = 16;

    public static string Of(RunRequest request, int seed, ImageDataSet set)
    {
        var text = new StringBuilder();
        text.Append(request.Experiment.Name).Append('\n').Append(Plain(seed)).Append('\n');
        text.Append(set.Checksum).Append('\n').Append(Plain(request.Rows?.Train)).Append(' ').Append(Plain(request.Rows?.Test)).Append('\n');
        text.Append(Plain(request.Experiment.PooledTestFraction)).Append('\n');
        foreach (var (name, value) in ExperimentFacts.SettingsOf(request.Experiment))
            text.Append(name).Append('=').Append(value).Append('\n');
        if (request.Experiment is NetworkExperiment network)
            text.Append(network.Architecture.ToJson());
        if (request.Temperature)
            text.Append("temperature");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Digits];
    }

    private static string Plain(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
