using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>How gradients change weights. Names and defaults are Keras's.</summary>
public abstract record Optimizer
{
    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>Size of a step. A schedule, if any, multiplies it.</summary>
    public double LearningRate { get; init; }

    /// <summary>Refuses impossible settings before any work is done.</summary>
    internal virtual void Validate() => Require(LearningRate > 0, nameof(LearningRate), "a positive number", LearningRate);

    private protected void Require(bool condition, string option, string expected, double received)
    {
        if (!condition || !double.IsFinite(received))
            throw new ArgumentException($"{GetType().Name} expects {option} to be {expected}. Received: {received.ToString(CultureInfo.InvariantCulture)}.");
    }

    private protected void RequireShare(string option, double received) => Require(received is >= 0 and < 1, option, "at least 0 and below 1", received);
}
