using MlNetFashion.Experiments.Reproduction;
using MlNetFashion.Experiments.Reproduction.Parts;

namespace MlNetFashion.Experiments.Reports;

/// <summary>Safaei's report, section by section.</summary>
internal static class SafaeiReport
{
    private const int RandomImage = 12;

    public static Report Report { get; } = new("safaei", "Shiva Safaei: Fashion MNIST Classification with Neural Network Models", Safaei.Experiments,
    [
        new PicturesPart("Sample image of each class", "Its figure 2.", context => DataPictures.SamplesOfEachClass(context, 1)),
        new PicturesPart("Image segmentation", "Its figure 3: the pixels of an image grouped by k-means, K from 1 to 6.", context => DataPictures.Segmentation(context, RandomImage)),
        new ClaimsPart("Multilayer neural network", "85.99 % after 30 epochs of stochastic gradient descent; learning curves in its figure 4a.", [Safaei.Mlp]),
        new CrossValidatedGridPart("Hyperparameter tuning", "A grid search over optimizer and activation; its best are tanh and Adagrad.", Safaei.MlpGrid),
        new ClaimsPart("The tuned network", "89 % with tanh and Adagrad; its figure 4b.", [Safaei.MlpTuned]),
        new LayersPart("The convolutional network", "Its figure 10: 628,630 parameters.", Safaei.Cnn1),
        new ClaimsPart(
            "Convolutional neural network", "91.81 % with early stopping on validation accuracy; its figures 5 to 8.", [Safaei.Cnn1],
            Shows.Curves | Shows.Confusion | Shows.Classes | Shows.Wrong),
        new ClaimsPart("Image augmentation", "92.12 % when images are rotated, shifted, sheared and zoomed.", [Safaei.CnnAugmented]),
        new FoldsPart(
            "KFold cross-validation", "92.7 % over 10 consecutive folds and 92.9 % over 10 random ones, each fold beginning with the best weights of the last.",
            [(Safaei.CnnKf, Safaei.CnnKfClean), (Safaei.CnnRs, Safaei.CnnRsClean)]),
        new ClaimsPart(
            "Classification reports and confusion matrices of the folds", "Its figures 6, 7 and 9.", [Safaei.CnnKf, Safaei.CnnRs],
            Shows.Confusion | Shows.Classes | Shows.Wrong),
        new ChannelsPart("Visualizing convolutional layers", "Its figure 11: what each of the 32 channels of the first convolution makes of an image.", Safaei.Cnn1, RandomImage),
    ]);
}
