using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Reports;

/// <summary>
/// Theodore Fitch, "CNN Analysis on Fashion MNIST Dataset". 80 % of the training images train, 20 % validate; Adam with Keras's defaults.
/// <code>
/// | model   | convolutions   | dense         | dropout | epochs | batch | train   | validation | test    |
/// | model 1 | 32, 64, 64     | 64, 10        |         | 10     | 64    | 93.68 % | 91.20 %    | 90.49 % |
/// | model 2 | 32, 64, 128    | 128, 64, 10   | 0.5     | 15     | 64    | 94.67 % | 91.39 %    | 90.90 % |
/// | model 3 | 32, 64, 128    | 128, 64, 10   | 0.5     | 50     | 64    | 98.62 % | 90.94 %    | 90.70 % |
/// | model 7 | 64, 128, 256   | 256, 128, 10  | 0.2     | 10     | 128   | 95.39 % | 91.68 %    | 91.73 % |
/// | model 8 |                | 256, 10       |         | 15     | 64    | 92.90 % | 88.54 %    | 87.22 % |
/// </code>
/// Two 2x2 max-pools follow the first two convolutions of each.
/// </summary>
internal static class Fitch
{
    private const string Source = "Fitch, CNN Analysis on Fashion MNIST Dataset";

    private static readonly ImmutableArray<string> DropoutPlace = ["the dropout stands between the two dense layers, as in the code of model 7"];

    public static ImmutableArray<Experiment> Experiments { get; } =
    [
        Model(1, "conv 32-64-64, Dense 64", Pipelines.Architectures.Fitch.Model1, epochs: 10, batchSize: 64, 0.9368, 0.9120, 0.9049, "minutes"),
        Model(2, "conv 32-64-128, Dense 128-64, dropout .5", Pipelines.Architectures.Fitch.Model2, epochs: 15, batchSize: 64, 0.9467, 0.9139, 0.9090, "minutes")
            with { Assumptions = DropoutPlace },
        Model(3, "model-2 for 50 epochs", Pipelines.Architectures.Fitch.Model3, epochs: 50, batchSize: 64, 0.9862, 0.9094, 0.9070, "many minutes")
            with { Assumptions = DropoutPlace },
        Model(7, "conv 64-128-256, Dense 256-128: its champion", Pipelines.Architectures.Fitch.Model7, epochs: 10, batchSize: 128, 0.9539, 0.9168, 0.9173, "minutes")
            with { Assumptions = ["dropout .2 as in its code; its table says .5"] },
        Model(8, "Dense 256 only", Pipelines.Architectures.Fitch.Model8, epochs: 15, batchSize: 64, 0.9290, 0.8854, 0.8722, "under 1 min"),
    ];

    private static NetworkExperiment Model(
        int number, string title, NetworkArchitecture architecture, int epochs, int batchSize, double train, double validation, double test, string cost) =>
        new($"fitch/model-{number}", title, architecture, new TrainingPlan(epochs, batchSize, new Adam()))
        {
            Source = Source,
            Reported = new ReportedFigures(test, train, validation),
            Cost = cost,
        };
}
