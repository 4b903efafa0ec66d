namespace MlNetFashion.Interchange.Jpeg;

/// <summary>One colour plane of a JPEG.</summary>
internal sealed class JpegComponent(byte id, int across, int down, int quantization)
{
    internal const int BlockSize = 8;
    internal const int BlockLength = BlockSize * BlockSize;

    internal byte Id => id;

    /// <summary>Blocks in a unit, from left to right.</summary>
    internal int Across => across;

    /// <summary>Blocks in a unit, from top to bottom.</summary>
    internal int Down => down;

    internal int Quantization => quantization;

    /// <summary>The plane's width in samples.</summary>
    internal int Width { get; private set; }

    internal int Height { get; private set; }

    /// <summary>Blocks in a row of the plane, those that only fill up the last unit included.</summary>
    internal int BlocksAcross { get; private set; }

    internal int BlocksDown { get; private set; }

    /// <summary>64 coefficients for each block, in reading order.</summary>
    internal short[] Coefficients { get; private set; } = [];

    internal int LastDc { get; set; }

    internal ushort[]? Divisors { get; set; }

    internal JpegHuffmanTable? DcTable { get; set; }

    internal JpegHuffmanTable? AcTable { get; set; }

    internal void Layout(int width, int height, int mostAcross, int mostDown, int unitsAcross, int unitsDown)
    {
        Width = ((width * across) + mostAcross - 1) / mostAcross;
        Height = ((height * down) + mostDown - 1) / mostDown;
        BlocksAcross = unitsAcross * across;
        BlocksDown = unitsDown * down;
        Coefficients = new short[BlocksAcross * BlocksDown * BlockLength];
    }

    internal Span<short> Block(int row, int column) => Coefficients.AsSpan(((row * BlocksAcross) + column) * BlockLength, BlockLength);
}
