using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// An exponential moving average of the weights over the steps (Polyak and Juditsky 1992; Keras's <c>use_ema</c>): average = momentum * average +
/// (1 - momentum) * weights, beginning with the weights after the first step. Validation, and the network that training returns, use the average.
/// </summary>
public sealed record WeightAveraging
{
    /// <summary>The default value is 0.99.</summary>
    public double Momentum { get; init; } = 0.99;

    internal void Validate()
    {
        if (Momentum is not (>= 0 and < 1))
            throw new ArgumentException($"Weight averaging expects a momentum of at least 0 and below 1. Received: {Momentum.ToString(CultureInfo.InvariantCulture)}.");
    }
}
