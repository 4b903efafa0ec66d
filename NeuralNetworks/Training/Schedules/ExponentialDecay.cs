namespace MlNetFashion.NeuralNetworks;

/// <summary>rate = initial * factor^epochs, the epochs in fractions unless <see cref="Staircase"/> is set (Keras's <c>ExponentialDecay</c>, counted in epochs).</summary>
/// <param name="Factor">What an epoch multiplies the rate by, above 0 and at most 1.</param>
public sealed record ExponentialDecay(double Factor) : LearningRateSchedule
{
    /// <summary>Whether the rate changes at the end of epochs only. The default value is false.</summary>
    public bool Staircase { get; init; }

    internal override double Rate(double initial, in ScheduleMoment moment) =>
        initial * Math.Pow(Factor, Staircase ? Math.Floor(moment.EpochsDone) : moment.EpochsDone);

    internal override void Validate() => Require(Factor is > 0 and <= 1, nameof(Factor), "above 0 and at most 1", Factor);
}
