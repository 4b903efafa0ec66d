using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Cuts views into a training and a test part.</summary>
internal static class DataSplits
{
    internal static DataOperationsCatalog.TrainTestData TrainTest(
        IHostEnvironment environment, IDataView data, double testFraction, string? samplingKeyColumn, int? seed)
    {
        RowSampler sampler = RowSamplers.For(data, samplingKeyColumn, seed ?? environment.SeedOfContext());
        return new DataOperationsCatalog.TrainTestData(
            new SplitView(data, sampler, x => x < 0 || x >= testFraction),
            new SplitView(data, sampler, x => x >= 0 && x < testFraction));
    }

    /// <summary>Both ends of a fold belong to it, as in ML.NET: a number right on a border is tested twice and trained with in neither fold.</summary>
    internal static IEnumerable<DataOperationsCatalog.TrainTestData> Folds(
        IHostEnvironment environment, IDataView data, int numberOfFolds, string? samplingKeyColumn, int? seed)
    {
        RowSampler sampler = RowSamplers.For(data, samplingKeyColumn, seed ?? environment.SeedOfContext());
        for (int fold = 0; fold < numberOfFolds; fold++)
        {
            double lower = (double)fold / numberOfFolds;
            double upper = (double)(fold + 1) / numberOfFolds;
            yield return new DataOperationsCatalog.TrainTestData(
                new SplitView(data, sampler, x => x < lower || x > upper),
                new SplitView(data, sampler, x => x >= lower && x <= upper));
        }
    }

    internal static void CheckFolds(int numberOfFolds)
    {
        if (numberOfFolds <= 1)
            throw new ArgumentOutOfRangeException(nameof(numberOfFolds), "Must be more than 1");
    }
}
