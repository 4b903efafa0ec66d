using System.Collections.Immutable;
using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A fully connected layer: <c>[batch, inputs]</c> to <c>[batch, units]</c> with a kernel <c>[inputs, units]</c>.</summary>
/// <param name="Units">Outputs.</param>
public sealed record Dense(int Units) : Layer
{
    /// <summary>The default value is <see cref="Activation.Linear"/>.</summary>
    public Activation Activation { get; init; } = Activation.Linear;

    /// <summary>Whether a value per unit is added. The default value is true; it starts at zero.</summary>
    public bool UseBias { get; init; } = true;

    /// <summary>Weight of the kernel's sum of squares in the loss (Keras's <c>regularizers.L2</c>). The default value is 0.</summary>
    public double L2 { get; init; }

    /// <summary>How the kernel starts. The default value is <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer KernelInitializer { get; init; } = Initializer.GlorotUniform;

    internal override string TypeName => "Dense";

    internal override string DefaultName => "dense";

    internal override LayerShape Infer(LayerShape input, string name)
    {
        Require(Units > 0, name, "at least one unit", Units);
        Require(L2 >= 0 && double.IsFinite(L2), name, "an L2 factor that is zero or positive", L2.ToString(CultureInfo.InvariantCulture));
        Require(input.IsVector, name, "a vector of shape (batch, length); put Flatten or GlobalAveragePool2D before it", input);
        return LayerShape.Vector(Units);
    }

    internal override ImmutableArray<ParameterSpec> ParametersFor(LayerShape input)
    {
        var kernel = new ParameterSpec("kernel", [input.Shape.Size, Units], KernelInitializer, input.Shape.Size, Units, L2);
        return UseBias ? [kernel, new ParameterSpec("bias", [Units], Initializer.Zeros)] : [kernel];
    }

    internal override long MultiplyAdds(LayerShape input, LayerShape output) => (long)input.Shape.Size * Units;
}
