using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Makes ML.NET's FastTree, one against all, from its declaration.</summary>
internal static class BoostedTrees
{
    public static IEstimator<ITransformer> Create(MLContext mlContext, BoostedTreesPlan plan, int threads) =>
        mlContext.MulticlassClassification.Trainers.OneVersusAll(mlContext.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = plan.Trees,
            NumberOfLeaves = plan.Leaves,
            LearningRate = plan.LearningRate,
            NumberOfThreads = threads == 0 ? null : threads,
        }));
}
