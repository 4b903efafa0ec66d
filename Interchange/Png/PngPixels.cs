using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetFashion.Interchange.Png;

/// <summary>Turns the packed, filtered rows of a PNG file into a raster.</summary>
internal sealed class PngPixels(PngHeader header, byte[] palette, byte[] transparency, string name)
{
    /// <summary>First column and row and the steps of Adam7's seven passes.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly byte[] _rgba = new byte[header.Width * header.Height * 4];

    public PngImage Decode(Stream packed)
    {
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            if (header.Interlaced)
            {
                foreach (var (x, y, stepX, stepY) in Passes)
                    DecodePass(rows, x, y, stepX, stepY);
            }
            else
            {
                DecodePass(rows, 0, 0, 1, 1);
            }
        }
        catch (InvalidDataException fault) when (!fault.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw PngReader.Damaged(name, "expected pixels that can be unpacked, received others", fault);
        }
        catch (EndOfStreamException fault)
        {
            throw PngReader.Damaged(name, $"expected {header.Width}x{header.Height} pixels, received fewer", fault);
        }

        return new PngImage(header.Width, header.Height, _rgba);
    }

    private void DecodePass(Stream rows, int startX, int startY, int stepX, int stepY)
    {
        var width = (header.Width - startX + stepX - 1) / stepX;
        if (width <= 0)
            return;

        var length = header.RowBytes(width);
        var (row, above) = (new byte[length], new byte[length]);
        var distance = Math.Max(1, header.Channels * header.BitDepth / 8);
        for (var y = startY; y < header.Height; y += stepY)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            Unfilter(filter, row, above, distance);
            for (var i = 0; i < width; i++)
                WritePixel(row, i, (y * header.Width + startX + i * stepX) * 4);
            (row, above) = (above, row);
        }
    }

    /// <summary>Adds back what the filter took away: nothing, the left, the upper, their mean, or the nearest of left, upper and upper left (Paeth).</summary>
    private void Unfilter(int filter, byte[] row, byte[] above, int distance)
    {
        if (filter is < 0 or > 4)
            throw filter < 0 ? new EndOfStreamException() : PngReader.Damaged(name, $"expected a filter from 0 to 4, received {filter}");

        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= distance ? row[i - distance] : 0;
            int up = above[i];
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, i >= distance ? above[i - distance] : 0),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int upperLeft)
    {
        var guess = left + up - upperLeft;
        var (toLeft, toUp, toUpperLeft) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - upperLeft));
        return toLeft <= toUp && toLeft <= toUpperLeft ? left : toUp <= toUpperLeft ? up : upperLeft;
    }

    private void WritePixel(byte[] row, int pixel, int at)
    {
        var target = _rgba.AsSpan(at, 4);
        target[3] = 255;
        var first = Sample(row, pixel * header.Channels);
        switch (header.ColourType)
        {
            case PngHeader.Palette:
                if (3 * first + 3 > palette.Length)
                    throw PngReader.Damaged(name, $"expected one of {palette.Length / 3} colours, received number {first}");
                palette.AsSpan(3 * first, 3).CopyTo(target);
                if (first < transparency.Length)
                    target[3] = transparency[first];
                break;
            case PngHeader.Grey or PngHeader.GreyAlpha:
                target[..3].Fill(ToByte(first));
                if (header.ColourType == PngHeader.GreyAlpha)
                    target[3] = ToByte(Sample(row, pixel * 2 + 1));
                else if (transparency.Length >= 2 && first == BinaryPrimitives.ReadUInt16BigEndian(transparency))
                    target[3] = 0;
                break;
            default:
                var (green, blue) = (Sample(row, pixel * header.Channels + 1), Sample(row, pixel * header.Channels + 2));
                (target[0], target[1], target[2]) = (ToByte(first), ToByte(green), ToByte(blue));
                if (header.ColourType == PngHeader.Rgba)
                    target[3] = ToByte(Sample(row, pixel * 4 + 3));
                else if (transparency.Length >= 6 && IsTransparentColour(first, green, blue))
                    target[3] = 0;
                break;
        }
    }

    private bool IsTransparentColour(int red, int green, int blue) =>
        red == BinaryPrimitives.ReadUInt16BigEndian(transparency)
        && green == BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(2))
        && blue == BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(4));

    private int Sample(byte[] row, int index)
    {
        switch (header.BitDepth)
        {
            case 8:
                return row[index];
            case 16:
                return BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(2 * index));
            default:
                var bit = index * header.BitDepth;
                return (row[bit / 8] >> (8 - header.BitDepth - bit % 8)) & ((1 << header.BitDepth) - 1);
        }
    }

    /// <summary>A sample of any depth on the scale 0 to 255.</summary>
    private byte ToByte(int sample) => header.BitDepth switch
    {
        8 => (byte)sample,
        16 => (byte)(sample >> 8),
        _ => (byte)(sample * 255 / ((1 << header.BitDepth) - 1)),
    };
}
