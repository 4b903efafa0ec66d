namespace MlNetFashion.NeuralNetworks;

/// <summary>Reads an image row by row, channels last, as one vector: <c>[batch, height, width, channels]</c> to <c>[batch, height * width * channels]</c>.</summary>
public sealed record Flatten : Layer
{
    internal override string TypeName => "Flatten";

    internal override string DefaultName => "flatten";

    internal override LayerShape Infer(LayerShape input, string name) => LayerShape.Vector(input.Shape.Size);
}
