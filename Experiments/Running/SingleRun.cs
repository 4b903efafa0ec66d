using System.Diagnostics;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Running;

/// <summary>One training with one seed: trained, judged, written into its run folder and shown.</summary>
internal sealed class SingleRun(Screen screen, IRunDisplay display, RunRequest request)
{
    /// <param name="seed">The seed.</param>
    /// <param name="data">The data, divided.</param>
    /// <param name="loading">How long it took to get it.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    public FinishedRun Run(int seed, RunData data, TimeSpan loading, CancellationToken cancellationToken)
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
        return new FinishedRun(seed, folder, trained, evaluation, description, loading + (DateTimeOffset.Now - started)) { TrainAccuracy = training.Accuracy };
    }
}
