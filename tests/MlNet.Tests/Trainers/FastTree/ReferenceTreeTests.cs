using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Transforms;
using MlNetFashion.MlNet.Tests.Model;

namespace MlNetFashion.MlNet.Tests.Trainers.FastTree;

/// <summary>On the same images the same trees as ML.NET's: split by split, leaf by leaf.</summary>
public sealed class ReferenceTreeTests
{
    [SkippableFact]
    public void Trees_against_all_others_are_MLNETs()
    {
        var context = new MLContext(1);
        string path = ReferenceModels.Require("ova-fasttree.zip");
        IReadOnlyList<FastTreeBinaryModelParameters> theirs = Classifiers((IEnumerable<ITransformer>)context.Model.Load(path, out _));
        ITransformer model = Train(context, threads: null);
        IReadOnlyList<FastTreeBinaryModelParameters> ours = Classifiers((IEnumerable<ITransformer>)model);

        Assert.Equal(theirs.Count, ours.Count);
        int splits = 0;
        int same = 0;
        for (int k = 0; k < theirs.Count; k++)
        {
            for (int t = 0; t < theirs[k].TrainedTreeEnsemble.Trees.Count; t++)
            {
                RegressionTree expected = theirs[k].TrainedTreeEnsemble.Trees[t];
                RegressionTree tree = ours[k].TrainedTreeEnsemble.Trees[t];
                Assert.Equal(expected.NumberOfLeaves, tree.NumberOfLeaves);
                for (int node = 0; node < expected.NumberOfNodes; node++)
                {
                    splits++;
                    same += expected.NumericalSplitFeatureIndexes[node] == tree.NumericalSplitFeatureIndexes[node]
                        && expected.NumericalSplitThresholds[node] == tree.NumericalSplitThresholds[node]
                        && expected.LeftChild[node] == tree.LeftChild[node] && expected.RightChild[node] == tree.RightChild[node]
                        && Math.Abs(expected.SplitGains[node] - tree.SplitGains[node]) < 1e-6 * expected.SplitGains[node] ? 1 : 0;
                }
            }
        }

        // Two features of class 6 split a leaf into the very same rows; which of them rounding favours there decides 20 later splits.
        Assert.InRange(same, splits - 20, splits);
        MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(model.Transform(FashionImages.Test(2000)));
        Assert.Equal(ReferencePredictions.Metric("ova-fasttree", "MicroAccuracy"), metrics.MicroAccuracy, 0.002);
        Assert.Equal(ReferencePredictions.Metric("ova-fasttree", "LogLoss"), metrics.LogLoss, 0.001);
    }

    [SkippableFact]
    public void The_number_of_threads_changes_no_bit()
    {
        float[][] one = Scores(1);
        float[][] three = Scores(3);
        Assert.Equal(one, three);

        static float[][] Scores(int threads) =>
            [.. Train(new MLContext(1), threads, rows: 1500).Transform(FashionImages.Test(100)).GetColumn<float[]>("Score")];
    }

    private static TransformerChain<KeyToValueMappingTransformer> Train(MLContext context, int? threads, int rows = 6000) =>
        context.Transforms.Conversion.MapValueToKey("Label")
            .Append(context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.FastTree(
                new FastTreeBinaryTrainer.Options { FeatureColumnName = "Pixels", NumberOfLeaves = 8, NumberOfTrees = 5, NumberOfThreads = threads })))
            .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
            .Fit(FashionImages.Train(rows));

    private static FastTreeBinaryModelParameters[] Classifiers(IEnumerable<ITransformer> chain) =>
        [.. chain.OfType<MulticlassPredictionTransformer<OneVersusAllModelParameters>>().Single().Model.SubModels
            .Select(model => (FastTreeBinaryModelParameters)((CalibratedModelParametersBase)model).SubModel)];
}
