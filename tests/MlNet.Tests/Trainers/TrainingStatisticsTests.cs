using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers;

/// <summary>Deviances are twice the log loss over all rows, so the evaluator's log loss, in bits for two classes, tells what they must be.</summary>
public sealed class TrainingStatisticsTests
{
    private const int Rows = 300;

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(0.5f, 1f)]
    public void Two_classes(float l1, float l2)
    {
        var context = new MLContext(1);
        IDataView data = context.Data.LoadFromEnumerable(Points().Select(point => new Pair { Label = point.Class > 0, Features = point.Features }));
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(
            new LbfgsLogisticRegressionBinaryTrainer.Options { L1Regularization = l1, L2Regularization = l2, ShowTrainingStatistics = true });

        var model = trainer.Fit(data);

        ModelStatisticsBase statistics = model.Model.SubModel.Statistics;
        var metrics = context.BinaryClassification.Evaluate(model.Transform(data));
        Check(statistics, metrics.LogLoss * Math.Log(2), metrics.Entropy * Math.Log(2), parameters: 1 + model.Model.SubModel.Weights.Count(weight => weight != 0));
        var loaded = (ISingleFeaturePredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>)Reloaded(context, model, data);
        CheckEqual(statistics, loaded.Model.SubModel.Statistics);
    }

    [Fact]
    public void Three_classes()
    {
        var context = new MLContext(1);
        IDataView data = context.Transforms.Conversion.MapValueToKey("Label").Fit(Three(context)).Transform(Three(context));
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options { ShowTrainingStatistics = true });

        var model = trainer.Fit(data);

        ModelStatisticsBase statistics = model.Model.Statistics;
        var metrics = context.MulticlassClassification.Evaluate(model.Transform(data));
        VBuffer<float>[] weights = [];
        model.Model.GetWeights(ref weights, out _);
        Check(statistics, metrics.LogLoss, metrics.LogLoss / (1 - metrics.LogLossReduction), parameters: 3 + weights.Sum(weight => weight.Items().Count(item => item.Value != 0)));
        CheckEqual(statistics, ((MulticlassPredictionTransformer<MaximumEntropyModelParameters>)Reloaded(context, model, data)).Model.Statistics);
    }

    [Fact]
    public void None_unless_asked_for()
    {
        var context = new MLContext(1);
        IDataView data = context.Data.LoadFromEnumerable(Points().Select(point => new Pair { Label = point.Class > 0, Features = point.Features }));

        Assert.Null(context.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(data).Model.SubModel.Statistics);
    }

    private static void Check(ModelStatisticsBase statistics, double loss, double nullLoss, int parameters)
    {
        Assert.Equal(Rows, statistics.TrainingExampleCount);
        Assert.Equal(parameters, statistics.ParametersCount);
        Assert.Equal(2 * Rows * loss, statistics.Deviance, 2 * Rows * 1e-4);
        Assert.Equal(2 * Rows * nullLoss, statistics.NullDeviance, 2 * Rows * 1e-4);
        Assert.True(statistics.Deviance < statistics.NullDeviance);
    }

    private static void CheckEqual(ModelStatisticsBase expected, ModelStatisticsBase actual) => Assert.Equal(
        (expected.TrainingExampleCount, expected.ParametersCount, expected.Deviance, expected.NullDeviance),
        (actual.TrainingExampleCount, actual.ParametersCount, actual.Deviance, actual.NullDeviance));

    private static ITransformer Reloaded(MLContext context, ITransformer model, IDataView data)
    {
        using var file = new MemoryStream();
        context.Model.Save(model, data.Schema, file);
        file.Position = 0;
        ITransformer loaded = context.Model.Load(file, out _);
        return loaded is TransformerChain<ITransformer> chain ? chain.LastTransformer : loaded;
    }

    private static IDataView Three(MLContext context) =>
        context.Data.LoadFromEnumerable(Points().Select(point => new Named { Label = point.Class.ToString(System.Globalization.CultureInfo.InvariantCulture), Features = point.Features }));

    /// <summary>Three overlapping clouds.</summary>
    private static IEnumerable<(int Class, float[] Features)> Points()
    {
        var random = new System.Random(3);
        for (int i = 0; i < Rows; i++)
        {
            int own = i % 3;
            yield return (own, [own + (2 * random.NextSingle()), random.NextSingle(), (own == 2 ? 1 : 0) + random.NextSingle()]);
        }
    }

    private sealed class Pair
    {
        public bool Label { get; set; }

        [VectorType(3)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Named
    {
        public string Label { get; set; } = "";

        [VectorType(3)]
        public float[] Features { get; set; } = [];
    }
}
