using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Reproduction.Parts;

namespace MlNetFashion.Experiments.Reports;

/// <summary>Dalvi's report, section by section.</summary>
internal static class DalviReport
{
    private const Shows Figures = Shows.Curves | Shows.Confusion | Shows.PrecisionRecall;

    public static Report Report { get; } = new("dalvi", "Abhishek S. Dalvi: Classification of Fashion MNIST dataset", Dalvi.Experiments,
    [
        new ClaimsPart("Neural network with one hidden layer", "64.21 % after 100 epochs of plain gradient descent; its figures 6 to 8.", [Dalvi.Experiments[0]], Figures),
        new ClaimsPart("Neural network with multiple hidden layers", "81.2 %; its figures 9 to 11.", [Dalvi.Experiments[1]], Figures),
        new ClaimsPart("Convolutional neural network", "91.2 % after 25 epochs in batches of 10; its figures 12 to 14.", [Dalvi.Experiments[2]], Figures),
    ]);
}
