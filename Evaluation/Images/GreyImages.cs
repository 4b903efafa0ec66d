using Microsoft.ML;
using Microsoft.ML.Data;

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

    /// <summary>Maps of any numbers as pictures, each stretched from its own least (black) to its own greatest value (white): channels, filters.</summary>
    /// <param name="maps">[map, height, width]; what is not finite becomes black.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="height">Rows in a map.</param>
    /// <exception cref="ArgumentException">A length that is no whole number of maps.</exception>
    public static GreyImages FromMaps(ReadOnlySpan<float> maps, int width, int height)
    {
        var images = new GreyImages(new byte[maps.Length], width, height);
        var size = width * height;
        for (var start = 0; start < maps.Length; start += size)
        {
            var map = maps.Slice(start, size);
            float low = float.PositiveInfinity, high = float.NegativeInfinity;
            foreach (var value in map)
            {
                if (float.IsFinite(value))
                    (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            for (var i = 0; i < size && high > low; i++)
                images._pixels[start + i] = float.IsFinite(map[i]) ? (byte)MathF.Round((map[i] - low) / (high - low) * 255) : (byte)0;
        }

        return images;
    }

    /// <summary>Reads a column of pixels, 0 black to 255 white; what lies outside or between is brought to the nearest whole value.</summary>
    /// <param name="data">The data.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows of pixels.</param>
    /// <param name="columnName">A vector of Single of <paramref name="width"/> times <paramref name="height"/>.</param>
    /// <exception cref="ArgumentException">No such column.</exception>
    public static GreyImages Read(IDataView data, int width, int height, string columnName = "Pixels")
    {
        var column = data.Schema.GetColumnOrNull(columnName);
        if (column is not { Type: VectorDataViewType type } || type.ItemType != NumberDataViewType.Single || type.Size != width * height)
        {
            throw new ArgumentException(
                $"The data needs a column \"{columnName}\" with a vector of {width * height} Single. " +
                $"Received: {(column is { } other ? other.Type.ToString() : "no such column")}.", nameof(columnName));
        }

        using var pixels = new MemoryStream();
        using var cursor = data.GetRowCursor([column.Value]);
        var getter = cursor.GetGetter<VBuffer<float>>(column.Value);
        var buffer = default(VBuffer<float>);
        var values = new float[width * height];
        var bytes = new byte[values.Length];
        while (cursor.MoveNext())
        {
            getter(ref buffer);
            buffer.CopyTo(values);
            for (var i = 0; i < values.Length; i++)
                bytes[i] = float.IsNaN(values[i]) ? (byte)0 : (byte)Math.Clamp(MathF.Round(values[i]), 0, 255);
            pixels.Write(bytes);
        }

        return new GreyImages(pixels.ToArray(), width, height);
    }
}
