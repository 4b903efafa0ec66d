using System.Collections.Immutable;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>
/// Grids whose points are compared on the test images, as their report compares them: a table of all points, and mean and standard deviation
/// of each grid.
/// </summary>
/// <param name="Heading">The section's heading.</param>
/// <param name="Text">What the report claims.</param>
/// <param name="Grids">A grid, with the mean and the standard deviation that the report gives for it.</param>
internal sealed record GridPart(string Heading, string Text, ImmutableArray<(GridExperiment Grid, double Mean, double Deviation)> Grids) : IReportPart
{
    public void Write(ResultPage page, ReportContext context)
    {
        page.Section(Heading);
        page.Text(Text);
        page.Text("The report picks its best point by the test images and prints their accuracy for it, which flatters the best; so does ours in this table. "
            + "The loss that Keras prints holds the L2 penalty; both are given.");
        page.Table(Summary(context));
        page.Table(ClaimTable.Of("claims-grids", "The best point of each.", Grids.Select(grid => context.ClaimOf(grid.Grid))));
        foreach (var (grid, _, _) in Grids)
        {
            page.Table(Points(grid, context));
            if (HeatMapOf(grid, context) is { } map)
                page.Figures(map);
            if (ParallelOf(grid, context) is { } lines)
                page.Figures(lines);
        }
    }

    private PageTable Summary(ReportContext context) => new(
        "grid-means", "Mean and standard deviation of the accuracy over the points of each grid.",
        ["grid", "points", "run", "reported mean", "our mean", "reported deviation", "our deviation", "minutes in all"],
        [
            .. Grids.Select(entry =>
            {
                var runs = entry.Grid.Members.Select(context.FirstRunOf).OfType<RunRecord>().ToList();
                var ours = runs.Count == 0 ? null : Spread.Of([.. runs.Select(run => run.Accuracy)]);
                return (ImmutableArray<PageCell>)
                [
                    entry.Grid.Name, PageCell.Count(entry.Grid.Members.Length), PageCell.Count(runs.Count), PageCell.Percent(entry.Mean), PageCell.Percent(ours?.Mean),
                    PageCell.Deviation(entry.Deviation), PageCell.Deviation(ours?.StandardDeviation), PageCell.Number(runs.Sum(run => run.Duration.TotalMinutes), 1),
                ];
            }),
        ]);

    private static PageTable Points(GridExperiment grid, ReportContext context) => new(
        PartNames.Of(grid), $"{grid.Name}: {grid.Title}, in the report's order.",
        [.. grid.Members[0].Coordinates.Select(coordinate => coordinate.Key), "kernel", "epochs", "reported loss", "our loss", "our loss with penalty", "reported accuracy", "our accuracy", "difference", "minutes"],
        [
            .. grid.Members.Select(point =>
            {
                var run = context.FirstRunOf(point);
                double? penalty = run is null ? null : RunPenalty.Of(run);
                return (ImmutableArray<PageCell>)
                [
                    .. point.Coordinates.Select(coordinate => PageCell.Count(long.Parse(coordinate.Value, System.Globalization.CultureInfo.InvariantCulture))),
                    PageCell.Count(3), PageCell.Count(point.Training.Epochs),
                    PageCell.Number(point.Reported?.Loss, 4), PageCell.Number(run?.LogLoss, 4), PageCell.Number(run?.LogLoss + penalty, 4),
                    PageCell.Percent(point.Reported?.Test), PageCell.Percent(run?.Accuracy), PageCell.Points(run?.Accuracy - point.Reported?.Test),
                    PageCell.Number(run?.Duration.TotalMinutes, 1),
                ];
            }),
        ]);

    /// <summary>A line a point through its choices, in the order in which the network has them.</summary>
    private static Figure? ParallelOf(GridExperiment grid, ReportContext context)
    {
        var points = grid.Members.Select(point => (Point: point, Run: context.FirstRunOf(point))).Where(pair => pair.Run is not null)
            .Select(pair => ((IReadOnlyList<string>)[.. pair.Point.Coordinates.Select(coordinate => coordinate.Value)], pair.Run!.Accuracy)).ToList();
        return points.Count < 2
            ? null
            : ParallelView.Draw(
                $"lines-{PartNames.Of(grid)}", $"{grid.Name}: every point", [.. grid.Members[0].Coordinates.Select(coordinate => coordinate.Key)], "test accuracy",
                points, context.CaptionOf(context.FashionMnist));
    }

    /// <summary>Filters against dense units.</summary>
    private static Figure? HeatMapOf(GridExperiment grid, ReportContext context)
    {
        var rows = grid.Members.Select(Filters).Distinct().ToList();
        var columns = grid.Members.Select(Units).Distinct().OrderBy(units => units.Length).ThenBy(units => units, StringComparer.Ordinal).ToList();
        var values = new double[rows.Count, columns.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                var point = grid.Members.FirstOrDefault(member => Filters(member) == rows[row] && Units(member) == columns[column]);
                values[row, column] = point is not null && context.FirstRunOf(point) is { } run ? run.Accuracy : double.NaN;
            }
        }

        return values.Cast<double>().Any(double.IsFinite)
            ? HeatMap.Draw($"map-{PartNames.Of(grid)}", $"{grid.Name}: test accuracy", ("filters", rows), ("dense units", columns), values, context.CaptionOf(context.FashionMnist))
            : null;

        static string Filters(NetworkExperiment point) => string.Join("-", point.Coordinates.SkipLast(1).Select(coordinate => coordinate.Value));
        static string Units(NetworkExperiment point) => point.Coordinates[^1].Value;
    }
}
