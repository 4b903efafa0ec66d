using Microsoft.ML.Data;

namespace Microsoft.ML;

public abstract partial class TrainCatalogBase
{
    /// <summary>Trains, scores and judges one fold after another.</summary>
    private protected IReadOnlyList<CrossValidationResult<T>> CrossValidateFolds<T>(
        IDataView data, IEstimator<ITransformer> estimator, int numberOfFolds, string? samplingKeyColumnName, int? seed, Func<IDataView, T> evaluate)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(estimator);
        DataSplits.CheckFolds(numberOfFolds);
        var results = new List<CrossValidationResult<T>>(numberOfFolds);
        foreach (DataOperationsCatalog.TrainTestData fold in DataSplits.Folds(Environment, data, numberOfFolds, samplingKeyColumnName, seed))
        {
            ITransformer model = estimator.Fit(fold.TrainSet);

            // A test needs the label, which steps for scoring alone need not make.
            IDataView scored = model is ITransformerChain chain ? chain.Transform(fold.TestSet, TransformerScope.TrainTest) : model.Transform(fold.TestSet);
            results.Add(new CrossValidationResult<T>(model, evaluate(scored), scored, results.Count));
        }

        return results.AsReadOnly();
    }
}
