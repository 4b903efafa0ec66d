using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Gathers rows of pixel values in as little memory as they need. Normalised pixels are k × s with whole k from 0 to 255 and one fixed s; as
/// long as every value read so far is exactly such a product, bytes are kept, a quarter of the floats. The first value that is none turns all
/// of it into floats. Nothing is rounded either way.
/// </summary>
internal sealed class PixelPacker(int size, int expectedRows)
{
    /// <summary>The steps to try: pixels divided by 255, as they are, and divided by 256.</summary>
    private static readonly float[] Scales = [1f / 255, 1, 1f / 256];

    private byte[] _bytes = new byte[(long)size * Math.Max(1, expectedRows)];
    private float[]? _floats;
    private int _scale;
    private int _rows;

    /// <summary>Whether the values are still kept as bytes.</summary>
    public bool IsPacked => _floats is null;

    /// <summary>Adds a row of finite values.</summary>
    public void Add(ReadOnlySpan<float> row)
    {
        Grow();
        while (_floats is null && !TryPack(row, _bytes.AsSpan(_rows * size, size), Scales[_scale]))
            NextScale();
        if (_floats is not null)
            row.CopyTo(_floats.AsSpan(_rows * size));
        _rows++;
    }

    /// <summary>The rows with their labels.</summary>
    public ImageSet ToImageSet(int[] labels, TensorShape shape, int classes)
    {
        Array.Resize(ref _bytes, _floats is null ? _rows * size : 0);
        if (_floats is null)
            return ImageSet.FromBytes(_bytes, Scales[_scale], labels, shape, classes);
        Array.Resize(ref _floats, _rows * size);
        return ImageSet.FromFloats(_floats, labels, shape, classes);
    }

    private static bool TryPack(ReadOnlySpan<float> row, Span<byte> bytes, float scale)
    {
        var inverse = 1 / scale;
        for (var i = 0; i < row.Length; i++)
        {
            var step = (int)(row[i] * inverse + 0.5f);
            if ((uint)step > 255 || step * scale != row[i])
                return false;
            bytes[i] = (byte)step;
        }

        return true;
    }

    /// <summary>Goes on to the next scale that fits all rows so far, or to floats.</summary>
    private void NextScale()
    {
        var kept = new float[size];
        for (var next = _scale + 1; next < Scales.Length; next++)
        {
            if (Enumerable.Range(0, _rows).All(row => TryPack(Unpack(row, kept), new byte[size], Scales[next])))
            {
                for (var row = 0; row < _rows; row++)
                    TryPack(Unpack(row, kept), _bytes.AsSpan(row * size, size), Scales[next]);
                _scale = next;
                return;
            }
        }

        _floats = new float[_bytes.Length];
        for (var row = 0; row < _rows; row++)
            Unpack(row, kept).CopyTo(_floats.AsSpan(row * size));
        _bytes = [];
    }

    private ReadOnlySpan<float> Unpack(int row, float[] values)
    {
        for (var i = 0; i < size; i++)
            values[i] = _bytes[row * size + i] * Scales[_scale];
        return values;
    }

    private void Grow()
    {
        var needed = checked((_rows + 1) * size);
        if (_floats is not null && _floats.Length < needed)
            Array.Resize(ref _floats, (int)Math.Min(Array.MaxLength, 2L * _floats.Length));
        else if (_floats is null && _bytes.Length < needed)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length));
    }
}
