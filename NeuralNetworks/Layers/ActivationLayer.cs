using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>An activation as a layer of its own (Keras's <c>Activation</c>, <c>LeakyReLU</c>, <c>ELU</c>); the shape stays.</summary>
/// <param name="Function">The function applied to every value; softmax works over the channels.</param>
public sealed record ActivationLayer(Activation Function) : Layer
{
    /// <summary>Slope of leaky relu, alpha of elu; the others have none. The default value, null, is Keras's: 0.2 for leaky relu, 1 for elu.</summary>
    public double? Alpha { get; init; }

    internal override string TypeName => "Activation";

    internal override string DefaultName => "activation";

    internal override LayerShape Infer(LayerShape input, string name)
    {
        Require(Alpha is null || Function is Activation.LeakyRelu or Activation.Elu, name, "Alpha only with LeakyRelu or Elu", Function);
        Require(Alpha is not { } alpha || (alpha >= 0 && double.IsFinite(alpha)), name, "an Alpha of at least 0",
            (Alpha ?? 0).ToString(CultureInfo.InvariantCulture));
        return input;
    }
}
