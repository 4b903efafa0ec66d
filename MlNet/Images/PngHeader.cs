namespace Microsoft.ML.Transforms.Image;

/// <summary>Size and kind of a PNG's pixels.</summary>
internal sealed record PngHeader(int Width, int Height, int Depth, int ColourType)
{
    internal const byte Grey = 0;
    internal const byte TrueColour = 2;
    internal const byte Palette = 3;
    internal const byte GreyWithAlpha = 4;
    internal const byte TrueColourWithAlpha = 6;

    internal int Channels => ColourType switch
    {
        TrueColour => 3,
        GreyWithAlpha => 2,
        TrueColourWithAlpha => 4,
        _ => 1,
    };

    internal int BitsPerPixel => Channels * Depth;

    internal int RowBytes => (int)((((long)Width * BitsPerPixel) + 7) / 8);

    internal bool IsValid => (ColourType, Depth) switch
    {
        (Grey, 1 or 2 or 4 or 8 or 16) => true,
        (Palette, 1 or 2 or 4 or 8) => true,
        (TrueColour or GreyWithAlpha or TrueColourWithAlpha, 8 or 16) => true,
        _ => false,
    };
}
