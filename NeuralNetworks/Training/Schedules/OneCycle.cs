namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// One climb and one long descent, both half cosines (Smith and Topin 2018): from the optimiser's rate / <see cref="StartDivisor"/> up to the
/// optimiser's rate, then down to the start's rate / <see cref="EndDivisor"/>.
/// </summary>
public sealed record OneCycle : LearningRateSchedule
{
    /// <summary>Share of the training that is climbing. The default value is 0.3.</summary>
    public double ClimbShare { get; init; } = 0.3;

    /// <summary>The default value is 25.</summary>
    public double StartDivisor { get; init; } = 25;

    /// <summary>The default value is 10,000.</summary>
    public double EndDivisor { get; init; } = 1e4;

    internal override double Rate(double initial, in ScheduleMoment moment)
    {
        var done = Math.Min(moment.EpochsDone / moment.Epochs, 1);
        var start = initial / StartDivisor;
        return done < ClimbShare ? Between(start, initial, done / ClimbShare) : Between(initial, start / EndDivisor, (done - ClimbShare) / (1 - ClimbShare));
    }

    internal override void Validate()
    {
        Require(ClimbShare is > 0 and < 1, nameof(ClimbShare), "above 0 and below 1", ClimbShare);
        Require(StartDivisor >= 1, nameof(StartDivisor), "at least 1", StartDivisor);
        Require(EndDivisor >= 1, nameof(EndDivisor), "at least 1", EndDivisor);
    }

    private static double Between(double from, double to, double share) => to + ((from - to) * 0.5 * (1 + Math.Cos(Math.PI * share)));
}
