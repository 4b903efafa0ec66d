using System.Collections.Immutable;
using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// A 2D convolution (cross-correlation): input <c>[batch, height, width, channels]</c>, kernel <c>[kernel, kernel, channels, filters]</c>,
/// output <c>[batch, height', width', filters]</c>.
/// </summary>
/// <param name="Filters">Output channels.</param>
/// <param name="KernelSize">Height and width of the kernel. The default value is 3.</param>
public sealed record Conv2D(int Filters, int KernelSize = 3) : Layer
{
    /// <summary>Step of the window along height and width. The default value is 1.</summary>
    public int Strides { get; init; } = 1;

    /// <summary>The default value is <see cref="Padding.Valid"/>.</summary>
    public Padding Padding { get; init; } = Padding.Valid;

    /// <summary>The default value is <see cref="Activation.Linear"/>.</summary>
    public Activation Activation { get; init; } = Activation.Linear;

    /// <summary>Whether a value per filter is added. The default value is true; it starts at zero.</summary>
    public bool UseBias { get; init; } = true;

    /// <summary>Weight of the kernel's sum of squares in the loss (Keras's <c>regularizers.L2</c>). The default value is 0.</summary>
    public double L2 { get; init; }

    /// <summary>How the kernel starts. The default value is <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer KernelInitializer { get; init; } = Initializer.GlorotUniform;

    internal override string TypeName => "Conv2D";

    internal override string DefaultName => "conv2d";

    internal override LayerShape Infer(LayerShape input, string name)
    {
        Require(Filters > 0, name, "at least one filter", Filters);
        Require(KernelSize > 0, name, "a kernel size of at least 1", KernelSize);
        Require(Strides > 0, name, "strides of at least 1", Strides);
        Require(L2 >= 0 && double.IsFinite(L2), name, "an L2 factor that is zero or positive", L2.ToString(CultureInfo.InvariantCulture));
        RequireImage(input, name);
        Require(Padding == Padding.Same || (input.Shape.Height >= KernelSize && input.Shape.Width >= KernelSize), name,
            $"an image no smaller than its {KernelSize}x{KernelSize} kernel, or padding Same", input);
        return LayerShape.Image(
            Windows(input.Shape.Height, KernelSize, Strides, Padding), Windows(input.Shape.Width, KernelSize, Strides, Padding), Filters);
    }

    internal override ImmutableArray<ParameterSpec> ParametersFor(LayerShape input)
    {
        var area = KernelSize * KernelSize;
        var kernel = new ParameterSpec("kernel", [KernelSize, KernelSize, input.Shape.Channels, Filters], KernelInitializer,
            area * input.Shape.Channels, area * Filters, L2);
        return UseBias ? [kernel, new ParameterSpec("bias", [Filters], Initializer.Zeros)] : [kernel];
    }

    internal override long MultiplyAdds(LayerShape input, LayerShape output) =>
        (long)output.Shape.Size * KernelSize * KernelSize * input.Shape.Channels;
}
