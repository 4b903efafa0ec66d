using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class MulticlassClassificationCatalog
{
    /// <summary>Trains and judges as often as there are folds, each time with another fold held out.</summary>
    /// <param name="data">All rows.</param>
    /// <param name="estimator">The pipeline to train.</param>
    /// <param name="numberOfFolds">At least 2.</param>
    /// <param name="labelColumnName">The true class in the scored rows.</param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one fold; null to draw row by row.</param>
    /// <param name="seed">The seed of the drawing; null for the context's.</param>
    public IReadOnlyList<CrossValidationResult<MulticlassClassificationMetrics>> CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string? samplingKeyColumnName = null,
        int? seed = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        return CrossValidateFolds(data, estimator, numberOfFolds, samplingKeyColumnName, seed, scored => Evaluate(scored, labelColumnName));
    }
}
