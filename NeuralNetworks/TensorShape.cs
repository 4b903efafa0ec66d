using System.Globalization;
using System.Text.Json.Serialization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>The shape of one image or activation: <c>[height, width, channels]</c>. A plain vector is <c>[1, 1, length]</c>.</summary>
public readonly record struct TensorShape(int Height, int Width, int Channels)
{
    /// <summary>Number of values: height x width x channels.</summary>
    [JsonIgnore]
    public int Size => checked(Height * Width * Channels);

    /// <summary>For example <c>28x28x1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Height}x{Width}x{Channels}");
}
