namespace Microsoft.ML.Transforms.Image;

/// <summary>A PNG's bytes between rows as they are filtered and pixels.</summary>
internal static class PngSamples
{
    /// <summary>Undoes a row's filter in place; <paramref name="distance"/> is the bytes between a pixel and the one to its left.</summary>
    internal static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int distance, string source)
    {
        if (filter is < 0 or > 4)
            throw PngFile.Fault(source, $"there is no filter {filter}");
        for (var index = 0; index < row.Length; index++)
        {
            var left = index >= distance ? row[index - distance] : 0;
            var corner = index >= distance ? above[index - distance] : 0;
            row[index] += (byte)(filter switch
            {
                1 => left,
                2 => above[index],
                3 => (left + above[index]) / 2,
                4 => Paeth(left, above[index], corner),
                _ => 0,
            });
        }
    }

    internal static byte[] ToRgba(PngHeader header, byte[] rows, byte[] palette, byte[] transparency, string source)
    {
        var rgba = new byte[header.Width * header.Height * 4];
        for (var y = 0; y < header.Height; y++)
        {
            var row = rows.AsSpan(y * header.RowBytes, header.RowBytes);
            for (var x = 0; x < header.Width; x++)
            {
                var pixel = rgba.AsSpan(((y * header.Width) + x) * 4, 4);
                pixel[3] = 255;
                switch (header.ColourType)
                {
                    case PngHeader.Palette:
                        var entry = Sample(row, x, header.Depth);
                        if ((entry * 3) + 3 > palette.Length)
                            throw PngFile.Fault(source, $"a pixel has the colour {entry} of a palette of {palette.Length / 3}");
                        palette.AsSpan(entry * 3, 3).CopyTo(pixel);
                        if (entry < transparency.Length)
                            pixel[3] = transparency[entry];
                        break;
                    case PngHeader.Grey:
                    case PngHeader.GreyWithAlpha:
                        pixel[..3].Fill(Level(row, x * header.Channels, header.Depth));
                        if (header.ColourType == PngHeader.GreyWithAlpha)
                            pixel[3] = Level(row, (x * 2) + 1, header.Depth);
                        break;
                    default:
                        for (var channel = 0; channel < header.Channels; channel++)
                            pixel[channel] = Level(row, (x * header.Channels) + channel, header.Depth);
                        break;
                }
            }
        }

        return rgba;
    }

    /// <summary>A sample scaled to 0..255; of 16 bits the upper 8.</summary>
    private static byte Level(ReadOnlySpan<byte> row, int index, int depth) =>
        depth == 16 ? row[index * 2] : (byte)(Sample(row, index, depth) * 255 / ((1 << depth) - 1));

    private static int Sample(ReadOnlySpan<byte> row, int index, int depth)
    {
        if (depth == 8)
            return row[index];
        var bit = index * depth;
        return (row[bit / 8] >> (8 - depth - (bit % 8))) & ((1 << depth) - 1);
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var toLeft = Math.Abs(estimate - left);
        var toAbove = Math.Abs(estimate - above);
        var toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
