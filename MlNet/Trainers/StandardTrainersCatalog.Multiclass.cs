using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public static partial class StandardTrainersCatalog
{
    /// <summary>Naive Bayes over features that are present (above zero) or absent.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label: a key of UInt32.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    public static NaiveBayesMulticlassTrainer NaiveBayes(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, string labelColumnName = "Label", string featureColumnName = "Features")
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new NaiveBayesMulticlassTrainer(catalog.Environment, labelColumnName, featureColumnName);
    }

    /// <summary>A binary classifier for each class against all others.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="binaryEstimator">A binary trainer of this library; its label column is not read.</param>
    /// <param name="labelColumnName">The label: a key of UInt32.</param>
    /// <param name="imputeMissingLabelsAsNegative">Whether rows without a label are taken for negative ones; only false is supported: they are left out.</param>
    /// <param name="calibrator">How probabilities are made of margins; only null is supported: Platt's calibrator.</param>
    /// <param name="maximumCalibrationExampleCount">How many rows the calibrator looks at.</param>
    /// <param name="useProbabilities">Whether the scores are probabilities rather than margins.</param>
    /// <exception cref="ArgumentException">The binary trainer is not one of this library, or an option is not supported.</exception>
    public static OneVersusAllTrainer OneVersusAll<TModel>(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        ITrainerEstimator<BinaryPredictionTransformer<TModel>, TModel> binaryEstimator,
        string labelColumnName = "Label",
        bool imputeMissingLabelsAsNegative = false,
        IEstimator<ISingleFeaturePredictionTransformer<ICalibrator>>? calibrator = null,
        int maximumCalibrationExampleCount = 1_000_000_000,
        bool useProbabilities = true)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(binaryEstimator);
        if (binaryEstimator is not IBinaryTrainer trainer)
            throw new ArgumentException($"A binary trainer of this library was expected. Received: {binaryEstimator.GetType()}.", nameof(binaryEstimator));
        if (imputeMissingLabelsAsNegative)
            throw new ArgumentException("Rows without a label cannot be taken for negative ones here; they are left out. Received: true.", nameof(imputeMissingLabelsAsNegative));
        if (calibrator is not null)
            throw new ArgumentException($"Probabilities are made by Platt's calibrator, which null stands for. Received: {calibrator.GetType()}.", nameof(calibrator));
        return new OneVersusAllTrainer(catalog.Environment, trainer, labelColumnName, maximumCalibrationExampleCount, useProbabilities);
    }
}
