using System.Numerics;

namespace MlNetFashion.NeuralNetworks;

/// <summary>Brings coordinates beyond the border back into the image, along one axis. One implementation a <see cref="FillMode"/>.</summary>
internal interface IBorder
{
    /// <summary>Whether coordinates beyond the border have no pixel, only a constant.</summary>
    static abstract bool IsConstant { get; }

    /// <summary>Coordinates between 0 and <paramref name="last"/>, the size less one.</summary>
    static abstract Vector<float> Map(Vector<float> coordinate, float last);
}
