namespace MlNetFashion.NeuralNetworks;

/// <summary>Adagrad (Duchi, Hazan and Singer 2011): v is the sum of g^2 and w -= rate * g / sqrt(v + epsilon).</summary>
public sealed record Adagrad : Optimizer
{
    /// <summary>With Keras's learning rate, 0.001.</summary>
    public Adagrad()
        : base(0.001)
    {
    }

    /// <summary>Where the sums start. The default value is 0.1.</summary>
    public double InitialAccumulator { get; init; } = 0.1;

    /// <summary>Keeps the division finite. The default value is 1e-7.</summary>
    public double Epsilon { get; init; } = 1e-7;

    internal override void Validate()
    {
        base.Validate();
        Require(InitialAccumulator >= 0, nameof(InitialAccumulator), "at least 0", InitialAccumulator);
        Require(Epsilon > 0, nameof(Epsilon), "a positive number", Epsilon);
    }
}
