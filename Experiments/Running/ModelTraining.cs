using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>Fits the whole pipeline of an experiment: pixels to [0, 1], class name to key, trainer, key to class name.</summary>
internal static class ModelTraining
{
    public static TrainedModel Train(
        MLContext mlContext, RunRequest request, int seed, RunData data, IRunDisplay display, CancellationToken cancellationToken) => request.Experiment switch
    {
        NetworkExperiment network => TrainNetwork(mlContext, request, network, seed, data, display, cancellationToken),
        LinearExperiment or BoostedTreesExperiment => TrainFromLog(mlContext, request, data, display, cancellationToken),
        _ => throw new InvalidOperationException($"No training is declared for {request.Experiment.GetType().Name}."),
    };

    private static TrainedModel TrainNetwork(
        MLContext mlContext, RunRequest request, NetworkExperiment experiment, int seed, RunData data, IRunDisplay display, CancellationToken cancellationToken) =>
        display.Train($"training {experiment.Name}, seed {seed.ToString(CultureInfo.InvariantCulture)}", progress =>
        {
            var temperature = request.Temperature ? new TemperatureChoice() : null;
            var curve = request.TestCurve || experiment.Training.TestEachEpoch ? new TestCurve(data.TestImages) : null;
            var pipeline = ExperimentPipeline.Create(mlContext, experiment, new PipelineSettings(seed, request.Threads, data.Set.ClassNames)
            {
                Callbacks = curve is null ? [] : [curve],
                Temperature = temperature,
                InitialParameters = request.StartingWeights,
                Progress = progress,
                CancellationToken = cancellationToken,
            });
            var watch = Stopwatch.StartNew();
            var model = data.Validation is { } validation ? pipeline.Fit(mlContext, data.Train, validation) : pipeline.Estimator.Fit(data.Train);
            var trainer = pipeline.Network!;
            return new TrainedModel(model, Records(trainer.History, curve), watch.Elapsed, Ending(trainer.LastResult!, experiment.Training))
            {
                Network = trainer.LastResult!.Network,
                Temperature = temperature?.Value,
            };
        });

    private static TrainedModel TrainFromLog(
        MLContext mlContext, RunRequest request, RunData data, IRunDisplay display, CancellationToken cancellationToken) =>
        display.TrainFromLog($"training {request.Experiment.Name}", lines =>
        {
            using var log = new TrainerLog(mlContext, lines, cancellationToken);
            var watch = Stopwatch.StartNew();
            var temperature = request.Temperature ? new TemperatureChoice() : null;
            var pipeline = ExperimentPipeline.Create(
                mlContext, request.Experiment, new PipelineSettings(request.FirstSeed, request.Threads, data.Set.ClassNames) { Temperature = temperature });
            return new TrainedModel(pipeline.Estimator.Fit(data.Train), [], watch.Elapsed, Ending: null)
            {
                Temperature = temperature?.Value,
                CalibrationImages = temperature?.Images ?? 0,
            };
        });

    private static string Ending(TrainingResult result, TrainingPlan plan) => string.Create(CultureInfo.InvariantCulture,
        $"{result.History.Length} epochs{(result.StoppedEarly ? ", stopped early" : "")}{(plan.EarlyStopping is { RestoreBestWeights: true } ? $", weights of epoch {result.BestEpoch} kept" : "")}");

    /// <summary>A training's figures as reports have them.</summary>
    internal static EpochRecord[] Records(IEnumerable<EpochResult> history, TestCurve? curve = null) =>
        [.. history.Select(epoch => new EpochRecord(
            epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy, epoch.LearningRate, epoch.Elapsed.TotalSeconds)
        {
            TestLoss = curve?.Of(epoch.Epoch)?.Loss,
            TestAccuracy = curve?.Of(epoch.Epoch)?.Accuracy,
        })];
}
