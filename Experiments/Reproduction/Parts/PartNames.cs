using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>Names for the tables and figures of an experiment within its report's page.</summary>
internal static class PartNames
{
    /// <summary>safaei/cnn_1 as cnn-1.</summary>
    public static string Of(Experiment experiment) =>
        string.Concat(experiment.Name[(experiment.Name.IndexOf('/', StringComparison.Ordinal) + 1)..].Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
