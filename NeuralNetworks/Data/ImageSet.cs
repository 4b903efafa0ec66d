namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Labelled images in one packed array, <c>[image, height, width, channels]</c>; never one object an image. Immutable and safe to share
/// between threads; the caller must not change the arrays it handed over.
/// </summary>
public sealed class ImageSet
{
    private readonly byte[]? _bytes;
    private readonly float[]? _floats;
    private readonly float _scale;
    private readonly int[]? _rows; // null: all images in order
    private readonly int[] _labels;

    private ImageSet(byte[]? bytes, float[]? floats, float scale, int[]? rows, int[] labels, TensorShape shape, int classes)
    {
        _bytes = bytes;
        _floats = floats;
        _scale = scale;
        _rows = rows;
        _labels = labels;
        Shape = shape;
        Classes = classes;
    }

    /// <summary>Number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>Shape of one image.</summary>
    public TensorShape Shape { get; }

    /// <summary>Labels run from 0 to this number, exclusive.</summary>
    public int Classes { get; }

    /// <summary>The class of every image.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Images of bytes; a pixel's value is its byte times <paramref name="scale"/> (usually 1/255).</summary>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is not a class.</exception>
    public static ImageSet FromBytes(byte[] pixels, float scale, int[] labels, TensorShape shape, int classes)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        if (!float.IsFinite(scale) || scale == 0)
            throw new ArgumentException(FormattableString.Invariant($"An image set expects a pixel scale that is finite and not zero, such as 1/255. Received: {scale}."));
        Check(pixels.LongLength, labels, shape, classes);
        return new ImageSet(pixels, null, scale, null, labels, shape, classes);
    }

    /// <summary>Images whose pixel values are given as they are.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is not a class.</exception>
    public static ImageSet FromFloats(float[] pixels, int[] labels, TensorShape shape, int classes)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        Check(pixels.LongLength, labels, shape, classes);
        return new ImageSet(null, pixels, 1, null, labels, shape, classes);
    }

    /// <summary>Some of the images, in the order given, repeats allowed: a view, no pixel is copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row is not an image of this set.</exception>
    public ImageSet Subset(ReadOnlySpan<int> rows)
    {
        var own = new int[rows.Length];
        var labels = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if ((uint)rows[i] >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(rows), $"A subset expects rows from 0 to {Count - 1}. Received: {rows[i]}.");
            own[i] = _rows is null ? rows[i] : _rows[rows[i]];
            labels[i] = _labels[rows[i]];
        }

        return new ImageSet(_bytes, _floats, _scale, own, labels, Shape, Classes);
    }

    /// <summary>What a byte is multiplied by; 1 for images given as floats.</summary>
    internal float Scale => _scale;

    /// <summary>One image's bytes; empty for images given as floats.</summary>
    internal ReadOnlySpan<byte> BytesOf(int row) => _bytes is null ? default : _bytes.AsSpan(Start(row), Shape.Size);

    /// <summary>One image's values; empty for images given as bytes.</summary>
    internal ReadOnlySpan<float> FloatsOf(int row) => _floats is null ? default : _floats.AsSpan(Start(row), Shape.Size);

    /// <summary>Writes one image's values, <c>[height, width, channels]</c>, to <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than an image.</exception>
    public void CopyTo(int row, Span<float> destination)
    {
        if (_floats is not null)
        {
            FloatsOf(row).CopyTo(destination);
            return;
        }

        var source = BytesOf(row);
        var target = destination[..source.Length];
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i] * _scale;
    }

    private int Start(int row) => checked((_rows is null ? row : _rows[row]) * Shape.Size);

    private static void Check(long values, int[] labels, TensorShape shape, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (shape.Height < 1 || shape.Width < 1 || shape.Channels < 1)
            throw new ArgumentException($"An image set expects images of at least 1x1x1. Received: {shape}.");
        if (classes < 1)
            throw new ArgumentException($"An image set expects at least one class. Received: {classes}.");
        if (values != (long)labels.Length * shape.Size)
            throw new ArgumentException(
                $"An image set of {labels.Length} labels and images of {shape} expects {(long)labels.Length * shape.Size} pixel values. Received: {values}.");
        for (var i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
                throw new ArgumentException($"An image set of {classes} classes expects labels from 0 to {classes - 1}. Received: {labels[i]} at image {i}.");
        }
    }
}
