using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Reports;

/// <summary>
/// kh, "Convolution Neural Network on fashion_mnist" (2021). Pixels scaled to [0, 1]; all 60,000 training images train, the test images stand
/// in for validation images; rmsprop, 20 epochs, batches of 64.
/// <code>
/// | model     | layers                                                                     | parameters | Fashion-MNIST | MNIST |
/// | ANN       | Dense 512, Dense 256, dropout                                              | 535,818    | .8803         | .9775 |
/// | CNN plain | conv 32, pool, conv 32, pool, conv 32, Dense 32                            | 28,394     | (overfits)    |       |
/// | CNN base  | the same with dropout after flatten, and L2                                | 28,394     | .8961         |       |
/// | CNN best  | conv 64, pool, conv 64, dropout, Dense 128                                 | 1,030,218  | .9063         | .9889 |
/// </code>
/// </summary>
internal static class Kh
{
    private const string Source = "kh, Convolution Neural Network on fashion_mnist";

    private static readonly TrainingPlan Plan = new(Epochs: 20, BatchSize: 64, new RmsProp()) { ValidationFraction = 0 };

    private const string NoValidation = "no validation images: the report watches its test images while it trains";
    private const string SamePlan = "rmsprop, 20 epochs, batches of 64 as for its CNN: the report gives none for this network";
    private const string Dropout = "dropout .5, the only rate the report mentions";
    private const string L2 = "L2 .001 on every kernel but the last: the report gives no factor";

    public static ImmutableArray<Experiment> Experiments { get; } =
    [
        Model("ann", "Dense 512, 256, dropout", Pipelines.Architectures.Kh.Ann, 0.8803, "minutes", Dropout, SamePlan),
        Model("ann-mnist", "the same on handwritten digits", Pipelines.Architectures.Kh.Ann, 0.9775, "minutes", Dropout, SamePlan)
            with { DataSet = DataSetChoice.Mnist },
        Model("cnn-plain", "3 convolutions of 32, no regularisation: overfits", Pipelines.Architectures.Kh.CnnPlain, null, "minutes"),
        Model("cnn-base", "the same with dropout and L2", Pipelines.Architectures.Kh.CnnBase, 0.8961, "minutes", Dropout, L2),
        Model("cnn-best", "2 convolutions of 64, Dense 128: its best", Pipelines.Architectures.Kh.CnnBest, 0.9063, "many minutes", Dropout, L2),
        Model("cnn-best-mnist", "the same on handwritten digits", Pipelines.Architectures.Kh.CnnBest, 0.9889, "many minutes", Dropout, L2)
            with { DataSet = DataSetChoice.Mnist },
    ];

    private static NetworkExperiment Model(
        string name, string title, NetworkArchitecture architecture, double? test, string cost, params string[] assumptions) =>
        new($"kh/{name}", title, architecture, Plan)
        {
            Source = Source,
            Reported = test is { } accuracy ? new ReportedFigures(accuracy) : null,
            Cost = cost,
            Assumptions = [.. assumptions, NoValidation],
        };
}
