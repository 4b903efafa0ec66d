namespace MlNetFashion.NeuralNetworks;

/// <summary>Where training is when a schedule is asked for a rate.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="StepsPerEpoch">Steps of an epoch.</param>
/// <param name="Epochs">Epochs of the training.</param>
/// <param name="History">Epochs done.</param>
internal readonly record struct ScheduleMoment(long Step, int StepsPerEpoch, int Epochs, IReadOnlyList<EpochResult> History)
{
    /// <summary>Epochs done, in fractions.</summary>
    public double EpochsDone => (double)Step / StepsPerEpoch;
}
