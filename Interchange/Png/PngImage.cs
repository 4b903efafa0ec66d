namespace MlNetFashion.Interchange.Png;

/// <summary>A decoded picture: [height, width, 4] bytes red, green, blue, alpha (255 is opaque).</summary>
public sealed record PngImage(int Width, int Height, byte[] Rgba)
{
    /// <summary>Whether any visible pixel has a hue.</summary>
    public bool IsColour
    {
        get
        {
            for (var i = 0; i < Rgba.Length; i += 4)
            {
                if (Rgba[i + 3] > 0 && (Rgba[i] != Rgba[i + 1] || Rgba[i] != Rgba[i + 2]))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether any pixel lets something through.</summary>
    public bool IsTransparent
    {
        get
        {
            for (var i = 3; i < Rgba.Length; i += 4)
            {
                if (Rgba[i] < 255)
                    return true;
            }

            return false;
        }
    }
}
