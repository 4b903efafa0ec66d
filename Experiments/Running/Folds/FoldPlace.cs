using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Where the folds of one experiment are kept: the same for the same experiment, settings, data, protocol and seed.</summary>
internal static class FoldPlace
{
    /// <summary>The folder of all kept folds, within the results folder.</summary>
    public const string FolderName = "folds";

    private const int LongestName = 80;

    public static FoldStore Of(FoldsRequest request, Experiment experiment, RunData data, string kind = "")
    {
        var settings = string.Join(", ", ExperimentFacts.SettingsOf(experiment).Select(fact => $"{fact.Name} {fact.Value}"));
        var protocol = request.Protocol.ToProtocol(request.Seed).Description;
        var signature = string.Create(CultureInfo.InvariantCulture,
            $"{experiment.Name}{(kind.Length == 0 ? "" : $" ({kind})")}; {settings}; {request.Protocol.Name}: {protocol}, fraction {request.Protocol.TestFraction}; seed {request.Seed}; {data.Set.Checksum}, {data.TrainImages.Count} rows");
        if (request.Protocol.Kind == ProtocolKind.Nested)
            signature += $"; among {string.Join(", ", request.Experiments.Select(candidate => candidate.Name))}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signature)))[..8];
        var name = string.Join('_', new[] { Shorten(experiment.Name.Replace('/', '-')), request.Protocol.Name, kind.Replace(' ', '-'), hash }.Where(part => part.Length > 0));
        return new FoldStore(Path.Combine(request.ResultsFolder, FolderName, name), signature);
    }

    /// <summary>File systems limit the length of names; the hash tells those apart that begin alike.</summary>
    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
