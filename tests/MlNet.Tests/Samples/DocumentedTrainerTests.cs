using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace MlNetFashion.MlNet.Tests.Samples;

/// <summary>What ML.NET's documentation says its trainers reach on the random tables it makes.</summary>
public sealed class DocumentedTrainerTests
{
    [Fact]
    public void Boosted_trees_of_values_that_all_differ()
    {
        var options = new FastTreeBinaryTrainer.Options { EarlyStoppingMetric = EarlyStoppingMetric.L2Norm, FeatureFirstUsePenalty = 0.1, NumberOfTrees = 50 };
        var metrics = (CalibratedBinaryClassificationMetrics)JudgeBinary(context => context.BinaryClassification.Trainers.FastTree(options), 0.03f, calibrated: true);
        Assert.Equal("0.78 0.88 0.79 0.83 0.74 0.74 0.84", Text(metrics));
        Assert.Equal("0.62 0.3777", string.Create(CultureInfo.InvariantCulture, $"{metrics.LogLoss:F2} {metrics.LogLossReduction:F4}"));
    }

    [Fact]
    public void Averaged_perceptron_that_weighs_late_rows_more()
    {
        var options = new AveragedPerceptronTrainer.Options
        {
            LossFunction = new SmoothedHingeLoss(), LearningRate = 0.1f, LazyUpdate = false, RecencyGain = 0.1f, NumberOfIterations = 10,
        };
        Assert.Equal("0.89 0.96 0.88 0.87 0.92 0.91 0.85", Text(JudgeBinary(context => context.BinaryClassification.Trainers.AveragedPerceptron(options), 0.1f)));
    }

    [Fact]
    public void Logistic_regressions()
    {
        BinaryClassificationMetrics plain = JudgeBinary(context => context.BinaryClassification.Trainers.LbfgsLogisticRegression(), 0.1f, calibrated: true);
        Assert.Equal("212 26/35 227", Counts(plain.ConfusionMatrix));
        MulticlassClassificationMetrics soft = JudgeMulticlass(context => context.MulticlassClassification.Trainers.LbfgsMaximumEntropy());
        Assert.Equal("148 0 12/0 165 12/11 7 145", Counts(soft.ConfusionMatrix));
        var options = new LbfgsMaximumEntropyMulticlassTrainer.Options { HistorySize = 50, L1Regularization = 0.1f, NumberOfThreads = 1 };
        MulticlassClassificationMetrics lasso = JudgeMulticlass(context => context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(options));
        Assert.Equal("147 0 13/0 165 12/11 7 145", Counts(lasso.ConfusionMatrix));
    }

    [Fact]
    public void Naive_Bayes()
    {
        MulticlassClassificationMetrics metrics = JudgeMulticlass(context => context.MulticlassClassification.Trainers.NaiveBayes());
        Assert.Equal("160 0 0/0 145 32/9 21 133", Counts(metrics.ConfusionMatrix));
        Assert.Equal(-30.47, metrics.LogLossReduction, 0.005);
    }

    [Fact]
    public void One_against_all_others()
    {
        // The documented figures come of several threads, which no two runs of ML.NET agree on.
        MulticlassClassificationMetrics metrics = JudgeMulticlass(
            context => context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.SdcaLogisticRegression()));
        Assert.Equal(0.90, metrics.MicroAccuracy, 0.01);
        Assert.Equal(0.36, metrics.LogLoss, 0.01);
    }

    private static BinaryClassificationMetrics JudgeBinary(Func<MLContext, IEstimator<ITransformer>> trainer, float step, bool calibrated = false)
    {
        var context = new MLContext(seed: 0);
        ITransformer model = trainer(context).Fit(context.Data.LoadFromEnumerable(Coins(1000, 0, step)));
        IDataView scored = model.Transform(context.Data.LoadFromEnumerable(Coins(500, 123, step)));
        return calibrated ? context.BinaryClassification.Evaluate(scored) : context.BinaryClassification.EvaluateNonCalibrated(scored);
    }

    private static MulticlassClassificationMetrics JudgeMulticlass(Func<MLContext, IEstimator<ITransformer>> trainer)
    {
        var context = new MLContext(seed: 0);
        ITransformer model = context.Transforms.Conversion.MapValueToKey("Label").Append(trainer(context)).Fit(context.Data.LoadFromEnumerable(Thirds(1000, 0)));
        return context.MulticlassClassification.Evaluate(model.Transform(context.Data.LoadFromEnumerable(Thirds(500, 123))));
    }

    private static string Text(BinaryClassificationMetrics metrics) => string.Join(' ', new[]
    {
        metrics.Accuracy, metrics.AreaUnderRocCurve, metrics.F1Score, metrics.NegativePrecision, metrics.NegativeRecall, metrics.PositivePrecision, metrics.PositiveRecall,
    }.Select(value => value.ToString("F2", CultureInfo.InvariantCulture)));

    private static string Counts(ConfusionMatrix matrix) => string.Join('/', matrix.Counts.Select(row => string.Join(' ', row)));

    /// <summary>Fifty uniform numbers a row; where a first one says so they are a little greater, and the row is negative.</summary>
    private static IEnumerable<Coin> Coins(int rows, int seed, float step)
    {
        var random = new System.Random(seed);
        for (int row = 0; row < rows; row++)
        {
            var coin = new Coin { Label = (float)random.NextDouble() > 0.5f };
            for (int j = 0; j < coin.Features.Length; j++)
                coin.Features[j] = (float)random.NextDouble() + (coin.Label ? 0 : step);
            yield return coin;
        }
    }

    /// <summary>Twenty uniform numbers around a fifth of the label, which is 1, 2 or 3.</summary>
    private static IEnumerable<Third> Thirds(int rows, int seed)
    {
        var random = new System.Random(seed);
        for (int row = 0; row < rows; row++)
        {
            var third = new Third { Label = (uint)random.Next(1, 4) };
            for (int j = 0; j < third.Features.Length; j++)
                third.Features[j] = (float)(random.NextDouble() - 0.5) + (third.Label * 0.2f);
            yield return third;
        }
    }

    private sealed class Coin
    {
        public bool Label { get; set; }

        [VectorType(50)]
        public float[] Features { get; set; } = new float[50];
    }

    private sealed class Third
    {
        public uint Label { get; set; }

        [VectorType(20)]
        public float[] Features { get; set; } = new float[20];
    }
}
