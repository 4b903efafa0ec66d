using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>The points of a search, best first.</summary>
internal static class TuningPage
{
    private const int Shown = 5;

    public static ResultPage Of(TuningRequest request, ImmutableArray<int> rounds, ImageDataSet data, TuningStore store)
    {
        var tried = Tried(request, rounds, store);
        var page = new ResultPage(
            "tune", $"Search over {request.Experiment.Name}", string.Create(CultureInfo.InvariantCulture, $"{request.Experiment.Title}; seed {request.Seed}; {data.Name}"),
            data.IsSketch ? "SKETCH DATA, NOT FASHION-MNIST: these figures say nothing about real images." : null);
        page.Section("Points");
        page.Text("Accuracy and log loss on training images held back. The test images have chosen nothing: what the best point is worth, 'experiment' tells.");
        page.Table(new PageTable(
            "points", string.Create(CultureInfo.InvariantCulture, $"{tried.Count} of {request.Points.Length} points, best first; a heading sorts by its column."),
            ["rank", .. request.Points[0].Coordinates.Select(coordinate => coordinate.Key), "accuracy", "deviation", "log loss", "epochs allowed", "minutes", "fate"],
            [
                .. tried.Select((entry, i) => (ImmutableArray<PageCell>)
                [
                    PageCell.Count(i + 1),
                    .. entry.Point.Coordinates.Select(coordinate => Cell(coordinate.Value)),
                    PageCell.Percent(entry.Outcome.Score), PageCell.Deviation(Spread.Of(entry.Outcome.Accuracies).StandardDeviation), PageCell.Number(entry.Outcome.Loss, 4),
                    PageCell.Count(entry.Outcome.Epochs), PageCell.Number(entry.Outcome.Seconds / 60, 2),
                    entry.IsFinished ? new PageCell("tried in full") : new PageCell("given up"),
                ]),
            ]));
        if (Map(request, tried, data) is { } map)
            page.Figures(map);
        return page;
    }

    public static void Show(Screen screen, TuningRequest request, ImmutableArray<int> rounds, TuningStore store)
    {
        var tried = Tried(request, rounds, store);
        foreach (var (point, outcome, isFinished) in tried.Take(Shown))
            screen.Wrapped(isFinished ? "tried" : "given up", $"{point.Text}: accuracy {Figures.Percent(outcome.Score)}, log loss {Figures.Loss(outcome.Loss)}");
        if (tried.Count > 0)
            screen.Wrapped("best", $"{tried[0].Point.Text}; chosen without the test images");
        if (tried.Count < request.Points.Length)
            screen.Wrapped("not yet", $"{Figures.Count(request.Points.Length - tried.Count)} points");
    }

    /// <summary>Each point as far as it was tried: those tried in full first, each kind best first.</summary>
    private static List<(TuningPoint Point, TuningOutcome Outcome, bool IsFinished)> Tried(TuningRequest request, ImmutableArray<int> rounds, TuningStore store) =>
    [
        .. from point in request.Points
           let furthest = rounds.Reverse().Select(share => (Share: share, Outcome: store.Find(point, Tuning.Epochs(point, share, rounds[^1])))).FirstOrDefault(entry => entry.Outcome is not null)
           where furthest.Outcome is not null
           let isFinished = furthest.Share == rounds[^1]
           orderby furthest.Share descending, furthest.Outcome.Score descending
           select (point, furthest.Outcome, isFinished),
    ];

    private static PageCell Cell(string json) => double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? new PageCell(json, number)
        : new PageCell(json.Trim('"'));

    /// <summary>Of a whole grid in two directions a map; of other searches a line a point.</summary>
    private static Figure? Map(TuningRequest request, List<(TuningPoint Point, TuningOutcome Outcome, bool IsFinished)> tried, ImageDataSet data)
    {
        const int mostLabels = 24;
        if (tried.Count < 2)
            return null;
        var caption = new FigureCaption($"{request.Experiment.Name} · {data.Name}", data.IsSketch ? "SKETCH DATA, NOT FASHION-MNIST" : null);
        var axes = Enumerable.Range(0, request.Points[0].Coordinates.Length).Where(direction => Labels(direction).Count > 1).ToList();
        if (axes.Count == 0)
            return null;
        if (axes.Count != 2 || axes.Exists(direction => Labels(direction).Count > mostLabels) || request.Points.Length < Labels(axes[0]).Count * Labels(axes[1]).Count)
        {
            return ParallelView.Draw(
                "lines", "Every point", [.. axes.Select(direction => request.Points[0].Coordinates[direction].Key)], "accuracy on images held back",
                [.. tried.Select(entry => ((IReadOnlyList<string>)[.. axes.Select(direction => entry.Point.Coordinates[direction].Value.Trim('"'))], entry.Outcome.Score))], caption);
        }

        var (rows, columns) = (Labels(axes[0]), Labels(axes[1]));
        var values = new double[rows.Count, columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i / columns.Count, i % columns.Count] = double.NaN;
        foreach (var (point, outcome, _) in tried)
            values[rows.IndexOf(point.Coordinates[axes[0]].Value), columns.IndexOf(point.Coordinates[axes[1]].Value)] = outcome.Score;
        return HeatMap.Draw(
            "map", "Accuracy on images held back", (request.Points[0].Coordinates[axes[0]].Key, rows), (request.Points[0].Coordinates[axes[1]].Key, columns), values, caption);

        List<string> Labels(int direction) => [.. request.Points.Select(point => point.Coordinates[direction].Value).Distinct()];
    }
}
