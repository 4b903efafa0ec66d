using System.Diagnostics;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>One <c>experiment</c> command from its data to its last hint: load, then for each seed train, judge, write and show.</summary>
internal sealed class ExperimentFlow(Surroundings surroundings, RunRequest request)
{
    private readonly Screen screen = surroundings.Screen;
    private readonly IRunDisplay display = RunDisplay.For(surroundings.Screen, request.Quiet);

    /// <summary>Runs every seed asked for.</summary>
    public IReadOnlyList<FinishedRun> Run(CancellationToken cancellationToken)
    {
        var opening = new OpeningNotice(screen, request.Quiet);
        opening.Show(request);
        var loading = Stopwatch.StartNew();
        var set = LoadData(cancellationToken);
        loading.Stop();
        opening.Show(set);
        SketchWarning.Show(screen, set);

        var runs = new List<FinishedRun>();
        for (var seed = request.FirstSeed; seed < request.FirstSeed + request.Seeds; seed++)
            runs.Add(RunOne(seed, set, loading.Elapsed, cancellationToken));

        if (runs.Count > 1)
        {
            var records = runs.Select(run => RunReader.Read(run.Folder)).ToList();
            SeedsNotice.Show(screen, runs, records, SeedsSummary.Write(request, records));
        }

        SketchWarning.Show(screen, set);
        if (!request.Quiet)
            NextSteps.Show(screen, surroundings.Workplace, runs[^1]);
        return runs;
    }

    private ImageDataSet LoadData(CancellationToken cancellationToken) =>
        display.Download("looking for the data", progress => DataSource.Load(new MLContext(request.FirstSeed), request.Experiment.DataSet, request.Data, progress, cancellationToken));

    private FinishedRun RunOne(int seed, ImageDataSet set, TimeSpan loading, CancellationToken cancellationToken)
    {
        var run = new SingleRun(screen, display, request).Run(seed, RunData.Of(set, request.Experiment, seed), loading, cancellationToken);
        OutcomeNotice.Show(screen, request, run);
        return run;
    }
}
