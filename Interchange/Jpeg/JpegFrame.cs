namespace MlNetFashion.Interchange.Jpeg;

/// <summary>What all scans of a JPEG share.</summary>
internal sealed class JpegFrame
{
    internal JpegFrame(int width, int height, bool isProgressive, JpegComponent[] components)
    {
        Width = width;
        Height = height;
        IsProgressive = isProgressive;
        Components = components;
        MostAcross = components.Max(component => component.Across);
        MostDown = components.Max(component => component.Down);
        UnitsAcross = Divide(width, JpegComponent.BlockSize * MostAcross);
        UnitsDown = Divide(height, JpegComponent.BlockSize * MostDown);
        foreach (var component in components)
            component.Layout(width, height, MostAcross, MostDown, UnitsAcross, UnitsDown);
    }

    internal int Width { get; }

    internal int Height { get; }

    internal bool IsProgressive { get; }

    internal JpegComponent[] Components { get; }

    internal int MostAcross { get; }

    internal int MostDown { get; }

    internal int UnitsAcross { get; }

    internal int UnitsDown { get; }

    internal static int Divide(int value, int by) => (value + by - 1) / by;
}
