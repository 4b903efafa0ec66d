using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>A grid of two directions whose points are cross-validated on the training images: the test images choose nothing.</summary>
internal sealed record CrossValidatedGridPart(string Heading, string Text, GridExperiment Grid) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        var points = Grid.Points.Select(folds => (Point: folds[0], Runs: folds.Select(context.FirstRunOf).OfType<RunRecord>().ToList())).ToList();
        var finished = points.Where(point => point.Runs.Count > 0).OrderByDescending(point => point.Runs.Average(run => run.Accuracy)).ToList();
        page.Table(new PageTable(
            PartNames.Of(Grid), $"{Grid.Name}: accuracy on the folds held back, best first.",
            [.. Grid.Members[0].Coordinates.Select(coordinate => coordinate.Key), "folds", "mean accuracy", "standard deviation", "log loss", "minutes"],
            [
                .. finished.Select(point => (ImmutableArray<PageCell>)
                [
                    .. point.Point.Coordinates.Select(coordinate => new PageCell(coordinate.Value)),
                    PageCell.Count(point.Runs.Count),
                    PageCell.Percent(point.Runs.Average(run => run.Accuracy)),
                    PageCell.Deviation(Spread.Of([.. point.Runs.Select(run => run.Accuracy)]).StandardDeviation),
                    PageCell.Number(point.Runs.Average(run => run.LogLoss), 4),
                    PageCell.Number(point.Runs.Sum(run => run.Duration.TotalMinutes), 1),
                ]),
            ]));
        if (finished.Count == 0)
            return;
        page.Text($"Best here: {string.Join(", ", finished[0].Point.Coordinates.Select(coordinate => $"{coordinate.Key} {coordinate.Value}"))}, of {finished.Count} points run.");
        page.Figures(Map(points, context));
    }

    private Figure Map(List<(NetworkExperiment Point, List<RunRecord> Runs)> points, ReportContext context)
    {
        var rows = points.Select(point => point.Point.Coordinates[0].Value).Distinct().ToList();
        var columns = points.Select(point => point.Point.Coordinates[1].Value).Distinct().ToList();
        var values = new double[rows.Count, columns.Count];
        foreach (var (point, runs) in points)
            values[rows.IndexOf(point.Coordinates[0].Value), columns.IndexOf(point.Coordinates[1].Value)] = runs.Count == 0 ? double.NaN : runs.Average(run => run.Accuracy);
        return HeatMap.Draw(
            $"map-{PartNames.Of(Grid)}", $"{Grid.Name}: cross-validated accuracy", (Grid.Members[0].Coordinates[0].Key, rows), (Grid.Members[0].Coordinates[1].Key, columns),
            values, context.CaptionOf(context.FashionMnist));
    }
}
