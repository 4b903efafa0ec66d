using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Reports;

/// <summary>
/// Abhishek S. Dalvi, "Classification of Fashion MNIST dataset". All 70,000 images put together and divided at random: 70 % train, 10 %
/// validate, 20 % judge.
/// <code>
/// | model              | layers                                                   | training                                        | reported |
/// | one hidden layer   | Dense 100 sigmoid, softmax                               | gradient descent on all rows, lr .1, 100 epochs | 64.21 %  |
/// | several layers     | relu                                                     | Adam                                            | 81.2 %   |
/// | CNN                | convolutions with stride 2, padding same, Dense, softmax | Adam, 25 epochs, batch 10                       | 91.2 %   |
/// </code>
/// </summary>
internal static class Dalvi
{
    private const string Source = "Dalvi, Classification of Fashion MNIST dataset";
    private const double TestShare = 0.2;
    private const double ValidationShareOfTheRest = 0.1 / (1 - TestShare);
    private const int AllRows = 70_000;
    private const string Scaling = "pixels / 255: the report divides by 256 and calls that the largest value";

    public static ImmutableArray<Experiment> Experiments { get; } =
    [
        Model("one-hidden", "Dense 100 sigmoid, full-batch gradient descent", Pipelines.Architectures.Dalvi.OneHidden,
            new TrainingPlan(Epochs: 100, BatchSize: AllRows, new Sgd { LearningRate = 0.1 }), 0.6421) with
        {
            FindingWhereBetter = "100 steps of gradient descent go a part of the way only, and where they end depends on where they begin; the report does not give the initial weights of "
                + "its own code, and with Keras's validation accuracy passes 64.21 % after 51 steps",
        },
        Model("mlp", "several relu layers", Pipelines.Architectures.Dalvi.Mlp,
            new TrainingPlan(Epochs: 25, BatchSize: 10, new Adam()), 0.812,
            "two hidden layers of 128 and 64: the report gives no sizes", "25 epochs in batches of 10 as for its CNN: the report gives none") with
        {
            FindingWhereBetter = "the report gives neither its layers' sizes nor its epochs; as assumed here, the first epoch ends with a validation accuracy of 85.5 %",
        },
        Model("cnn", "convolutions with stride 2, no pooling", Pipelines.Architectures.Dalvi.Cnn,
            new TrainingPlan(Epochs: 25, BatchSize: 10, new Adam()), 0.912,
            "32 and 64 filters of 3x3 and 128 dense units: the figure with the sizes is lost"),
    ];

    private static NetworkExperiment Model(
        string name, string title, NetworkArchitecture architecture, TrainingPlan plan, double test, params string[] assumptions) =>
        new($"dalvi/{name}", title, architecture, plan with { ValidationFraction = ValidationShareOfTheRest })
        {
            Source = Source,
            Reported = new ReportedFigures(test),
            PooledTestFraction = TestShare,
            Assumptions = [.. assumptions, Scaling],
        };
}
