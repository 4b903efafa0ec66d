using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>One test image with the ten probabilities that a model gives it, beside those reported.</summary>
/// <param name="Heading">The section's heading.</param>
/// <param name="Text">What the report says to it.</param>
/// <param name="Experiment">The model.</param>
/// <param name="Image">Which test image.</param>
/// <param name="Reported">The probabilities in the report, in class order.</param>
internal sealed record InstancePart(string Heading, string Text, Experiment Experiment, int Image, ImmutableArray<double> Reported) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        if (context.FirstRunOf(Experiment) is not { } run)
        {
            page.Text("Not run yet.");
            return;
        }

        var predictions = RunReader.ReadPredictions(run.Folder);
        var images = context.TestImagesOf(Experiment, run.Seed);
        var row = Math.Min(Image, predictions.Count - 1);
        var name = row.ToString(CultureInfo.InvariantCulture);
        var scores = predictions.SharesOf(row);
        page.Figures(new PredictionCard
        {
            Name = $"instance-{name}",
            Heading = $"test picture {name}",
            ClassNames = run.ClassNames,
            Scores = scores,
            Predicted = predictions.Predicted[row],
            Actual = predictions.Actual[row],
        }.WithImage(images.Image(row), images.Width).Draw(context.Caption(run)));
        page.Table(new PageTable(
            $"instance-{name}", $"The probabilities of {Experiment.Name}, seed {run.Seed.ToString(CultureInfo.InvariantCulture)}.", ["class", "reported", "ours"],
            [.. run.ClassNames.Select((className, k) => (ImmutableArray<PageCell>)[className, Probability(Reported[k]), Probability(scores[k])])]));
    }

    private static PageCell Probability(double share) => new(share.ToString("G4", CultureInfo.InvariantCulture), share);
}
