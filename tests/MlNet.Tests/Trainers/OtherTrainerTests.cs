using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers;

/// <summary>Trained beside ML.NET on the same real images: naive Bayes gives the same model, the others as good ones.</summary>
public sealed class OtherTrainerTests
{
    [SkippableFact]
    public void Naive_Bayes_counts_what_MLNET_counts()
    {
        var context = new MLContext(1);
        ITransformer model = context.Transforms.NormalizeMeanVariance("Features", "Pixels")
            .Append(context.Transforms.Conversion.MapValueToKey("Label"))
            .Append(context.MulticlassClassification.Trainers.NaiveBayes())
            .Fit(FashionImages.Train(6000));
        Assert.InRange(ReferencePredictions.ScoreDifference("meanvar-nb", model.Transform(FashionImages.Test(200))), 0, 1e-5);
    }

    [SkippableFact]
    public void Averaged_perceptrons_against_all_others_do_as_well_as_MLNETs()
    {
        var context = new MLContext(1);
        var trainers = context.MulticlassClassification.Trainers;
        MulticlassClassificationMetrics metrics = Judge(context, trainers.OneVersusAll(context.BinaryClassification.Trainers.AveragedPerceptron()));
        Assert.InRange(metrics.MicroAccuracy, ReferencePredictions.Metric("ova-ap", "MicroAccuracy") - 0.01, 1);
        Assert.Equal(ReferencePredictions.Metric("ova-ap", "LogLoss"), metrics.LogLoss, 0.03);
        MulticlassClassificationMetrics margins = Judge(context, trainers.OneVersusAll(context.BinaryClassification.Trainers.AveragedPerceptron(), useProbabilities: false));
        Assert.InRange(margins.MicroAccuracy, ReferencePredictions.Metric("ova-ap-nocal", "MicroAccuracy") - 0.015, 1);
    }

    [SkippableFact]
    public void Logistic_regressions_against_all_others_agree_with_each_other()
    {
        var context = new MLContext(1);
        var trainers = context.MulticlassClassification.Trainers;
        MulticlassClassificationMetrics lbfgs = Judge(context, trainers.OneVersusAll(context.BinaryClassification.Trainers.LbfgsLogisticRegression()), rows: 2000);
        MulticlassClassificationMetrics sdca = Judge(
            context, trainers.OneVersusAll(context.BinaryClassification.Trainers.SdcaLogisticRegression(maximumNumberOfIterations: 20)), rows: 2000);
        Assert.InRange(lbfgs.MicroAccuracy, 0.78, 1);
        Assert.InRange(sdca.MicroAccuracy, 0.78, 1);
        Assert.Equal(lbfgs.LogLoss, sdca.LogLoss, 0.15);
    }

    [SkippableTheory]
    [InlineData(KMeansTrainer.InitializationAlgorithm.KMeansYinyang)]
    [InlineData(KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus)]
    [InlineData(KMeansTrainer.InitializationAlgorithm.Random)]
    public void Kmeans_finds_clusters_as_tight_as_MLNETs(KMeansTrainer.InitializationAlgorithm start)
    {
        var context = new MLContext(1);
        ITransformer model = context.Transforms.NormalizeMinMax("Features", "Pixels")
            .Append(context.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 10, InitializationAlgorithm = start }))
            .Fit(FashionImages.Train(6000));
        ClusteringMetrics metrics = context.Clustering.Evaluate(model.Transform(FashionImages.Test(2000)), "Label", "Score", "Features");

        // ML.NET's ten clusters have 31.75; local optima differ by a few percent.
        Assert.InRange(metrics.AverageDistance, 30, 33);
        Assert.InRange(metrics.NormalizedMutualInformation, 0.45, 0.6);
    }

    /// <summary>Sign and all; the last axes, whose variances are close to each other, differ by rounding.</summary>
    [SkippableFact]
    public void Principal_components_are_MLNETs()
    {
        var context = new MLContext(1);
        var theirs = (TransformerChain<ITransformer>)context.Model.Load(MlNetFashion.Tests.Support.SharedFiles.Require("mlnet-reference/models/pca50-lbfgs.zip"), out _);
        var ours = context.Transforms.NormalizeMinMax("Pixels01", "Pixels")
            .Append(context.Transforms.ProjectToPrincipalComponents("Features", "Pixels01", rank: 50, seed: 1))
            .Fit(FashionImages.Train(6000));
        IDataView images = FashionImages.Test(200);

        var actual = ours.Transform(images).GetColumn<float[]>("Features");
        var expected = theirs.Take(2).Aggregate(images, (view, step) => step.Transform(view)).GetColumn<float[]>("Features");

        Assert.All(expected.Zip(actual), pair => Assert.All(Enumerable.Range(0, 40), k => Assert.Equal(pair.First[k], pair.Second[k], 2e-3f)));
    }

    [SkippableFact]
    public void Fifty_principal_components_serve_as_well_as_MLNETs()
    {
        var context = new MLContext(1);
        ITransformer model = context.Transforms.NormalizeMinMax("Pixels01", "Pixels")
            .Append(context.Transforms.ProjectToPrincipalComponents("Features", "Pixels01", rank: 50, seed: 1))
            .Append(context.Transforms.Conversion.MapValueToKey("Label"))
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Fit(FashionImages.Train(6000));
        MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(model.Transform(FashionImages.Test(2000)));
        Assert.InRange(metrics.MicroAccuracy, ReferencePredictions.Metric("pca50-lbfgs", "MicroAccuracy") - 0.01, 1);
        Assert.Equal(ReferencePredictions.Metric("pca50-lbfgs", "LogLoss"), metrics.LogLoss, 0.01);
    }

    private static MulticlassClassificationMetrics Judge(MLContext context, IEstimator<ITransformer> trainer, int rows = 6000)
    {
        ITransformer model = context.Transforms.NormalizeMinMax("Features", "Pixels")
            .Append(context.Transforms.Conversion.MapValueToKey("Label"))
            .Append(trainer)
            .Fit(FashionImages.Train(rows));
        return context.MulticlassClassification.Evaluate(model.Transform(FashionImages.Test(2000)));
    }
}
