using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    /// <summary>Cuts rows into a training and a test set; both keep the order of the rows.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="testFraction">The share of rows to test on, between 0 and 1.</param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay on one side; null to draw row by row.</param>
    /// <param name="seed">The seed of the drawing; null for the context's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1, or the column is not there.</exception>
    public TrainTestData TrainTestSplit(IDataView data, double testFraction = 0.1, string? samplingKeyColumnName = null, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(testFraction > 0 && testFraction < 1))
            throw new ArgumentOutOfRangeException(nameof(testFraction), "Must be between 0 and 1 exclusive");
        return DataSplits.TrainTest(Environment, data, testFraction, samplingKeyColumnName, seed);
    }

    /// <summary>Cuts rows into folds: each is the test set once, with the other rows to train on.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="numberOfFolds">At least 2.</param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one fold; null to draw row by row.</param>
    /// <param name="seed">The seed of the drawing; null for the context's.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few folds, or the column is not there.</exception>
    public IReadOnlyList<TrainTestData> CrossValidationSplit(IDataView data, int numberOfFolds = 5, string? samplingKeyColumnName = null, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        DataSplits.CheckFolds(numberOfFolds);
        return [.. DataSplits.Folds(Environment, data, numberOfFolds, samplingKeyColumnName, seed)];
    }
}
