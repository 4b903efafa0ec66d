namespace MlNetFashion.Interchange.Png;

/// <summary>The IHDR chunk of a PNG file.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, int ColourType, bool Interlaced)
{
    /// <summary>Bytes of the chunk.</summary>
    public const int Length = 13;

    public const int Grey = 0;
    public const int Rgb = 2;
    public const int Palette = 3;
    public const int GreyAlpha = 4;
    public const int Rgba = 6;

    /// <summary>Samples a pixel.</summary>
    public int Channels => ColourType switch
    {
        Grey or Palette => 1,
        GreyAlpha => 2,
        Rgb => 3,
        _ => 4,
    };

    /// <summary>Whether the standard allows this depth for this colour type.</summary>
    public bool IsLegal => (ColourType, BitDepth) switch
    {
        (Grey, 1 or 2 or 4 or 8 or 16) => true,
        (Palette, 1 or 2 or 4 or 8) => true,
        (Rgb or GreyAlpha or Rgba, 8 or 16) => true,
        _ => false,
    };

    /// <summary>Bytes of a row of <paramref name="width"/> pixels, without its filter byte.</summary>
    public int RowBytes(int width) => (width * Channels * BitDepth + 7) / 8;
}
