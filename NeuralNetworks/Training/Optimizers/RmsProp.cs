namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// RMSprop (Hinton 2012) in Keras's form: v is a running mean of g^2 and w -= rate * g / sqrt(v + epsilon). Centred, v is made the variance;
/// with momentum, the steps are gathered as in <see cref="Sgd"/>.
/// </summary>
public sealed record RmsProp : Optimizer
{
    /// <summary>With Keras's learning rate, 0.001.</summary>
    public RmsProp()
        : base(0.001)
    {
    }

    /// <summary>Decay of the running means. The default value is 0.9.</summary>
    public double Rho { get; init; } = 0.9;

    /// <summary>Share of the last step that is kept. The default value is 0.</summary>
    public double Momentum { get; init; }

    /// <summary>Keeps the division finite. The default value is 1e-7.</summary>
    public double Epsilon { get; init; } = 1e-7;

    /// <summary>Whether gradients are measured against their running mean. The default value is false.</summary>
    public bool Centered { get; init; }

    internal override void Validate()
    {
        base.Validate();
        RequireShare(nameof(Rho), Rho);
        RequireShare(nameof(Momentum), Momentum);
        Require(Epsilon > 0, nameof(Epsilon), "a positive number", Epsilon);
    }
}
