using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>How the learning rate moves while training. The optimiser's learning rate is where it starts (for <see cref="OneCycle"/>: its peak).</summary>
public abstract record LearningRateSchedule
{
    private protected LearningRateSchedule()
    {
    }

    /// <summary>The rate of one step.</summary>
    internal abstract double Rate(double initial, in ScheduleMoment moment);

    /// <summary>Refuses impossible settings before any work is done.</summary>
    internal abstract void Validate();

    private protected void Require(bool condition, string option, string expected, double received)
    {
        if (!condition || !double.IsFinite(received))
            throw new ArgumentException($"{GetType().Name} expects {option} to be {expected}. Received: {received.ToString(CultureInfo.InvariantCulture)}.");
    }
}
