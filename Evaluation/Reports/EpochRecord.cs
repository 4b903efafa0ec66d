namespace MlNetFashion.Evaluation;

/// <summary>What one epoch of training came to.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Loss">Mean training loss over the epoch, in nats for cross-entropy.</param>
/// <param name="Accuracy">Training accuracy over the epoch, 0 to 1.</param>
/// <param name="ValidationLoss">Loss on the validation rows after the epoch; null without such rows.</param>
/// <param name="ValidationAccuracy">Accuracy on them; null without such rows.</param>
/// <param name="LearningRate">The rate the epoch was trained with.</param>
/// <param name="Seconds">How long the epoch took.</param>
public sealed record EpochRecord(
    int Epoch, double Loss, double Accuracy, double? ValidationLoss, double? ValidationAccuracy, double LearningRate, double Seconds)
{
    /// <summary>Loss on the test rows after the epoch; null where they were not looked at, as by default.</summary>
    public double? TestLoss { get; init; }

    /// <summary>Accuracy on them, 0 to 1.</summary>
    public double? TestAccuracy { get; init; }
}
