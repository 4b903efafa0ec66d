using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A factor drawn evenly between two ends. A plain number s stands for the range from 1 - s to 1 + s, as in Keras.</summary>
/// <param name="Lower">The smallest factor.</param>
/// <param name="Upper">The largest factor.</param>
public readonly record struct FactorRange(double Lower, double Upper)
{
    /// <summary>The range from 1 - <paramref name="spread"/> to 1 + <paramref name="spread"/>.</summary>
    public static implicit operator FactorRange(double spread) => new(1 - spread, 1 + spread);

    /// <summary>For example <c>0.9..1.1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lower}..{Upper}");
}
