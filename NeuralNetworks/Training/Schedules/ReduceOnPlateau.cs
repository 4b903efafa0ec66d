namespace MlNetFashion.NeuralNetworks;

/// <summary>The rate is multiplied by a factor whenever a figure has not improved for some epochs (Keras's <c>ReduceLROnPlateau</c>).</summary>
public sealed record ReduceOnPlateau : LearningRateSchedule
{
    /// <summary>The figure watched. The default value is <see cref="EarlyStoppingMonitor.ValidationLoss"/>.</summary>
    public EarlyStoppingMonitor Monitor { get; init; } = EarlyStoppingMonitor.ValidationLoss;

    /// <summary>The default value is 0.1.</summary>
    public double Factor { get; init; } = 0.1;

    /// <summary>Epochs without improvement before the rate drops. The default value is 10.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>The least change that counts as improvement. The default value is 0.0001.</summary>
    public double MinDelta { get; init; } = 1e-4;

    /// <summary>Epochs after a drop in which none are counted. The default value is 0.</summary>
    public int Cooldown { get; init; }

    /// <summary>The rate never drops below it. The default value is 0.</summary>
    public double MinimumRate { get; init; }

    internal override double Rate(double initial, in ScheduleMoment moment)
    {
        // The history tells all there is to know, so nothing has to be remembered between steps.
        var (best, waited, cooling, rate) = (double.NegativeInfinity, 0, 0, initial);
        for (var i = 0; i < moment.History.Count; i++)
        {
            var score = Monitor.Score(moment.History[i]);
            if (cooling > 0)
            {
                cooling--;
                waited = 0;
            }

            if (score - MinDelta > best)
            {
                best = score;
                waited = 0;
            }
            else if (cooling == 0 && ++waited >= Patience)
            {
                rate = Math.Max(rate * Factor, MinimumRate);
                (cooling, waited) = (Cooldown, 0);
            }
        }

        return rate;
    }

    internal override void Validate()
    {
        Require(Factor is > 0 and < 1, nameof(Factor), "above 0 and below 1", Factor);
        Require(Patience >= 0, nameof(Patience), "at least 0", Patience);
        Require(MinDelta >= 0, nameof(MinDelta), "at least 0", MinDelta);
        Require(Cooldown >= 0, nameof(Cooldown), "at least 0", Cooldown);
        Require(MinimumRate >= 0, nameof(MinimumRate), "at least 0", MinimumRate);
    }
}
