namespace MlNetFashion.NeuralNetworks;

/// <summary>The rate is multiplied by a factor every few epochs: rate = initial * factor^floor(epoch / every).</summary>
/// <param name="Every">Epochs between two drops.</param>
public sealed record StepDecay(int Every) : LearningRateSchedule
{
    /// <summary>The default value is 0.1.</summary>
    public double Factor { get; init; } = 0.1;

    internal override double Rate(double initial, in ScheduleMoment moment) => initial * Math.Pow(Factor, Math.Floor(moment.EpochsDone / Every));

    internal override void Validate()
    {
        Require(Every > 0, nameof(Every), "at least one epoch", Every);
        Require(Factor is > 0 and <= 1, nameof(Factor), "above 0 and at most 1", Factor);
    }
}
