namespace MlNetFashion.Interchange.Jpeg;

/// <summary>What the planes of a JPEG mean.</summary>
internal enum JpegColourModel
{
    /// <summary>One plane of brightness.</summary>
    Grey,

    /// <summary>Red, green and blue.</summary>
    Rgb,

    /// <summary>Brightness, blueness, redness (ITU-T T.871).</summary>
    YCbCr,

    /// <summary>Inks: cyan, magenta, yellow, black.</summary>
    Cmyk,

    /// <summary>The first three inks as brightness, blueness, redness; black.</summary>
    Ycck,
}

/// <summary>Makes pixels of the planes of a JPEG.</summary>
internal static class JpegColours
{
    private const int Half = 1 << 15;

    internal static byte[] ToRgba(byte[][] planes, JpegColourModel model, bool inverted)
    {
        var rgba = new byte[planes[0].Length * 4];
        for (var index = 0; index < planes[0].Length; index++)
        {
            var pixel = rgba.AsSpan(index * 4, 4);
            pixel[3] = 255;
            if (model == JpegColourModel.Grey)
            {
                pixel[..3].Fill(planes[0][index]);
                continue;
            }

            (pixel[0], pixel[1], pixel[2]) = (planes[0][index], planes[1][index], planes[2][index]);
            if (model is JpegColourModel.YCbCr or JpegColourModel.Ycck)
                Convert(pixel);
            if (model is not (JpegColourModel.Cmyk or JpegColourModel.Ycck))
                continue;
            if (model == JpegColourModel.Ycck)
                (pixel[0], pixel[1], pixel[2]) = ((byte)(255 - pixel[0]), (byte)(255 - pixel[1]), (byte)(255 - pixel[2]));

            // Programs that mark their files as Adobe's store how much ink is not there.
            var black = inverted ? planes[3][index] : 255 - planes[3][index];
            for (var channel = 0; channel < 3; channel++)
                pixel[channel] = (byte)((inverted ? pixel[channel] : 255 - pixel[channel]) * black / 255);
        }

        return rgba;
    }

    private static void Convert(Span<byte> pixel)
    {
        var (y, blue, red) = ((int)pixel[0], pixel[1] - 128, pixel[2] - 128);
        pixel[0] = Level(y + (((91881 * red) + Half) >> 16));
        pixel[1] = Level(y + (((-22554 * blue) - (46802 * red) + Half) >> 16));
        pixel[2] = Level(y + (((116130 * blue) + Half) >> 16));
    }

    private static byte Level(int value) => (byte)Math.Clamp(value, 0, 255);
}
