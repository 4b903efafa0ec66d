using System.Diagnostics;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>
/// Does many runs, as many side by side as the cores hold. What is finished already, by this process or any other that shares the results
/// folder, is not done again; so an interrupted set goes on where it stopped, and the parts of an array of jobs make one whole.
/// </summary>
internal sealed class RunSet(Surroundings surroundings, RunSetRequest request)
{
    private readonly Dictionary<DataSetChoice, ImageDataSet> sets = [];
    private readonly RunSetNotice notice = new(surroundings.Screen);
    private readonly ChainWeights weights = new(request.ResultsFolder);

    /// <summary>Does what is missing of <paramref name="runs"/> and belongs to this shard.</summary>
    public void Run(IReadOnlyList<PlannedRun> runs, CancellationToken cancellationToken)
    {
        if (Prepare(runs, cancellationToken) is not var (missing, share, schedule, _))
            return;
        RunBoard.Show(surroundings.Screen, share.AtOnce, board => SideBySide.Run(schedule.Chains, share.AtOnce, (chain, stop) =>
        {
            foreach (var run in chain)
            {
                stop.ThrowIfCancellationRequested();
                schedule.Begin(run);
                var finished = board.Run(RunSetNotice.Title(run), display => RunOne(run, runs, share.Threads, display, stop));
                RunSetNotice.Done(board, schedule.End(run), missing.Count, run, finished);
            }
        }, cancellationToken));
    }

    /// <summary>Tells what <see cref="Run"/> would take, experiment by experiment.</summary>
    public void Estimate(IReadOnlyList<PlannedRun> runs, CancellationToken cancellationToken)
    {
        if (Prepare(runs, cancellationToken) is var (missing, _, _, speed))
            notice.Costs([.. missing.Select(run => (run, AsRequested(run), Seconds(speed, run), speed.ImagesPerSecond(AsRequested(run).Experiment)))]);
    }

    /// <summary>Says what is to do and how long it will take; null where nothing is.</summary>
    private (List<PlannedRun> Missing, CoreShare Share, RunSchedule Schedule, SpeedEstimate Speed)? Prepare(IReadOnlyList<PlannedRun> runs, CancellationToken cancellationToken)
    {
        var possible = runs.Where(HasData).ToList();
        var different = Different(possible);
        var mine = request.Shard.Of(different);
        var missing = Missing(mine, RunLedger.Read(request.ResultsFolder));
        notice.Plan(runs.Count, runs.Count - possible.Count, possible.Count - different.Count, mine.Count, request.Shard, missing.Count);
        if (missing.Count == 0)
            return null;

        // Loaded before several runs ask for them at once.
        foreach (var choice in missing.Select(run => run.Experiment.DataSet).Distinct())
            Set(choice);
        var share = CoreShare.Of(request.Parallel, request.Threads, missing.Select(run => run.Chain).Distinct().Count());
        var clock = Stopwatch.StartNew();
        var set = Set(missing[0].Experiment.DataSet);
        var speed = SpeedEstimate.Measure(missing.Select(AsRequested), set, TrainRows(set), share, cancellationToken);
        var schedule = new RunSchedule([.. missing.Select(run => (run, Seconds(speed, run)))], share.AtOnce);
        notice.Estimate(missing.Count, schedule.Expected, share, clock.Elapsed);
        return (missing, share, schedule, speed);
    }

    /// <summary>The finished run of a planned one, or null.</summary>
    public RunRecord? Find(PlannedRun run, RunLedger ledger) =>
        HasData(run) && ledger.Folder(SignatureOf(run), run.Experiment.Name) is { } folder ? RunReader.Read(folder) : null;

    /// <summary>Whether there is data for a run: no sketch stands in for handwritten digits.</summary>
    public bool HasData(PlannedRun run) => !request.Data.UseSketch || run.Experiment.DataSet == DataSetChoice.FashionMnist;

    /// <summary>The data set of that name, loaded once.</summary>
    public ImageDataSet Set(DataSetChoice choice)
    {
        if (!sets.TryGetValue(choice, out var set))
        {
            var display = RunDisplay.For(surroundings.Screen, quiet: false);
            sets[choice] = set = display.Download("looking for the data", progress =>
                DataSource.Load(new MLContext(), choice, request.Data, progress, CancellationToken.None));
        }

        return set;
    }

