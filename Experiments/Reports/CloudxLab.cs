using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Reports;

/// <summary>
/// CloudxLab, "Fashion-MNIST using Deep Learning with TensorFlow Keras". Shuffled; pixels / 255; 10 % of the training images validate.
/// <code>
/// | model         | layers                                                                     | train | test |
/// | unregularised | 3 convolutions, dense, softmax                                             | 99 %  | 92 % |
/// | final         | conv, conv, max-pool, dropout, conv, max-pool, dropout, dense, softmax     | 94 %  | 93 % |
/// | boosted trees | XGBoost there                                                              |       | 84.72 % |
/// </code>
/// </summary>
internal static class CloudxLab
{
    private const string Source = "CloudxLab, Fashion-MNIST using Deep Learning with TensorFlow Keras";

    private static readonly TrainingPlan Plan = new(Epochs: 10, BatchSize: 64, new Adam()) { ValidationFraction = 0.1 };

    private static readonly ImmutableArray<string> Assumed =
    [
        "32, 64 and 128 filters, 128 dense units, dropout .3: the article gives the order of the layers only",
        "Adam, 10 epochs, batches of 64: the article gives none of these",
    ];

    public static ImmutableArray<Experiment> Experiments { get; } =
    [
        new NetworkExperiment("cloudxlab/unregularised", "3 convolutions, no dropout: overfits", Pipelines.Architectures.CloudxLab.Unregularised, Plan)
        {
            Source = Source,
            Reported = new ReportedFigures(Test: 0.92, Train: 0.99) { Rounding = 0.005 },
            Assumptions = Assumed,
        },
        new NetworkExperiment("cloudxlab/final", "3 convolutions, 2 max-pools, 2 dropouts", Pipelines.Architectures.CloudxLab.Final, Plan)
        {
            Source = Source,
            Reported = new ReportedFigures(Test: 0.93, Train: 0.94) { Rounding = 0.005 },
            Assumptions = Assumed,
        },
        new BoostedTreesExperiment("cloudxlab/boosted-trees", "gradient-boosted trees on the 784 pixels", new BoostedTreesPlan(Trees: 100, Leaves: 20, LearningRate: 0.2))
        {
            Source = Source,
            Reported = new ReportedFigures(Test: 0.8472),
            FindingWhereBetter = "the article gives no settings; XGBoost's own when it was written, 100 trees of depth 3 at a learning rate of .1, learn less than these of 20 leaves at .2",
            SeedsAtMost = 1,
            Assumptions =
            [
                "ML.NET's FastTree with its defaults, one ensemble for each class, where the article took XGBoost: it gives no settings",
            ],
        },
    ];
}
