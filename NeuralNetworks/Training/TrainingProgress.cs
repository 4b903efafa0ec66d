namespace MlNetFashion.NeuralNetworks;

/// <summary>Where training is; reported a few times a second and once when an epoch is complete.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Epochs">How many there will be at most.</param>
/// <param name="Batch">Batches done in this epoch.</param>
/// <param name="Batches">Batches in an epoch.</param>
/// <param name="Loss">Mean of this epoch's batches so far.</param>
/// <param name="Accuracy">Of this epoch's images so far.</param>
/// <param name="ImagesPerSecond">Training speed in this epoch.</param>
/// <param name="Remaining">Estimated time until the last epoch ends; early stopping may end it sooner.</param>
/// <param name="CompletedEpoch">The epoch's result when it has just been completed; null otherwise.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, int Batch, int Batches, double Loss, double Accuracy, double ImagesPerSecond, TimeSpan Remaining, EpochResult? CompletedEpoch);
