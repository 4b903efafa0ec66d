using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Reproduction.Parts;

namespace MlNetFashion.Experiments.Reports;

/// <summary>CloudxLab's article, section by section.</summary>
internal static class CloudxLabReport
{
    private const int ShownImage = 220;
    private const int PredictedImage = 88;

    public static Report Report { get; } = new("cloudxlab", "CloudxLab: Fashion-MNIST using Deep Learning with TensorFlow Keras", CloudxLab.Experiments,
    [
        new PicturesPart("One instance", "Training image 220, a bag.", context => DataPictures.One(context, ShownImage)),
        new LayersPart("CNN model architecture", "3 convolutional layers, 2 max-pool layers, 2 dropout layers, a dense layer.", Network("cloudxlab/final")),
        new ClaimsPart("Without regularization", "A training accuracy of 99 % and a test accuracy of 92 %: overfitting.", [Network("cloudxlab/unregularised")]),
        new ClaimsPart("With dropout", "A training accuracy of 94 % and a test accuracy of 93 %.", [Network("cloudxlab/final")]),
        new AccuraciesPart("Training, validation and test", "Both models side by side.", [Network("cloudxlab/unregularised"), Network("cloudxlab/final")]),
        new InstancePart(
            "One prediction", "Test image 88, a T-shirt, predicted rightly.", Network("cloudxlab/final"), PredictedImage,
            [9.9878651e-01, 1.5129776e-09, 1.0235499e-04, 1.5311174e-05, 6.6746189e-08, 5.6005112e-10, 1.0947105e-03, 1.0985579e-12, 9.4132378e-07, 1.5505348e-10]),
        new ClaimsPart("Against boosted trees", "84.72 % with XGBoost in an earlier article.", [CloudxLab.Experiments.Single(experiment => experiment.Name == "cloudxlab/boosted-trees")]),
    ]);

    private static NetworkExperiment Network(string name) => CloudxLab.Experiments.OfType<NetworkExperiment>().Single(experiment => experiment.Name == name);
}
