using System.Collections.Immutable;
using Microsoft.ML;
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
    private readonly IRunDisplay display = RunDisplay.For(surroundings.Screen, quiet: !surroundings.Screen.Traits.IsLive);

    public void Run(CancellationToken cancellationToken)
    {
        var data = display.Download("looking for the data", progress => DataSource.Load(new MLContext(request.Seed), request.Experiment.DataSet, request.Data, progress, cancellationToken));
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
        for (var i = 0; i < points.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var epochs = Epochs(points[i], share, shares);
            var outcome = store.Find(points[i], epochs);
            var isKept = outcome is not null;
            if (outcome is null)
            {
                outcome = display.Train(points[i].Text, progress => new PointTraining(request, data, progress, cancellationToken).Run(points[i].Experiment, epochs));
                store.Keep(points[i], epochs, outcome);
            }

            screen.Line($"{Figures.Count(i + 1)}/{Figures.Count(points.Length)} {points[i].Text}, {Figures.Plain(epochs)} epochs: accuracy {Figures.Percent(outcome.Score)}"
                + (isKept ? ", kept from before" : $" in {Figures.Duration(TimeSpan.FromSeconds(outcome.Seconds))}"));
        }
    }

    private static ImmutableArray<TuningPoint> Best(ImmutableArray<TuningPoint> points, int share, int shares, TuningStore store) =>
    [
        .. points.OrderByDescending(point => store.Find(point, Epochs(point, share, shares))!.Score).Take(Math.Max(1, points.Length / Factor)),
    ];

    /// <summary>The epochs of a point in a round.</summary>
    internal static int Epochs(TuningPoint point, int share, int shares) => Math.Max(1, point.Experiment.Training.Epochs * share / shares);
}
