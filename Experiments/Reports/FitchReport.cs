using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Reproduction.Parts;

namespace MlNetFashion.Experiments.Reports;

/// <summary>Fitch's report, section by section.</summary>
internal static class FitchReport
{
    private static readonly ImmutableArray<NetworkExperiment> Models = [.. Fitch.Experiments.OfType<NetworkExperiment>().Where(model => model.Reported is not null)];

    private static readonly ImmutableArray<NetworkExperiment> Later = [.. Fitch.Experiments.OfType<NetworkExperiment>().Where(model => model.Reported is null)];

    public static Report Report { get; } = new("fitch", "Theodore Fitch: CNN Analysis on Fashion MNIST Dataset", Fitch.Experiments,
    [
        new PicturesPart("The first 25 images", "Its figure 1.", context => DataPictures.FirstOfAll(context, 25)),
        new PicturesPart("The first image as numbers", "Its figure 2: each pixel with its grey value.", context => DataPictures.GreyValues(context, 0)),
        new ConfigurationsPart("The eight models", "Its table 3.", Models),
        new AccuraciesPart("Accuracy and overfitting", "Its table 1; model 7 is its champion.", Models),
        new ClaimsPart("Claims", "The test accuracies of its table 1, and whether they hold.", [.. Models], Shows.Curves),
        new ClaimsPart("Model 7", "Its figures 5 and 7.", [Models[6]], Shows.Confusion | Shows.Classes),
        new ClaimsPart("Model 8", "Its figures 6, 8, 9 and 10.", [Models[7]], Shows.Confusion | Shows.Classes | Shows.First),
        new ConfigurationsPart("What it leaves for later: the networks", "Augmentation and contrast on the champion, other optimizers, average pooling, larger kernels.", Later),
        new AccuraciesPart("What it leaves for later: what comes of it", "One seed each; the champion is the first row.", [Models[6], .. Later]),
    ]);
}
