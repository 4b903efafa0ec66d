using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers;

/// <summary>Trained beside ML.NET on the same 6,000 real images: the same metrics, and where no chance is involved the same scores.</summary>
public sealed class LinearTrainerTests
{
    [SkippableFact]
    public void Lbfgs_with_its_defaults_reaches_MLNETs_metrics()
    {
        var (metrics, log) = Train(context => context.MulticlassClassification.Trainers.LbfgsMaximumEntropy());
        Assert.InRange(metrics.MicroAccuracy, Recorded("lbfgs", "MicroAccuracy") - 0.005, 1);
        Assert.Equal(Recorded("lbfgs", "LogLoss"), metrics.LogLoss, 0.005);
        Assert.Contains(log, line => line.StartsWith("L1 regularization selected", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Lbfgs_without_l1_reaches_MLNETs_metrics()
    {
        var (metrics, _) = Train(context => context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(l1Regularization: 0, l2Regularization: 1));
        Assert.InRange(metrics.MicroAccuracy, Recorded("lbfgs-byvalue", "MicroAccuracy") - 0.005, 1);
        Assert.Equal(Recorded("lbfgs-byvalue", "LogLoss"), metrics.LogLoss, 0.005);
    }

    [SkippableFact]
    public void Sdca_in_the_order_of_the_rows_gives_MLNETs_scores()
    {
        var context = new MLContext(1);
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options { MaximumNumberOfIterations = 10, Shuffle = false };
        ITransformer model = Pipeline(context, context.MulticlassClassification.Trainers.SdcaMaximumEntropy(options)).Fit(FashionImages.Train(6000));
        IDataView scored = model.Transform(FashionImages.Test(200));
        Assert.InRange(ReferencePredictions.ScoreDifference("sdca-10iter", scored), 0, 1e-4);
    }

    [SkippableTheory]
    [InlineData("sdca", 1e-5)]
    [InlineData("sdca-noncal", 1e-4)]
    public void Shuffled_sdca_gives_MLNETs_scores(string name, double tolerance)
    {
        var context = new MLContext(1);

        // The view is not a component of ML.NET's, so that the two that ML.NET's views were when it was recorded have to be made up for.
        context.Data.LoadFromEnumerable(Array.Empty<FashionRows.Image>());
        context.Data.LoadFromEnumerable(Array.Empty<FashionRows.Image>());
        var trainers = context.MulticlassClassification.Trainers;
        IEstimator<ITransformer> trainer = name == "sdca"
            ? trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1 })
            : trainers.SdcaNonCalibrated(new SdcaNonCalibratedMulticlassTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 20 });
        EstimatorChain<ITransformer> chain = context.Transforms.NormalizeMinMax("Features", "Pixels")
            .Append(context.Transforms.Conversion.MapValueToKey("Label"))
            .Append(trainer);
        IDataView scored = chain.Fit(FashionImages.Train(6000)).Transform(FashionImages.Test(200));
        Assert.InRange(ReferencePredictions.ScoreDifference(name, scored), 0, tolerance);
    }

    [SkippableFact]
    public void Shuffled_sdca_reaches_MLNETs_metrics()
    {
        var (metrics, log) = Train(
            context => context.MulticlassClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedMulticlassTrainer.Options { MaximumNumberOfIterations = 20 }));
        Assert.InRange(metrics.MicroAccuracy, Recorded("sdca-noncal", "MicroAccuracy") - 0.015, 1);
        Assert.Contains("Auto-tuning parameters: L2 = 0.00033333333.", log);
        Assert.Contains("Auto-tuning parameters: L1Threshold (L1/L2) = 0.25.", log);
        Assert.Contains(log, line => line.StartsWith("Using best model from iteration", StringComparison.Ordinal));
    }

    private static double Recorded(string name, string metric) => ReferencePredictions.Metric(name, metric);

    private static (MulticlassClassificationMetrics Metrics, List<string> Log) Train(Func<MLContext, IEstimator<ITransformer>> trainer)
    {
        var context = new MLContext(1);
        var log = new List<string>();
        context.Log += (_, message) => log.Add(message.RawMessage);
        ITransformer model = Pipeline(context, trainer(context)).Fit(FashionImages.Train(6000));
        return (context.MulticlassClassification.Evaluate(model.Transform(FashionImages.Test(2000))), log);
    }

    private static EstimatorChain<ITransformer> Pipeline(MLContext context, IEstimator<ITransformer> trainer) =>
        context.Transforms.NormalizeMinMax("Features", "Pixels")
            .Append(context.Transforms.Conversion.MapValueToKey("Label"))
            .Append(trainer);
}
