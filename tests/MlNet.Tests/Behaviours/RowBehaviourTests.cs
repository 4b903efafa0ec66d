using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Behaviours;

public class RowBehaviourTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [SkippableFact]
    public void Counts_fractions_and_folds_that_cannot_be_are_refused_as_in_ML_NET()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Six());
        Recorded.CheckThrows("TakeRows negative", () => _mlContext.Data.TakeRows(data, -1));
        Recorded.CheckThrows("SkipRows negative", () => _mlContext.Data.SkipRows(data, -1));
        Recorded.CheckThrows("TakeRows 0", () => _mlContext.Data.TakeRows(data, 0));
        Recorded.CheckThrows("ShuffleRows pool 0", () => _mlContext.Data.ShuffleRows(data, shufflePoolSize: 0));
        Recorded.CheckThrows("TrainTestSplit testFraction 0", () => _mlContext.Data.TrainTestSplit(data, 0));
        Recorded.CheckThrows("TrainTestSplit testFraction 1", () => _mlContext.Data.TrainTestSplit(data, 1));
        Recorded.CheckThrows("CrossValidationSplit numberOfFolds 1", () => _mlContext.Data.CrossValidationSplit(data, 1));
        Recorded.CheckThrows("TrainTestSplit unknown samplingKeyColumnName", () => _mlContext.Data.TrainTestSplit(data, samplingKeyColumnName: "Nope"));
        Recorded.CheckThrows("TrainTestSplit null data", () => _mlContext.Data.TrainTestSplit(null!));
    }

    [SkippableFact]
    public void More_folds_than_rows_leave_some_without_rows()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Six());
        var sizes = _mlContext.Data.CrossValidationSplit(data, 20, seed: 1).Select(fold => fold.TestSet.Preview().RowView.Length);
        Recorded.Check("CrossValidationSplit 20 folds of 6 rows: test set sizes, seed 1", string.Join(',', sizes));
    }

    [SkippableFact]
    public void Columns_that_do_not_fit_a_step_are_refused_as_in_ML_NET()
    {
        var data = _mlContext.Data.LoadFromEnumerable(Item.Six());
        Recorded.CheckThrows("NormalizeMinMax of a missing column", () => _mlContext.Transforms.NormalizeMinMax("Nope").Fit(data));
        Recorded.CheckThrows("NormalizeMinMax of a text column", () => _mlContext.Transforms.NormalizeMinMax("L").Fit(data));

        // Recorded is only that making the estimator is no fault; its columns are looked at when it is fitted.
        Assert.NotNull(_mlContext.Transforms.Concatenate("X", "F", "L"));
        Recorded.Check("Concatenate of float and text");

        var longer = _mlContext.Data.LoadFromEnumerable(new List<Item> { new() { V = [1, 2, 3] } });
        Assert.Equal(3, longer.GetColumn<float[]>("V").Single().Length);
        Recorded.Check("LoadFromEnumerable: float[] of 3 in a [VectorType(2)] member, when read");
    }
}
