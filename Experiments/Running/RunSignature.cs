using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// Stands for everything that decides a run's outcome: declaration, overrides, seed, data. Names are none of it: two runs of one signature
/// come to the same, bit for bit, under whatever names, so a finished one need not be run again.
/// </summary>
internal static class RunSignature
{
    /// <summary>The name under which a run folder keeps it among its options.</summary>
    public const string Option = "signature";

    private const int Digits = 16;

    public static string Of(RunRequest request, int seed, ImageDataSet set) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{set.Checksum}\n{Declaration(request, seed)}")))[..Digits];

    /// <summary>What the signature stands for, except for the images themselves.</summary>
    public static string Declaration(RunRequest request, int seed)
    {
        var experiment = request.Experiment;
        var text = new StringBuilder();
        text.Append(Plain(seed)).Append('\n').Append(experiment.DataSet).Append('\n');
        text.Append(Plain(request.Rows?.Train)).Append(' ').Append(Plain(request.Rows?.Test)).Append('\n');
        text.Append(Plain(experiment.PooledTestFraction)).Append('\n').Append(experiment.Fold).Append('\n').Append(Training(experiment)).Append('\n');
        if (request.Temperature)
            text.Append("temperature");
        return text.ToString();
    }

    /// <summary>Records write all of their members, settings that no summary tells among them. Test images measured after epochs decide nothing.</summary>
    private static string Training(Experiment experiment) => experiment switch
    {
        NetworkExperiment network => $"{network.Training with { TestEachEpoch = false }}\n{network.StartsFrom}\n{(network.Architecture with { Name = "" }).ToJson()}",
        BoostedTreesExperiment trees => trees.Plan.ToString(),
        LinearExperiment linear => linear.Plan.ToString(),
        _ => throw new InvalidOperationException($"No run is declared for {experiment.GetType().Name}."),
    };

    private static string Plain(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
