using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>One layer of a network: a declaration without weights. Names and defaults are Keras's.</summary>
public abstract record Layer
{
    /// <summary>Name in summaries and files. The default is Keras's: the type in snake case, numbered within the network.</summary>
    public string? Name { get; init; }

    /// <summary>The type as Keras's summary prints it, for example <c>MaxPooling2D</c>.</summary>
    internal abstract string TypeName { get; }

    /// <summary>The name Keras gives the first layer of this type, for example <c>max_pooling2d</c>.</summary>
    internal abstract string DefaultName { get; }

    /// <summary>The output for an input, or an <see cref="ArgumentException"/> where the two do not fit.</summary>
    internal abstract LayerShape Infer(LayerShape input, string name);

    /// <summary>The arrays this layer holds for an input that fits, in Keras's order.</summary>
    internal virtual ImmutableArray<ParameterSpec> ParametersFor(LayerShape input) => [];

    /// <summary>Multiplications with addition for one image, forward.</summary>
    internal virtual long MultiplyAdds(LayerShape input, LayerShape output) => 0;

    private protected static void Require(bool condition, string name, string expected, object received)
    {
        if (!condition)
            throw new ArgumentException($"Layer '{name}' expects {expected}. Received: {received}.");
    }

    private protected static void RequireImage(LayerShape input, string name) =>
        Require(input.IsImage, name, "an image of shape (batch, height, width, channels); put it before Flatten and Dense layers", input);

    private protected static LayerShape InferPooling(LayerShape input, string name, int size, int strides, Padding padding)
    {
        Require(size > 0, name, "a pool size of at least 1", size);
        Require(strides > 0, name, "strides of at least 1", strides);
        RequireImage(input, name);
        Require(padding == Padding.Same || (input.Shape.Height >= size && input.Shape.Width >= size), name,
            $"an image no smaller than its {size}x{size} window, or padding Same", input);
        return LayerShape.Image(Windows(input.Shape.Height, size, strides, padding), Windows(input.Shape.Width, size, strides, padding), input.Shape.Channels);
    }

    /// <summary>Output length of a window sliding along one axis (Keras's rules).</summary>
    private protected static int Windows(int length, int window, int stride, Padding padding) =>
        padding == Padding.Same ? (length + stride - 1) / stride : (length - window) / stride + 1;
}
