using MlNetFashion.Experiments.Catalogue;
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
            Asking = run => run with { Temperature = request.Temperature, TestCurve = request.TestCurve, TensorBoard = request.TensorBoard, MlflowStore = request.MlflowStore },
            Shard = shard,
        });
        var data = set.Set(request.Experiment.DataSet);
        opening.Show(data);
        SketchWarning.Show(surroundings.Screen, data);
        set.Run(runs, cancellationToken);
        var ledger = RunLedger.Read(request.ResultsFolder);
        var finished = runs.Select(run => (run, set.Find(run, ledger))).ToList();
        MembersNotice.Show(surroundings.Screen, finished);
        if (request.Experiment is not CompositeExperiment && finished.Count > 1 && finished.All(run => run.Item2 is not null))
        {
            var records = finished.Select(run => run.Item2!).ToList();
            SeedsNotice.ShowMean(surroundings.Screen, request.Experiment.Name, records, SeedsSummary.Write(request, records));
        }

        SketchWarning.Show(surroundings.Screen, data);
    }
}
