using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>What is to be seen of one run.</summary>
internal sealed class RunPictures(ResultPage page, ReportContext context, Experiment experiment, RunRecord run)
{
    private const int Cards = 25;
    private readonly string name = PartNames.Of(experiment);
    private readonly FigureCaption caption = context.Caption(run);

    public void Write(Shows shows)
    {
        if (shows.HasFlag(Shows.Curves) && !run.History.IsEmpty)
        {
            var curves = new LearningCurves([.. run.History]);
            page.Figures(curves.DrawLoss(caption).Named($"loss-{name}"), curves.DrawAccuracy(caption).Named($"accuracy-{name}"));
        }

        if (shows.HasFlag(Shows.Confusion))
            page.Figures(ConfusionFigure.Draw(run.Confusion, run.ClassNames, caption, $"confusion-{name}", experiment.Name));
        if (shows.HasFlag(Shows.PrecisionRecall))
            page.Figures(PrecisionRecall());
        if (shows.HasFlag(Shows.Classes))
            page.Table(Classes());
        if (shows.HasFlag(Shows.Wrong) || shows.HasFlag(Shows.First))
            Galleries(shows);
    }

    private Figure PrecisionRecall()
    {
        var predictions = RunReader.ReadPredictions(run.Folder);
        return ThresholdFigures
            .DrawPrecisionRecall([.. Enumerable.Range(0, predictions.Classes).Select(k => PrecisionRecallCurve.Of(predictions, k))], run.ClassNames, caption)
            .Named($"precision-recall-{name}");
    }

    private PageTable Classes()
    {
        var report = ClassificationReport.From(run.Confusion, run.ClassNames);
        return new PageTable(
            $"classes-{name}", $"Classification report of {experiment.Name}, seed {run.Seed.ToString(CultureInfo.InvariantCulture)}.",
            ["class", "precision", "recall", "f1-score", "support"],
            [
                .. report.Classes.Append(report.Macro).Append(report.Weighted).Select(row => (System.Collections.Immutable.ImmutableArray<PageCell>)
                [
                    row.Name, PageCell.Number(row.Precision, 2), PageCell.Number(row.Recall, 2), PageCell.Number(row.F1, 2), PageCell.Count(row.Support),
                ]),
            ]);
    }

    private void Galleries(Shows shows)
    {
        var predictions = RunReader.ReadPredictions(run.Folder);
        var images = context.TestImagesOf(experiment, run.Seed);
        if (shows.HasFlag(Shows.Wrong) && new WrongPredictions(predictions, run.ClassNames, new GreyImages(images.Pixels.ToArray(), images.Width, images.Height)) is { Cards.IsEmpty: false } wrong)
            page.Figures(wrong.Draw(caption).Named($"wrong-{name}"));
        if (!shows.HasFlag(Shows.First))
            return;
        page.Text("The first 25 test pictures and their predictions.");
        page.Figures([.. Enumerable.Range(0, Math.Min(Cards, predictions.Count)).Select(row => Card("first", row))]);
        page.Text("The first 25 test pictures predicted wrongly.");
        page.Figures([.. Enumerable.Range(0, predictions.Count).Where(row => !predictions.IsCorrect(row)).Take(Cards).Select(row => Card("mistaken", row))]);

        Figure Card(string kind, int row)
        {
            var position = predictions.Positions[row];
            return new PredictionCard
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{name}-{position}"),
                Heading = string.Create(CultureInfo.InvariantCulture, $"test picture {position}"),
                ClassNames = run.ClassNames,
                Scores = predictions.SharesOf(row),
                Predicted = predictions.Predicted[row],
                Actual = predictions.Actual[row],
            }.WithImage(images.Image(position), images.Width).Draw(FigureCaption.None);
        }
    }
}
