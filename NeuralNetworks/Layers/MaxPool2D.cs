namespace MlNetFashion.NeuralNetworks;

/// <summary>The largest value of each window: <c>[batch, height, width, channels]</c> to <c>[batch, height', width', channels]</c>.</summary>
/// <param name="PoolSize">Height and width of the window. The default value is 2.</param>
public sealed record MaxPool2D(int PoolSize = 2) : Layer
{
    /// <summary>Step of the window along height and width. The default value, null, is the pool size.</summary>
    public int? Strides { get; init; }

    /// <summary>The default value is <see cref="Padding.Valid"/>: rows and columns that fill no window are dropped.</summary>
    public Padding Padding { get; init; } = Padding.Valid;

    internal override string TypeName => "MaxPooling2D";

    internal override string DefaultName => "max_pooling2d";

    internal override LayerShape Infer(LayerShape input, string name) => InferPooling(input, name, PoolSize, Strides ?? PoolSize, Padding);
}
