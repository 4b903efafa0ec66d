using System.Collections.Immutable;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>One <c>tune</c> command: tries points, keeps each, and writes a page of all of them.</summary>
internal sealed class Tuning(Surroundings surroundings, TuningRequest request)
{
    /// <summary>With halving each round has a third of the points and three times the epochs of the one before (Jamieson and Talwalkar 2016).</summary>
    private const int Factor = 3;

    private readonly Screen screen = surroundings.Screen;

    public void Run(CancellationToken cancellationToken)
    {
        var data = RunDisplay.For(screen, quiet: !screen.Traits.IsLive).Download("looking for the data", progress => DataSource.Load(new MLContext(request.Seed), request.Experiment.DataSet, request.Data, progress, cancellationToken));
        new OpeningNotice(screen, quiet: false).Show(data);
        SketchWarning.Show(screen, data);
        var task = string.Join('\n', request.Experiment.Name, data.Checksum, data.TrainCount, request.Seed, request.Folds, request.Experiment.Architecture.ToJson(), string.Join(';', ExperimentFacts.SettingsOf(request.Experiment)));
        var name = request.Experiment.Name.Replace('/', '-');
        var folder = Path.Combine(request.ResultsFolder, $"tune-{name}-{TuningStore.Digest(task)[..8]}");
        var store = new TuningStore(folder, task);
        var rounds = Rounds();
        screen.Wrapped("search", $"{Figures.Count(request.Points.Length)} points, judged {(request.Folds is { } folds ? $"over {Figures.Plain(folds)} folds of the training images" : "on training images held back")}"
            + (rounds.Length > 1 ? $"; the best third goes on after {string.Join(" and ", rounds.SkipLast(1).Select(round => $"{Figures.Plain(round)} of {Figures.Plain(rounds[^1])}"))} of its epochs" : "")
            + (request.Shard.Count > 1 ? $"; part {request.Shard}" : ""));

        var contenders = request.Points;
        foreach (var (round, share) in rounds.Select((share, i) => (i, share)))
        {
            Try(Mine(contenders), share, data, store, cancellationToken);
            if (round < rounds.Length - 1)
                contenders = Best(contenders, share, rounds[^1], store);
        }

        var page = TuningPage.Of(request, rounds, data, store);
        screen.Wrapped("page", page.Write(folder));
        TuningPage.Show(screen, request, rounds, store);
        SketchWarning.Show(screen, data);
    }

    /// <summary>The share of its epochs that each round gives a point, as a count of the last round's.</summary>
    private ImmutableArray<int> Rounds()
    {
        if (!request.Halves)
            return [1];
        var rounds = 1;
        while (Math.Pow(Factor, rounds) <= request.Points.Length && Math.Pow(Factor, rounds) <= request.Experiment.Training.Epochs)
            rounds++;
        return [.. Enumerable.Range(0, rounds).Select(round => (int)Math.Pow(Factor, round))];
    }

    private ImmutableArray<TuningPoint> Mine(ImmutableArray<TuningPoint> points) =>
        [.. points.Where((_, i) => i % request.Shard.Count == request.Shard.Number - 1)];

    private void Try(ImmutableArray<TuningPoint> points, int share, ImageDataSet data, TuningStore store, CancellationToken cancellationToken)
    {
        var shares = Rounds()[^1];
        var kept = points.Select(point => (Point: point, Outcome: store.Find(point, Epochs(point, share, shares)))).Where(entry => entry.Outcome is not null).ToList();
        for (var i = 0; i < kept.Count; i++)
            screen.Line($"{Line(i + 1, kept[i].Point, kept[i].Outcome!)}, kept from before");

        var missing = points.Except(kept.Select(entry => entry.Point)).ToList();
        var done = kept.Count;
        var cores = CoreShare.Of(request.Parallel, request.Threads, missing.Count);
        RunBoard.Show(screen, cores.AtOnce, board => SideBySide.Run(missing, cores.AtOnce, (point, stop) =>
        {
            var epochs = Epochs(point, share, shares);
            var outcome = board.Run(point.Text, display => display.Train(
                point.Text, progress => new PointTraining(request, cores.Threads, data, progress, stop).Run(point.Experiment, epochs)));
            store.Keep(point, epochs, outcome);
            var number = Interlocked.Increment(ref done);
            board.Line(
                $"{Line(number, point, outcome)} in {Figures.Duration(TimeSpan.FromSeconds(outcome.Seconds))}",
                $"{Figures.Count(number)}/{Figures.Count(points.Length)} done");
        }, cancellationToken));

        string Line(int number, TuningPoint point, TuningOutcome outcome) =>
            $"{Figures.Count(number)}/{Figures.Count(points.Length)} {point.Text}, {Figures.Plain(outcome.Epochs)} epochs: accuracy {Figures.Percent(outcome.Score)}";
    }

    private static ImmutableArray<TuningPoint> Best(ImmutableArray<TuningPoint> points, int share, int shares, TuningStore store) =>
    [
        .. points.OrderByDescending(point => store.Find(point, Epochs(point, share, shares))!.Score).Take(Math.Max(1, points.Length / Factor)),
    ];

    /// <summary>The epochs of a point in a round.</summary>
    internal static int Epochs(TuningPoint point, int share, int shares) => Math.Max(1, point.Experiment.Training.Epochs * share / shares);
}
