namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Stochastic gradient descent. With momentum, v = momentum * v - rate * g and w += v; with Nesterov's, w += momentum * v - rate * g
/// (Sutskever et al. 2013, in Keras's form).
/// </summary>
public sealed record Sgd : Optimizer
{
    /// <summary>With Keras's learning rate, 0.01.</summary>
    public Sgd()
        : base(0.01)
    {
    }

    /// <summary>Share of the last step that is kept, at least 0 and below 1. The default value is 0.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the gradient is taken as if the momentum step were already done. The default value is false.</summary>
    public bool Nesterov { get; init; }

    internal override void Validate()
    {
        base.Validate();
        RequireShare(nameof(Momentum), Momentum);
    }
}
