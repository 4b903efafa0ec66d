using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Reproduction.Parts;

namespace MlNetFashion.Experiments.Reports;

/// <summary>kh's report, section by section.</summary>
internal static class KhReport
{
    private const int Shirt = 6;
    private const int Coat = 4;
    private const int Pullover = 2;

    public static Report Report { get; } = new("kh", "kh: Convolution Neural Network on fashion_mnist", Kh.Experiments,
    [
        new PicturesPart("Dataset", "Four images of each category.", context => DataPictures.SamplesOfEachClass(context, 4)),
        new LayersPart("Artificial neural network", "A regularized network of 535,818 parameters.", Network("kh/ann")),
        new ClaimsPart("The network on clothes and on digits", ".8803 on Fashion-MNIST, .9775 on MNIST.", [Network("kh/ann"), Network("kh/ann-mnist")]),
        new PicturesPart("Why clothes are harder", "Shirt, coat and pullover side by side.", context => DataPictures.SideBySide(context, 4, Shirt, Coat, Pullover)),
        new LayersPart("Convolution neural network", "Its first network, 28,394 parameters.", Network("kh/cnn-plain")),
        new ClaimsPart("Without regularization", "Overfits: the curves of training and validation part.", [Network("kh/cnn-plain")]),
        new ClaimsPart("Regularization to fight overfitting", ".8961 with dropout and L2; the curves stay closer.", [Network("kh/cnn-base")]),
        new GridPart(
            "Model tuning and results", "Grids of 3, 2 and 1 convolutions; mean and standard deviation of their accuracies .8871 and .0083, .9020 and .0055, .8775 and .0048.",
            [(Grid("kh/grid-3"), 0.8871486, 0.0082615), (Grid("kh/grid-2"), 0.901985, 0.0054891), (Grid("kh/grid-1"), 0.87753, 0.00483)]),
        new LayersPart("The final network", "1,030,218 parameters.", Network("kh/cnn-best")),
        new ClaimsPart("The final network on clothes and on digits", ".9063 on Fashion-MNIST, .9889 on MNIST.", [Network("kh/cnn-best"), Network("kh/cnn-best-mnist")]),
        new ComparisonPart(
            "Conclusion", "Clothes are harder than digits, and there a convolutional network gains more.",
            [("ANN", Network("kh/ann-mnist"), Network("kh/ann")), ("best-tuned CNN", Network("kh/cnn-best-mnist"), Network("kh/cnn-best"))]),
    ]);

    private static NetworkExperiment Network(string name) => Kh.Experiments.OfType<NetworkExperiment>().Single(experiment => experiment.Name == name);

    private static GridExperiment Grid(string name) => Kh.Experiments.OfType<GridExperiment>().Single(experiment => experiment.Name == name);
}
