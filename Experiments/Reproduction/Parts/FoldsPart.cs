using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>Folds that start from each other's weights, beside the same folds without: how much their validation accuracy knows too much.</summary>
/// <param name="Heading">The section's heading.</param>
/// <param name="Text">What the report claims.</param>
/// <param name="Pairs">Folds as reported, and their clean twin.</param>
internal sealed record FoldsPart(string Heading, string Text, ImmutableArray<(FoldsExperiment Warm, FoldsExperiment Clean)> Pairs) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        page.Table(ClaimTable.Of("claims-folds", "Test accuracy of the last fold's model, reported and ours.", Pairs.SelectMany(pair => new Experiment[] { pair.Warm, pair.Clean }).Select(context.ClaimOf)));
        page.Text("From the second fold on, a warm start has been trained on nine tenths of the images that validate it. The leak is what its validation accuracy "
            + "gains over its own test accuracy, beyond what the clean twin's does; the test accuracy is honest either way.");
        page.Table(Leak(Pairs, context));
        foreach (var (warm, clean) in Pairs)
        {
            var table = Folds(warm, clean, context);
            if (table.Rows.IsEmpty)
                continue;
            page.Table(table);
            var groups = new[] { ("warm, validation", Values(warm, Validation)), ("warm, test", Values(warm, run => run.Accuracy)), ("clean, validation", Values(clean, Validation)), ("clean, test", Values(clean, run => run.Accuracy)) };
            page.Figures(BoxPlot.Draw(
                $"folds-{PartNames.Of(warm)}", $"{warm.Name}: accuracy of the folds", "accuracy", [.. groups.Where(group => group.Item2.Count > 0)], context.CaptionOf(context.FashionMnist)));
        }

        IReadOnlyList<double> Values(FoldsExperiment folds, Func<RunRecord, double> figure) => [.. Runs(folds, context).Select(figure).Where(double.IsFinite)];
    }

    private static PageTable Leak(ImmutableArray<(FoldsExperiment Warm, FoldsExperiment Clean)> pairs, ReportContext context) => new(
        "leak",
        "Means over the folds that both have, of the first seed. The leak in points, fold by fold from the second on, the first to start warm: its mean, standard deviation, and Student's 95 % interval of the mean, widened for the rows that folds share (Nadeau and Bengio, 2003).",
        ["folds", "warm: validation", "warm: test", "clean: validation", "clean: test", "leak", "deviation", "from", "to"],
        [
            .. pairs.Select(pair =>
            {
                var leak = LeakOf(pair.Warm, pair.Clean, context);
                return (ImmutableArray<PageCell>)
                [
                    pair.Warm.Name, PageCell.Percent(leak?.WarmJudged), PageCell.Percent(leak?.WarmTest), PageCell.Percent(leak?.CleanJudged), PageCell.Percent(leak?.CleanTest),
                    PageCell.Points(leak?.Leak?.Mean), PageCell.Deviation(leak?.Leak?.StandardDeviation), PageCell.Points(leak?.Leak?.MeanInterval.Lower), PageCell.Points(leak?.Leak?.MeanInterval.Upper),
                ];
            }),
        ]);

    private static WarmStartLeak? LeakOf(FoldsExperiment warm, FoldsExperiment clean, ReportContext context)
    {
        var folds = warm.Members.Zip(clean.Members).Select(pair => (Warm: context.FirstRunOf(pair.First), Clean: context.FirstRunOf(pair.Second))).TakeWhile(fold => fold is { Warm: not null, Clean: not null }).ToList();
        return folds.Count == 0
            ? null
            : WarmStartLeak.Of(
                [.. folds.Select(fold => (Validation(fold.Warm!), fold.Warm!.Accuracy))], [.. folds.Select(fold => (Validation(fold.Clean!), fold.Clean!.Accuracy))],
                folds.Average(fold => fold.Warm!.DataSet.TrainRows), folds.Average(fold => fold.Warm!.DataSet.ValidationRows));
    }

    private static PageTable Folds(FoldsExperiment warm, FoldsExperiment clean, ReportContext context) => new(
        PartNames.Of(warm), $"{warm.Name}, fold by fold, of the first seed.",
        ["fold", "warm: epochs", "warm: validation", "warm: test", "clean: epochs", "clean: validation", "clean: test"],
        [
            .. warm.Members.Zip(clean.Members).Select((pair, i) => (i, Warm: context.FirstRunOf(pair.First), Clean: context.FirstRunOf(pair.Second)))
                .Where(fold => fold.Warm is not null || fold.Clean is not null)
                .Select(fold => (ImmutableArray<PageCell>)
                [
                    new PageCell((fold.i + 1).ToString(CultureInfo.InvariantCulture), fold.i + 1), .. Cells(fold.Warm), .. Cells(fold.Clean),
                ]),
        ]);

    private static PageCell[] Cells(RunRecord? run) =>
        [run is null ? PageCell.Number(null, 0) : PageCell.Count(run.History.Length), PageCell.Percent(run is null ? null : Validation(run)), PageCell.Percent(run?.Accuracy)];

    private static List<RunRecord> Runs(FoldsExperiment folds, ReportContext context) => [.. folds.Members.Select(context.FirstRunOf).OfType<RunRecord>()];

    /// <summary>Of the best epoch, whose weights were kept.</summary>
    private static double Validation(RunRecord run) => run.History.Max(epoch => epoch.ValidationAccuracy) ?? double.NaN;
}
