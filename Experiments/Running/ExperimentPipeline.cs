using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>The untrained pipeline of an experiment: pixels to [0, 1], class name to key, trainer, key to class name.</summary>
/// <param name="Before">What comes before the trainer.</param>
/// <param name="Estimator">The whole.</param>
/// <param name="Network">The trainer within, where it is a network's.</param>
internal sealed record ExperimentPipeline(IEstimator<ITransformer> Before, IEstimator<ITransformer> Estimator, ConvolutionalNetworkTrainer? Network)
{
    public static ExperimentPipeline Create(MLContext mlContext, Experiment experiment, PipelineSettings settings)
    {
        var network = experiment is NetworkExperiment declared ? NetworkTrainer(mlContext, declared, settings) : null;
        IEstimator<ITransformer> trainer = network is not null ? network : experiment switch
        {
            LinearExperiment linear => Linear(mlContext, linear.Plan, settings),
            BoostedTreesExperiment trees => BoostedTrees.Create(mlContext, trees.Plan, settings.Threads),
            _ => throw new InvalidOperationException($"No training is declared for {experiment.GetType().Name}."),
        };
        var before = Columns(mlContext, settings);
        return new ExperimentPipeline(before, before.Append(trainer).Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel")), network);
    }

    /// <summary>The rows that calibrate are drawn by the seed.</summary>
    private static IEstimator<ITransformer> Linear(MLContext mlContext, LinearPlan plan, PipelineSettings settings)
    {
        var trainer = LinearTrainers.Create(mlContext, plan, settings.Threads);
        return settings.Temperature is not { } temperature
            ? trainer
            : mlContext.MulticlassClassification.Trainers.Calibrated(
                trainer, temperature.Choose, new TemperatureScaledTrainer.Options { ValidationFraction = plan.ValidationFraction, Seed = settings.Seed });
    }

    /// <summary>Fits a network's pipeline with the images that validate given apart.</summary>
    public ITransformer Fit(MLContext mlContext, IDataView train, IDataView validation)
    {
        var columns = Before.Fit(train);
        var trained = Network!.Fit(columns.Transform(train), columns.Transform(validation));
        var names = mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(trained.Transform(columns.Transform(train)));
        return new TransformerChain<ITransformer>(columns, trained, names);
    }

    /// <summary>What comes before the trainer.</summary>
    public static IEstimator<ITransformer> Columns(MLContext mlContext, PipelineSettings settings) =>
        mlContext.Transforms.NormalizePixels("Features", "Pixels").Append(mlContext.Transforms.Conversion.MapLabelToKey("Label", settings.ClassNames));

    public static ConvolutionalNetworkTrainer NetworkTrainer(MLContext mlContext, NetworkExperiment experiment, PipelineSettings settings) =>
        mlContext.MulticlassClassification.Trainers.ConvolutionalNetwork(experiment.Architecture, new ConvolutionalNetworkTrainer.Options
        {
            Epochs = experiment.Training.Epochs,
            BatchSize = experiment.Training.BatchSize,
            Optimizer = experiment.Training.Optimizer,
            ValidationFraction = experiment.Training.ValidationFraction,
            EarlyStopping = experiment.Training.EarlyStopping,
            Augmentation = experiment.Training.Augmentation,
            Schedule = experiment.Training.Schedule,
            Seed = settings.Seed,
            Threads = settings.Threads,
            InitialParameters = settings.InitialParameters,
            Callbacks = settings.Callbacks,
            ChooseTemperature = settings.Temperature is { } temperature ? temperature.Choose : null,
            Progress = settings.Progress,
            CancellationToken = settings.CancellationToken,
        });
}
