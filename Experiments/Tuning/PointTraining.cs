using System.Diagnostics;
using Microsoft.ML;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>Trains a point and judges it on training images held back.</summary>
internal sealed class PointTraining(TuningRequest request, int threads, ImageDataSet data, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
{
    private const double DefaultValidation = 0.2;
    private readonly MLContext mlContext = new(request.Seed);

    /// <summary>A point that its learning rate drives beyond all numbers came to nothing: accuracy 0.</summary>
    public TuningOutcome Run(NetworkExperiment experiment, int epochs)
    {
        var network = experiment with { Training = experiment.Training with { Epochs = epochs } };
        var clock = Stopwatch.StartNew();
        try
        {
            return request.Folds is { } folds ? OverFolds(network, folds, clock) : OnSplit(network, clock);
        }
        catch (TrainingDivergedException)
        {
            return new TuningOutcome([0], double.MaxValue, epochs, clock.Elapsed.TotalSeconds);
        }
    }

    private TuningOutcome OnSplit(NetworkExperiment network, Stopwatch clock)
    {
        var plan = network.Training;
        if (plan.ValidationFraction == 0)
            network = network with { Training = plan with { ValidationFraction = DefaultValidation } };
        var settings = Settings();
        var columns = ExperimentPipeline.Columns(mlContext, settings).Fit(data.Train);
        var trainer = ExperimentPipeline.NetworkTrainer(mlContext, network, settings);
        trainer.Fit(columns.Transform(data.Train));
        var history = trainer.History;
        var kept = plan.EarlyStopping is { RestoreBestWeights: true } ? history.First(epoch => epoch.Epoch == trainer.LastResult!.BestEpoch) : history[^1];
        return new TuningOutcome([kept.ValidationAccuracy!.Value], kept.ValidationLoss!.Value, plan.Epochs, clock.Elapsed.TotalSeconds);
    }

    private TuningOutcome OverFolds(NetworkExperiment network, int folds, Stopwatch clock)
    {
        // A network that does not stop early by them needs no validation images within a fold.
        if (network.Training.EarlyStopping is null)
            network = network with { Training = network.Training with { ValidationFraction = 0 } };
        var splits = new StratifiedKFold(folds, Shuffle: true, request.Seed).Split(Array.ConvertAll(data.TrainImages.Labels.ToArray(), label => (int)label));
        var results = splits.Select((split, i) => CrossValidation.RunOne(mlContext, data.Train, ExperimentPipeline.Create(mlContext, network, Settings()).Estimator, i, split)).ToList();
        return new TuningOutcome(
            [.. results.Select(result => result.Evaluation.Accuracy)], results.Average(result => result.Evaluation.LogLoss), network.Training.Epochs, clock.Elapsed.TotalSeconds);
    }

    private PipelineSettings Settings() => new(request.Seed, threads, data.ClassNames) { Progress = progress, CancellationToken = cancellationToken };
}
