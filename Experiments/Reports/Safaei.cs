using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Reports;

/// <summary>
/// Shiva Safaei, "Fashion MNIST Classification with Neural Network Models", final report. Pixels / 255; 80 % of the training images train,
/// 20 % validate; the 10,000 test images judge.
/// <code>
/// | model  | layers                                                       | reported test accuracy |
/// | MLP    | Dense 100, Dense 100, Dense 10                               | 85.99 %                |
/// | cnn_1  | conv 3x3 same 32, max-pool 2, dropout, Dense 100, Dense 10   | 91.81 %                |
/// | cnn_1  | the same on images rotated, shifted, sheared and zoomed      | 92.12 %                |
/// </code>
/// </summary>
internal static class Safaei
{
    private const string Source = "Safaei, Fashion MNIST Classification with Neural Network Models";

    /// <summary>Its Figure 10: 628,630 parameters, early stopping on validation accuracy.</summary>
    public static NetworkExperiment Cnn1 { get; } = new(
        "safaei/cnn_1",
        "1 convolution, 628,630 parameters, early stopping",
        Pipelines.Architectures.Safaei.Cnn1,
        new TrainingPlan(Epochs: 30, BatchSize: 128, new Adam()) { EarlyStopping = new EarlyStopping { Patience = 5 } })
    {
        Source = Source,
        Reported = new ReportedFigures(Test: 0.9181),
        Cost = "under 1 min",
        Assumptions =
        [
            "relu in both layers and a dropout rate of .5, chosen by validation accuracy: the report gives neither",
            "Adam with its defaults: the report names an optimizer for its MLP only",
            "at most 30 epochs in batches of 128, stopped after 5 without improvement: the report gives none of these",
        ],
    };

    public static NetworkExperiment Mlp { get; } = new(
        "safaei/mlp",
        "Dense 100, 100: a plain multilayer network",
        Pipelines.Architectures.Safaei.Mlp,
        new TrainingPlan(Epochs: 30, BatchSize: 32, new Sgd { LearningRate = 0.05, Momentum = 0.9 }) { TestEachEpoch = true })
    {
        Source = Source,
        Reported = new ReportedFigures(Test: 0.8599),
        Cost = "under 1 min",
        Assumptions =
        [
            "the second hidden layer has 100 units as the first: the report gives the size of the first only",
            "batches of 32, Keras's default: the report gives none",
        ],
    };

    public static NetworkExperiment CnnAugmented { get; } = Cnn1 with
    {
        Name = "safaei/cnn-augmented",
        Title = "cnn_1 on images rotated, shifted, sheared and zoomed",
        Training = Cnn1.Training with
        {
            Augmentation = new Augmentation
            {
                RotationRange = 8,
                WidthShiftRange = 0.08,
                HeightShiftRange = 0.08,
                ShearRange = 0.3,
                ZoomRange = new FactorRange(0.92, 1.08),
            },
        },
        Reported = new ReportedFigures(Test: 0.9212),
        Cost = "minutes",
        Assumptions =
        [
            .. Cnn1.Assumptions,
            "rotation 8 degrees, shifts .08, shear .3 degrees, zoom .08, a choice often seen with these images: the report gives no amounts",
        ],
    };

    public static ImmutableArray<Experiment> Experiments { get; } = [Mlp, Cnn1, CnnAugmented];
}
