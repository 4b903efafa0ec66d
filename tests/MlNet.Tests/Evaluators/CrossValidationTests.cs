using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Evaluators;

public class CrossValidationTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    /// <summary>A chain by itself scores; folds are tested, so steps that only make the label take part.</summary>
    [Fact]
    public void Steps_for_training_and_testing_alone_take_part()
    {
        var rows = Enumerable.Range(0, 60)
            .Select(index => new Row { Kind = index % 2 == 0 ? "even" : "odd", Features = [index % 2, index % 7 / 7f] });
        var data = _mlContext.Data.LoadFromEnumerable(rows);
        var chain = _mlContext.Transforms.CopyColumns("Copy", "Features")
            .Append(_mlContext.Transforms.Conversion.MapValueToKey("Label", "Kind"), TransformerScope.TrainTest)
            .Append(_mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy());

        var folds = _mlContext.MulticlassClassification.CrossValidate(data, chain, numberOfFolds: 2);

        Assert.All(folds, fold => Assert.Equal(1, fold.Metrics.MicroAccuracy));
        Assert.Null(folds[0].Model.Transform(data).Schema.GetColumnOrNull("Label"));
    }

    private sealed class Row
    {
        public string Kind { get; set; } = string.Empty;

        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }
}
