namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Adadelta (Zeiler 2012): v and u are running means of g^2 and d^2, d = -sqrt(u + epsilon) / sqrt(v + epsilon) * g and w += rate * d.
/// </summary>
public sealed record Adadelta : Optimizer
{
    /// <summary>With Keras's learning rate, 0.001 (the paper's is 1).</summary>
    public Adadelta()
        : base(0.001)
    {
    }

    /// <summary>Decay of the running means. The default value is 0.95.</summary>
    public double Rho { get; init; } = 0.95;

    /// <summary>Keeps the division finite. The default value is 1e-7.</summary>
    public double Epsilon { get; init; } = 1e-7;

    internal override void Validate()
    {
        base.Validate();
        RequireShare(nameof(Rho), Rho);
        Require(Epsilon > 0, nameof(Epsilon), "a positive number", Epsilon);
    }
}
