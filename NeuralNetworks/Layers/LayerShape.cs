using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>What flows between two layers: a shape, and whether it is still an image or already a vector.</summary>
internal readonly record struct LayerShape(TensorShape Shape, bool IsVector)
{
    /// <summary>Whether a layer that wants an image may have it; a network's input of 1x1 is both, image and vector.</summary>
    public bool IsImage { get; private init; } = !IsVector;

    public static LayerShape OfInput(TensorShape input) => new(input, input.Height == 1 && input.Width == 1) { IsImage = true };

    public static LayerShape Image(int height, int width, int channels) => new(new TensorShape(height, width, channels), false);

    public static LayerShape Vector(int length) => new(new TensorShape(1, 1, length), true);

    /// <summary>As Keras prints it, the batch dimension first: <c>(None, 28, 28, 1)</c> or <c>(None, 784)</c>.</summary>
    public override string ToString() => IsVector
        ? string.Create(CultureInfo.InvariantCulture, $"(None, {Shape.Channels})")
        : string.Create(CultureInfo.InvariantCulture, $"(None, {Shape.Height}, {Shape.Width}, {Shape.Channels})");
}
