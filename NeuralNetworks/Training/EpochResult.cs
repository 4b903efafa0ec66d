namespace MlNetFashion.NeuralNetworks;

/// <summary>One line of a training history.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Loss">Mean over the epoch's batches while training, penalties included.</param>
/// <param name="Accuracy">Share of the training images classified rightly while training (dropout at work), as Keras reports it.</param>
/// <param name="ValidationLoss">Loss on the validation images after the epoch; null without them.</param>
/// <param name="ValidationAccuracy">Accuracy on the validation images after the epoch; null without them.</param>
/// <param name="LearningRate">At the end of the epoch.</param>
/// <param name="Elapsed">Time the epoch took, validation included.</param>
public sealed record EpochResult(
    int Epoch, double Loss, double Accuracy, double? ValidationLoss, double? ValidationAccuracy, double LearningRate, TimeSpan Elapsed);
