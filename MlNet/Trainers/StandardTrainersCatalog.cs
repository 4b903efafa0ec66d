using Microsoft.ML.Trainers;

namespace Microsoft.ML;

/// <summary>The linear trainers and their relatives, as methods of the trainer catalogs.</summary>
public static partial class StandardTrainersCatalog
{
    /// <summary>Soft-max regression trained by L-BFGS.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label: a key of UInt32.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="l1Regularization">Weight of the sum of the magnitudes of all weights, for the whole data set.</param>
    /// <param name="l2Regularization">Weight of half the squared length of all weights, for the whole data set.</param>
    /// <param name="optimizationTolerance">The mean relative improvement over five iterations under which training ends.</param>
    /// <param name="historySize">Steps that the estimate of the curvature remembers.</param>
    /// <param name="enforceNonNegativity">Whether all weights are kept at or above zero.</param>
    public static LbfgsMaximumEntropyMulticlassTrainer LbfgsMaximumEntropy(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        float l1Regularization = 1,
        float l2Regularization = 1,
        float optimizationTolerance = 1e-7f,
        int historySize = 20,
        bool enforceNonNegativity = false) =>
        catalog.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            L1Regularization = l1Regularization,
            L2Regularization = l2Regularization,
            OptimizationTolerance = optimizationTolerance,
            HistorySize = historySize,
            EnforceNonNegativity = enforceNonNegativity,
        });

    /// <summary>Soft-max regression trained by L-BFGS, with all options.</summary>
    public static LbfgsMaximumEntropyMulticlassTrainer LbfgsMaximumEntropy(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, LbfgsMaximumEntropyMulticlassTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new LbfgsMaximumEntropyMulticlassTrainer(catalog.Environment, options);
    }
}
