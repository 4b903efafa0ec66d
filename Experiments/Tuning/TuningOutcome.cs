using System.Collections.Immutable;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>What a point came to on images held back from training; the test images are never touched.</summary>
/// <param name="Accuracies">One for the validation images, or one a fold.</param>
/// <param name="Loss">The mean log loss on them, in nats.</param>
/// <param name="Epochs">Epochs allowed.</param>
/// <param name="Seconds">Wall time of all trainings.</param>
internal sealed record TuningOutcome(ImmutableArray<double> Accuracies, double Loss, int Epochs, double Seconds)
{
    /// <summary>What points are compared by.</summary>
    public double Score => Accuracies.Average();
}
