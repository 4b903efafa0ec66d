using Microsoft.ML;
using Microsoft.ML.Trainers;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Makes ML.NET's own trainer from its declaration.</summary>
internal static class LinearTrainers
{
    public static IEstimator<ISingleFeaturePredictionTransformer<MaximumEntropyModelParameters>> Create(MLContext mlContext, LinearPlan plan, int threads) => plan.Trainer switch
    {
        LinearTrainer.Lbfgs => mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(Lbfgs(plan, threads)),
        LinearTrainer.Sdca => mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(Sdca(plan, threads)),
        _ => throw new InvalidOperationException($"No trainer is declared for {plan.Trainer}."),
    };

    private static LbfgsMaximumEntropyMulticlassTrainer.Options Lbfgs(LinearPlan plan, int threads)
    {
        var options = new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = OrDefault(threads) };
        if (plan.MaximumIterations is { } iterations)
            options.MaximumNumberOfIterations = iterations;
        return options;
    }

    private static SdcaMaximumEntropyMulticlassTrainer.Options Sdca(LinearPlan plan, int threads) => new()
    {
        MaximumNumberOfIterations = plan.MaximumIterations,
        NumberOfThreads = OrDefault(threads),
    };

    private static int? OrDefault(int threads) => threads == 0 ? null : threads;
}
