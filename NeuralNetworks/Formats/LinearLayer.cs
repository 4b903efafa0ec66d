using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>What convolutions and dense layers have in common: a kernel, perhaps a bias, an activation.</summary>
internal sealed record LinearLayer(Layer Layer, NamedArray Kernel, Activation Activation, bool UseBias)
{
    /// <summary>The view of a layer, or null where it is of another kind.</summary>
    public static LinearLayer? Of(Layer layer, ImmutableArray<NamedArray> arrays) => layer switch
    {
        Conv2D convolution => new(layer, arrays[0], convolution.Activation, convolution.UseBias),
        Dense dense => new(layer, arrays[0], dense.Activation, dense.UseBias),
        _ => null,
    };

    public Layer WithBias() => Layer switch
    {
        Conv2D convolution => convolution with { UseBias = true },
        Dense dense => dense with { UseBias = true },
        _ => throw new InvalidOperationException($"A {Layer.TypeName} has no bias."),
    };

    public Layer With(Activation activation) => Layer switch
    {
        Conv2D convolution => convolution with { Activation = activation },
        Dense dense => dense with { Activation = activation },
        _ => throw new InvalidOperationException($"A {Layer.TypeName} has no activation."),
    };
}
