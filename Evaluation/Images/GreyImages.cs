namespace MlNetFashion.Evaluation;

/// <summary>Grey pictures of one size, packed one after the other: row r of the data is picture r.</summary>
public sealed class GreyImages
{
    private readonly byte[] _pixels;

    /// <summary>Takes over <paramref name="pixels"/>, [picture, height, width], 0 black to 255 white.</summary>
    /// <exception cref="ArgumentException">A length that is no whole number of pictures.</exception>
    public GreyImages(byte[] pixels, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length % (width * height) != 0)
        {
            throw new ArgumentException(
                $"Pictures of {width} by {height} need a multiple of {width * height} pixels. Received: {pixels.Length}.", nameof(pixels));
        }

        _pixels = pixels;
        Width = width;
        Height = height;
        Count = pixels.Length / (width * height);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The number of pictures.</summary>
    public int Count { get; }

    /// <summary>The pixels of one picture, row by row from the top left.</summary>
    public ReadOnlySpan<byte> this[int picture] => _pixels.AsSpan(picture * Width * Height, Width * Height);
}
