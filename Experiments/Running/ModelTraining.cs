using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Display;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>Fits the whole pipeline of an experiment: pixels to [0, 1], class name to key, trainer, key to class name.</summary>
internal static class ModelTraining
{
    public static TrainedModel Train(
        MLContext mlContext, RunRequest request, int seed, RunData data, IRunDisplay display, CancellationToken cancellationToken) => request.Experiment switch
    {
        NetworkExperiment network => TrainNetwork(mlContext, request, network, seed, data, display, cancellationToken),
        LinearExperiment linear => TrainLinear(mlContext, request, linear, data, display, cancellationToken),
        _ => throw new InvalidOperationException($"No training is declared for {request.Experiment.GetType().Name}."),
    };

    private static TrainedModel TrainNetwork(
        MLContext mlContext, RunRequest request, NetworkExperiment experiment, int seed, RunData data, IRunDisplay display, CancellationToken cancellationToken) =>
        display.Train($"training {experiment.Name}, seed {seed.ToString(CultureInfo.InvariantCulture)}", progress =>
        {
            var trainer = mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(experiment.Architecture, new ConvolutionalNetworkTrainer.Options
            {
                Epochs = experiment.Training.Epochs,
                BatchSize = experiment.Training.BatchSize,
                Optimizer = experiment.Training.Optimizer,
                ValidationFraction = experiment.Training.ValidationFraction,
                EarlyStopping = experiment.Training.EarlyStopping,
                Augmentation = experiment.Training.Augmentation,
                Schedule = experiment.Training.Schedule,
                Seed = seed,
                Threads = request.Threads,
                Progress = progress,
                CancellationToken = cancellationToken,
            });
            var watch = Stopwatch.StartNew();
            var model = Pipeline(mlContext, data, trainer).Fit(data.Train);
            return new TrainedModel(model, Records(trainer.History), watch.Elapsed, Ending(trainer.LastResult!, experiment.Training));
        });

    private static TrainedModel TrainLinear(
        MLContext mlContext, RunRequest request, LinearExperiment experiment, RunData data, IRunDisplay display, CancellationToken cancellationToken) =>
        display.TrainFromLog($"training {experiment.Name}", lines =>
        {
            using var log = new TrainerLog(mlContext, lines, cancellationToken);
            var watch = Stopwatch.StartNew();
            var model = Pipeline(mlContext, data, LinearTrainers.Create(mlContext, experiment.Plan, request.Threads)).Fit(data.Train);
            return new TrainedModel(model, [], watch.Elapsed, Ending: null);
        });

    private static IEstimator<ITransformer> Pipeline(MLContext mlContext, RunData data, IEstimator<ITransformer> trainer) =>
        mlContext.Transforms.NormalizePixels("Features", "Pixels")
            .Append(mlContext.Transforms.Conversion.MapLabelToKey("Label", data.Set.ClassNames))
            .Append(trainer)
            .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

    private static string Ending(TrainingResult result, TrainingPlan plan) => string.Create(CultureInfo.InvariantCulture,
        $"{result.History.Length} epochs{(result.StoppedEarly ? ", stopped early" : "")}{(plan.EarlyStopping is { RestoreBestWeights: true } ? $", weights of epoch {result.BestEpoch} kept" : "")}");

    private static EpochRecord[] Records(IEnumerable<EpochResult> history) =>
        [.. history.Select(epoch => new EpochRecord(
            epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy, epoch.LearningRate, epoch.Elapsed.TotalSeconds))];
}
