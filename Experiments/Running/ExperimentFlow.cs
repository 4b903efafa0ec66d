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
            runs.Add(RunOne(seed, Divide(set, seed), loading.Elapsed, cancellationToken));

        if (runs.Count > 1)
            SeedsNotice.Show(screen, request, runs, SeedsSummary.Write(request, runs));
        SketchWarning.Show(screen, set);
        if (!request.Quiet)
            NextSteps.Show(screen, surroundings.Workplace, runs[^1]);
        return runs;
    }

    private ImageDataSet LoadData(CancellationToken cancellationToken) =>
        display.Download("looking for the data", progress => DataSource.Load(new MLContext(request.FirstSeed), request.Experiment.DataSet, request.Data, progress, cancellationToken));

    private RunData Divide(ImageDataSet set, int seed) =>
        request.Experiment.PooledTestFraction is { } fraction ? RunData.Pooled(set, fraction, seed) : RunData.AsPublished(set);

    private FinishedRun RunOne(int seed, RunData data, TimeSpan loading, CancellationToken cancellationToken)
    {
        var started = DateTimeOffset.Now;
        var mlContext = new MLContext(seed);
        var trained = ModelTraining.Train(mlContext, request, seed, data, display, cancellationToken);

        if (!request.Quiet && trained.Ending is { } ending)
            screen.Line($"trained {ending}");

        var judging = Stopwatch.StartNew();
        var evaluation = display.Step(
            $"judging on {Figures.Count(data.TestImages.Count)} test images", () => HoldOut.Evaluate(mlContext, trained.Pipeline.Transform(data.Test)));
        judging.Stop();
        var training = display.Step(
            $"judging on {Figures.Count(data.TrainImages.Count)} training images", () => HoldOut.Evaluate(mlContext, trained.Pipeline.Transform(data.Train)));
        cancellationToken.ThrowIfCancellationRequested();

        var description = RunDescriber.Describe(request, seed, data, started, loading, trained, judging.Elapsed);
        var folder = display.Step("writing the run folder", () => RunFolder.Write(
            request.ResultsFolder,
            description,
            trained.History,
            evaluation,
            stream => mlContext.Model.Save(trained.Pipeline, data.Train.Schema, stream),
            new GreyImages(data.TestImages.Pixels.ToArray(), data.TestImages.Width, data.TestImages.Height),
            new RunSupplement
            {
                TrainAccuracy = training.Accuracy,
                Temperature = trained.Temperature,
                Sections = [.. FirstLayerSection.Of(trained.Network, data.TestImages, data.Set.ClassNames, description.Caption)],
            },
            cancellationToken));
        RunExports.Write(screen, request, description, trained.History, evaluation, folder);
        var run = new FinishedRun(seed, folder, trained, evaluation, description, loading + (DateTimeOffset.Now - started)) { TrainAccuracy = training.Accuracy };
        OutcomeNotice.Show(screen, request, run);
        return run;
    }
}
