namespace MlNetFashion.NeuralNetworks;

/// <summary>The mean of every channel over the whole image: <c>[batch, height, width, channels]</c> to <c>[batch, channels]</c>.</summary>
public sealed record GlobalAveragePool2D : Layer
{
    internal override string TypeName => "GlobalAveragePooling2D";

    internal override string DefaultName => "global_average_pooling2d";

    internal override LayerShape Infer(LayerShape input, string name)
    {
        RequireImage(input, name);
        return LayerShape.Vector(input.Shape.Channels);
    }
}
