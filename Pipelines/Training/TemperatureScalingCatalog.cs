using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace MlNetFashion.Pipelines;

/// <summary>Calibrated trainers on ML.NET's catalog of multiclass trainers.</summary>
public static class TemperatureScalingCatalog
{
    /// <summary>A trainer whose models are calibrated by a temperature, chosen on rows held back from training.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="trainer">Any of ML.NET's that make a maximum-entropy model: LbfgsMaximumEntropy, SdcaMaximumEntropy.</param>
    /// <param name="chooseTemperature">
    /// Gets the probabilities of the rows held back, [row, class], with their classes, and answers the number that the logits are divided by,
    /// above 0.
    /// </param>
    /// <param name="options">On which rows it is chosen; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is impossible; the message says which.</exception>
    /// <example>
    /// <code>
    /// var calibrated = mlContext.MulticlassClassification.Trainers.Calibrated(
    ///     mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(),
    ///     (probabilities, labels) => TemperatureScaling.Fit(Predictions.From(labels, probabilities, classes: 10)));
    /// </code>
    /// </example>
    public static TemperatureScaledTrainer Calibrated(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        IEstimator<ISingleFeaturePredictionTransformer<MaximumEntropyModelParameters>> trainer,
        Func<float[], int[], double> chooseTemperature,
        TemperatureScaledTrainer.Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(chooseTemperature);
        options ??= new TemperatureScaledTrainer.Options();
        options.Validate();
        return new TemperatureScaledTrainer(trainer, chooseTemperature, options);
    }
}
