namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Adamax (Kingma and Ba 2015, section 7): m is a running mean of g, u = max(beta2 * u, |g|), and
/// w -= rate / (1 - beta1^t) * m / (u + epsilon).
/// </summary>
public sealed record Adamax : Optimizer
{
    /// <summary>With Keras's learning rate, 0.001.</summary>
    public Adamax()
        : base(0.001)
    {
    }

    /// <summary>Decay of the mean of gradients. The default value is 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the largest gradient. The default value is 0.999.</summary>
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
