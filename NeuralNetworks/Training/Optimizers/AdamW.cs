namespace MlNetFashion.NeuralNetworks;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019), in Keras's form: w -= rate * decay * w, then the step of <see cref="Adam"/>.</summary>
public sealed record AdamW : Optimizer
{
    /// <summary>With Keras's learning rate, 0.001.</summary>
    public AdamW()
        : base(0.001)
    {
    }

    /// <summary>Share of a weight that is taken off at a step of rate 1. The default value is 0.004.</summary>
    public double WeightDecay { get; init; } = 0.004;

    /// <summary>Decay of the mean of gradients. The default value is 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean of squared gradients. The default value is 0.999.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Keeps the division finite. The default value is 1e-7.</summary>
    public double Epsilon { get; init; } = 1e-7;

    internal override void Validate()
    {
        base.Validate();
        Require(WeightDecay >= 0, nameof(WeightDecay), "at least 0", WeightDecay);
        RequireShare(nameof(Beta1), Beta1);
        RequireShare(nameof(Beta2), Beta2);
        Require(Epsilon > 0, nameof(Epsilon), "a positive number", Epsilon);
    }
}
