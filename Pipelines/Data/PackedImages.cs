namespace MlNetFashion.Pipelines;

/// <summary>
/// Grey images and their class numbers as they lie in the files: one byte a pixel, one byte a label, never an object an image.
/// </summary>
public sealed class PackedImages
{
    private readonly byte[] _pixels;
    private readonly byte[] _labels;

    /// <summary>Wraps the arrays without copying them; they must not change afterwards.</summary>
    /// <param name="pixels">[count, height, width], row by row, 0 (background) to 255.</param>
    /// <param name="labels">[count], the class of each image, counted from 0.</param>
    /// <param name="height">Rows of an image.</param>
    /// <param name="width">Columns of an image.</param>
    /// <exception cref="ArgumentException">The pixels are not height × width for each label.</exception>
    public PackedImages(byte[] pixels, byte[] labels, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (pixels.LongLength != (long)labels.Length * height * width)
        {
            throw new ArgumentException(
                $"{labels.Length} labels of {height}x{width} images need {(long)labels.Length * height * width} pixels. Received: {pixels.Length}.",
                nameof(pixels));
        }

        _pixels = pixels;
        _labels = labels;
        Height = height;
        Width = width;
    }

    public int Count => _labels.Length;

    public int Height { get; }

    public int Width { get; }

    /// <summary>Pixels of one image: height × width.</summary>
    public int ImageSize => Height * Width;

    /// <summary>[count, height, width] bytes.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>[count] class numbers.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>The [height, width] bytes of image <paramref name="index"/>.</summary>
    public ReadOnlySpan<byte> Image(int index) => Pixels.Slice(checked(index * ImageSize), ImageSize);

    /// <summary>A copy of the given rows, in their order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row is outside 0..Count-1.</exception>
    public PackedImages Subset(ReadOnlySpan<int> rows)
    {
        var pixels = new byte[checked(rows.Length * ImageSize)];
        var labels = new byte[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rows[i], nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rows[i], Count, nameof(rows));
            Image(rows[i]).CopyTo(pixels.AsSpan(i * ImageSize));
            labels[i] = _labels[rows[i]];
        }

        return new PackedImages(pixels, labels, Height, Width);
    }

    /// <summary>These images followed by <paramref name="other"/>, which must have the same height and width.</summary>
    public PackedImages Concat(PackedImages other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Height != Height || other.Width != Width)
        {
            throw new ArgumentException(
                $"Images can only be joined to images of their own size, {Height}x{Width}. Received: {other.Height}x{other.Width}.", nameof(other));
        }

        return new PackedImages([.. _pixels, .. other._pixels], [.. _labels, .. other._labels], Height, Width);
    }

    /// <summary>The array behind <see cref="Pixels"/>, for readers inside the room that need no copy.</summary>
    internal byte[] PixelArray => _pixels;

    internal byte[] LabelArray => _labels;
}
