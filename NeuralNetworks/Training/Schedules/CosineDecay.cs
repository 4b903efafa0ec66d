namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Half a cosine from the initial rate down to a share of it at the end of training (Loshchilov and Hutter 2017), perhaps after a linear
/// climb from zero.
/// </summary>
public sealed record CosineDecay : LearningRateSchedule
{
    /// <summary>Share of the initial rate that is left at the end. The default value is 0.</summary>
    public double Alpha { get; init; }

    /// <summary>Epochs of climbing at the beginning. The default value is 0.</summary>
    public double WarmupEpochs { get; init; }

    internal override double Rate(double initial, in ScheduleMoment moment)
    {
        var done = moment.EpochsDone;
        if (done < WarmupEpochs)
            return initial * (moment.Step + 1) / (WarmupEpochs * moment.StepsPerEpoch + 1);
        var share = Math.Min((done - WarmupEpochs) / Math.Max(moment.Epochs - WarmupEpochs, 1e-9), 1);
        return initial * (Alpha + ((1 - Alpha) * 0.5 * (1 + Math.Cos(Math.PI * share))));
    }

    internal override void Validate()
    {
        Require(Alpha is >= 0 and <= 1, nameof(Alpha), "at least 0 and at most 1", Alpha);
        Require(WarmupEpochs >= 0, nameof(WarmupEpochs), "at least 0", WarmupEpochs);
    }
}
