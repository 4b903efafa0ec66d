namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Adam (Kingma and Ba 2015) in Keras's form: m and v are running means of g and g^2, and
/// w -= rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon).
/// </summary>
public sealed record Adam : Optimizer
{
    /// <summary>With Keras's learning rate, 0.001.</summary>
    public Adam()
        : base(0.001)
    {
    }

    /// <summary>Decay of the mean of gradients. The default value is 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean of squared gradients. The default value is 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Keeps the division finite. The default value is 1e-7.</summary>
    public double Epsilon { get; init; } = 1e-7;

    internal override void Validate()
    {
        base.Validate();
        RequireShare(nameof(Beta1), Beta1);
        RequireShare(nameof(Beta2), Beta2);
        Require(Epsilon > 0, nameof(Epsilon), "a positive number", Epsilon);
    }
}
