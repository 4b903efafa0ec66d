using Microsoft.ML.Trainers;

namespace Microsoft.ML;

public static partial class StandardTrainersCatalog
{
    /// <summary>The averaged perceptron.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label, a Boolean.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="lossFunction">What a margin costs; null for the logistic loss (options without one have the hinge loss, as in ML.NET).</param>
    /// <param name="learningRate">The length of a step.</param>
    /// <param name="decreaseLearningRate">Whether steps shrink with the square root of the number of rows seen.</param>
    /// <param name="l2Regularization">The share of the weights that is taken off twice at each row, at least 0 and below 0.5.</param>
    /// <param name="numberOfIterations">Passes over the data.</param>
    public static AveragedPerceptronTrainer AveragedPerceptron(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        IClassificationLoss? lossFunction = null,
        float learningRate = 1,
        bool decreaseLearningRate = false,
        float l2Regularization = 0,
        int numberOfIterations = 10) =>
        catalog.AveragedPerceptron(new AveragedPerceptronTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            LossFunction = lossFunction ?? new LogLoss(),
            LearningRate = learningRate,
            DecreaseLearningRate = decreaseLearningRate,
            L2Regularization = l2Regularization,
            NumberOfIterations = numberOfIterations,
        });

    /// <summary>The averaged perceptron, with all options.</summary>
    public static AveragedPerceptronTrainer AveragedPerceptron(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, AveragedPerceptronTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new AveragedPerceptronTrainer(catalog.Environment, options);
    }

    /// <summary>Logistic regression trained by L-BFGS.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label, a Boolean.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="l1Regularization">Weight of the sum of the magnitudes of all weights, for the whole data set.</param>
    /// <param name="l2Regularization">Weight of half the squared length of all weights, for the whole data set.</param>
    /// <param name="optimizationTolerance">The mean relative improvement over five iterations under which training ends.</param>
    /// <param name="historySize">Steps that the estimate of the curvature remembers.</param>
    /// <param name="enforceNonNegativity">Whether all weights are kept at or above zero.</param>
    public static LbfgsLogisticRegressionBinaryTrainer LbfgsLogisticRegression(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        float l1Regularization = 1,
        float l2Regularization = 1,
        float optimizationTolerance = 1e-7f,
        int historySize = 20,
        bool enforceNonNegativity = false) =>
        catalog.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
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

    /// <summary>Logistic regression trained by L-BFGS, with all options.</summary>
    public static LbfgsLogisticRegressionBinaryTrainer LbfgsLogisticRegression(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, LbfgsLogisticRegressionBinaryTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new LbfgsLogisticRegressionBinaryTrainer(catalog.Environment, options);
    }

    /// <summary>A linear classifier with probabilities, trained by stochastic dual coordinate ascent.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label, a Boolean.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="l2Regularization">Weight of half the squared length of weights and bias, for a row; null for one that suits the data.</param>
    /// <param name="l1Regularization">The magnitude up to which a weight is zero; null for one that suits the number of features.</param>
    /// <param name="maximumNumberOfIterations">Passes over the data; null for a number that suits the rows.</param>
    public static SdcaLogisticRegressionBinaryTrainer SdcaLogisticRegression(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        float? l2Regularization = null,
        float? l1Regularization = null,
        int? maximumNumberOfIterations = null) =>
        catalog.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            L2Regularization = l2Regularization,
            L1Regularization = l1Regularization,
            MaximumNumberOfIterations = maximumNumberOfIterations,
        });

    /// <summary>The same with all options.</summary>
    public static SdcaLogisticRegressionBinaryTrainer SdcaLogisticRegression(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, SdcaLogisticRegressionBinaryTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new SdcaLogisticRegressionBinaryTrainer(catalog.Environment, options);
    }

    /// <summary>A linear classifier with margins, trained by stochastic dual coordinate ascent.</summary>
    /// <param name="catalog">Where the trainer hangs.</param>
    /// <param name="labelColumnName">The label, a Boolean.</param>
    /// <param name="featureColumnName">The features: a vector of Single of known size.</param>
    /// <param name="exampleWeightColumnName">A weight a row, a Single; null for none.</param>
    /// <param name="lossFunction">What a margin costs; null for the logistic loss.</param>
    /// <param name="l2Regularization">Weight of half the squared length of weights and bias, for a row; null for one that suits the data.</param>
    /// <param name="l1Regularization">The magnitude up to which a weight is zero; null for one that suits the number of features.</param>
    /// <param name="maximumNumberOfIterations">Passes over the data; null for a number that suits the rows.</param>
    public static SdcaNonCalibratedBinaryTrainer SdcaNonCalibrated(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        ISupportSdcaClassificationLoss? lossFunction = null,
        float? l2Regularization = null,
        float? l1Regularization = null,
        int? maximumNumberOfIterations = null) =>
        catalog.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            ExampleWeightColumnName = exampleWeightColumnName,
            LossFunction = lossFunction,
            L2Regularization = l2Regularization,
            L1Regularization = l1Regularization,
            MaximumNumberOfIterations = maximumNumberOfIterations,
        });

    /// <summary>The same with all options.</summary>
    public static SdcaNonCalibratedBinaryTrainer SdcaNonCalibrated(
        this BinaryClassificationCatalog.BinaryClassificationTrainers catalog, SdcaNonCalibratedBinaryTrainer.Options options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        return new SdcaNonCalibratedBinaryTrainer(catalog.Environment, options);
    }
}
