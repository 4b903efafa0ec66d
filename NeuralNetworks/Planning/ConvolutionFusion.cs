namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>The layers behind a convolution that run with it.</summary>
/// <param name="Relu">A ReLU.</param>
/// <param name="Pools">2x2 max-pooling with stride 2.</param>
/// <param name="Dropout">Dropout, with the number of its layer; only behind a ReLU, whose mask then serves both.</param>
internal readonly record struct ConvolutionFusion(bool Relu, bool Pools, (double Rate, int Layer)? Dropout)
{
    /// <summary>As the printed plan says it.</summary>
    public override string ToString() => (Relu ? " + ReLU" : "") + (Pools ? " + 2x2 max-pooling" : "") +
        (Dropout is { } dropout ? FormattableString.Invariant($" + dropout {dropout.Rate}") : "");
}