    /// <summary>
    /// One run of each declaration, which answers for all names that have it: the first, unless others begin with the weights of another. The
    /// same on every machine, whatever is finished there.
    /// </summary>
    internal IReadOnlyList<PlannedRun> Different(IReadOnlyList<PlannedRun> runs)
    {
        var links = runs.CountBy(run => run.Chain).ToDictionary();
        var chosen = runs.GroupBy(run => RunSignature.Declaration(RequestFor(run), run.Seed))
            .Select(same => same.FirstOrDefault(run => links[run.Chain] > 1) ?? same.First())
            .ToHashSet();
        return [.. runs.Where(run => chosen.Contains(run) || links[run.Chain] > 1)];
    }

    /// <summary>A chain goes on where its weights are; where they are not, it begins anew.</summary>
    private List<PlannedRun> Missing(IReadOnlyList<PlannedRun> runs, RunLedger ledger)
    {
        var missing = new List<PlannedRun>();
        foreach (var chain in runs.GroupBy(run => run.Chain))
        {
            var links = chain.ToArray();
            var first = Array.FindIndex(links, run => !ledger.Holds(SignatureOf(run)));
            if (first < 0)
                continue;
            if (links[first].Experiment is NetworkExperiment { StartsFrom: not null } && (first == 0 || !weights.Has(SignatureOf(links[first - 1]))))
                first = 0;
            missing.AddRange(links[first..]);
        }

        var order = runs.Select((run, i) => (run, i)).ToDictionary(pair => pair.run, pair => pair.i);
        missing.Sort((a, b) => order[a].CompareTo(order[b]));
        return missing;
    }

    private FinishedRun RunOne(PlannedRun run, IReadOnlyList<PlannedRun> all, int threads, IRunDisplay display, CancellationToken cancellationToken)
    {
        var before = Predecessor(run, all);
        var single = RequestFor(run) with { Threads = threads, StartingWeights = before is null ? null : weights.Read(SignatureOf(before)) };
        var set = Set(run.Experiment.DataSet);
        var finished = new SingleRun(surroundings.Screen, display, single)
            .Run(run.Seed, RunData.Of(set, single.Experiment, run.Seed, request.Rows), TimeSpan.Zero, cancellationToken);
        if (all.Any(next => Follows(next, run)) && finished.Trained.Network is { } network)
            weights.Keep(SignatureOf(run), network);
        if (before is not null)
            weights.Drop(SignatureOf(before));
        return finished;
    }

    private static PlannedRun? Predecessor(PlannedRun run, IReadOnlyList<PlannedRun> all) => all.FirstOrDefault(other => Follows(run, other));

    private static bool Follows(PlannedRun run, PlannedRun other) =>
        run.Experiment is NetworkExperiment { StartsFrom: { } start } && other.Seed == run.Seed && other.Experiment.Name == start;

    private RunRequest RequestFor(PlannedRun run)
    {
        var overrides = request.OverridesFor(run.Experiment);
        return request.Asking(new RunRequest(overrides.ApplyTo(run.Experiment), request.Data)
        {
            Overrides = overrides,
            ResultsFolder = request.ResultsFolder,
            FirstSeed = run.Seed,
            Rows = request.Rows,
            Quiet = true,
        });
    }

    private PlannedRun AsRequested(PlannedRun run) => run with { Experiment = RequestFor(run).Experiment };

    private string SignatureOf(PlannedRun run) => RunSignature.Of(RequestFor(run), run.Seed, Set(run.Experiment.DataSet));

    private double Seconds(SpeedEstimate speed, PlannedRun run)
    {
        var set = Set(run.Experiment.DataSet);
        return speed.Seconds(AsRequested(run), TrainRows(set), Math.Min(set.TestCount, request.Rows?.Test ?? int.MaxValue));
    }

    private int TrainRows(ImageDataSet set) => Math.Min(set.TrainCount, request.Rows?.Train ?? int.MaxValue);
}
