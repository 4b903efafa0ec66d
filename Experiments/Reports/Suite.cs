using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reports;

/// <summary>The suite's own experiments: the main job and the linear baselines it is measured against.</summary>
internal static class Suite
{
    private const string Source = "the suite's own";

    public static ImmutableArray<Experiment> Experiments { get; } =
    [
        Safaei.Cnn1 with { Name = "cnn", Title = "the main job: safaei/cnn_1" },
        new LinearExperiment("lbfgs", "maximum entropy on the 784 pixels, L-BFGS", new LinearPlan(LinearTrainer.Lbfgs, MaximumIterations: null))
        {
            Source = Source,
        },
        new LinearExperiment("sdca", "maximum entropy on the 784 pixels, SDCA", new LinearPlan(LinearTrainer.Sdca, MaximumIterations: null))
        {
            Source = Source,
        },
    ];
}
