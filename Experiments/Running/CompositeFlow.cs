using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>One <c>experiment</c> command on a grid, on folds, or on one part of several seeds: the runs that are missing, then a table of all.</summary>
internal sealed class CompositeFlow(Surroundings surroundings, RunRequest request, Shard shard)
{
    public void Run(CancellationToken cancellationToken)
    {
        var opening = new OpeningNotice(surroundings.Screen, request.Quiet);
        opening.Show(request);
        var runs = PlannedRun.Of([request.Experiment], request.FirstSeed, request.Seeds).ToArray();
        var set = new RunSet(surroundings, new RunSetRequest(request.Data)
        {
            ResultsFolder = request.ResultsFolder,
            Threads = request.Threads == 0 ? null : request.Threads,
            OverridesFor = _ => request.Overrides,
            Shard = shard,
        });
        var data = set.Set(request.Experiment.DataSet);
        opening.Show(data);
        SketchWarning.Show(surroundings.Screen, data);
        set.Run(runs, cancellationToken);
        var ledger = RunLedger.Read(request.ResultsFolder);
        MembersNotice.Show(surroundings.Screen, [.. runs.Select(run => (run, set.Find(run, ledger)))]);
        SketchWarning.Show(surroundings.Screen, data);
    }
}
