using System.Collections.Immutable;
using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Normalises every channel to mean 0 and variance 1, then scales and shifts it: y = gamma * (x - mean) / sqrt(variance + epsilon) + beta
/// (Ioffe and Szegedy 2015). Training uses the batch's statistics (variance without Bessel's correction) and keeps running means of them; predicting
/// uses those.
/// </summary>
public sealed record BatchNormalization : Layer
{
    /// <summary>Share of a running statistic that is kept at each step. The default value is 0.99.</summary>
    public double Momentum { get; init; } = 0.99;

    /// <summary>Added to variances. The default value is 0.001.</summary>
    public double Epsilon { get; init; } = 1e-3;

    /// <summary>Whether beta is learnt. The default value is true; it starts at zero.</summary>
    public bool Center { get; init; } = true;

    /// <summary>Whether gamma is learnt. The default value is true; it starts at one.</summary>
    public bool Scale { get; init; } = true;

    internal override string TypeName => "BatchNormalization";

    internal override string DefaultName => "batch_normalization";

    internal override LayerShape Infer(LayerShape input, string name)
    {
        Require(Momentum is >= 0 and < 1, name, "a momentum of at least 0 and below 1", Momentum.ToString(CultureInfo.InvariantCulture));
        Require(Epsilon > 0 && double.IsFinite(Epsilon), name, "a positive epsilon", Epsilon.ToString(CultureInfo.InvariantCulture));
        return input;
    }

    internal override ImmutableArray<ParameterSpec> ParametersFor(LayerShape input)
    {
        ImmutableArray<int> shape = [input.Shape.Channels];
        var specs = ImmutableArray.CreateBuilder<ParameterSpec>();
        if (Scale)
            specs.Add(new ParameterSpec("gamma", shape, Initializer.Ones));
        if (Center)
            specs.Add(new ParameterSpec("beta", shape, Initializer.Zeros));
        specs.Add(new ParameterSpec("moving_mean", shape, Initializer.Zeros, Trainable: false));
        specs.Add(new ParameterSpec("moving_variance", shape, Initializer.Ones, Trainable: false));
        return specs.ToImmutable();
    }
}
