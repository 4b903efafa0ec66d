using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Makes the members of an experiment that goes over the folds of a protocol.</summary>
internal static class FoldSeries
{
    /// <summary>One training a fold, validated by the fold's own images and judged by the test images.</summary>
    /// <param name="network">What is trained, and how; its name is that of the series.</param>
    /// <param name="protocol">How the training images are split.</param>
    /// <param name="folds">How many splits that gives.</param>
    /// <param name="isWarm">Whether each fold begins with the weights of the one before.</param>
    public static ImmutableArray<NetworkExperiment> Validating(NetworkExperiment network, Protocol protocol, int folds, bool isWarm) =>
    [
        .. Enumerable.Range(1, folds).Select(number => network with
        {
            Name = NameOf(network.Name, number),
            Title = Title(network, number, folds),
            Fold = new TrainingFold(protocol, number, folds, FoldUse.Validates),
            StartsFrom = isWarm && number > 1 ? NameOf(network.Name, number - 1) : null,
            Reported = null,
        }),
    ];

    /// <summary>One training a fold, judged by the fold's images: cross-validation.</summary>
    public static IEnumerable<NetworkExperiment> Judging(NetworkExperiment network, Protocol protocol, int folds) =>
        Enumerable.Range(1, folds).Select(number => network with
        {
            Name = NameOf(network.Name, number),
            Title = Title(network, number, folds),
            Fold = new TrainingFold(protocol, number, folds, FoldUse.Judges),
        });

    private static string NameOf(string series, int number) => string.Create(CultureInfo.InvariantCulture, $"{series}/fold-{number:D2}");

    private static string Title(NetworkExperiment network, int number, int folds) =>
        string.Create(CultureInfo.InvariantCulture, $"{network.Title}, fold {number} of {folds}");
}
