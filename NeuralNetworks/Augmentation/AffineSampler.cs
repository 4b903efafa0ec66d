using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// Reads an image through an <see cref="AffineMap"/>, bilinear (SciPy's <c>affine_transform</c> of order 1). In runs of up to 64 pixels:
/// addresses and weights as vectors first, then four loads and three blends a pixel. Border rules are type arguments, so none is tested a pixel.
/// </summary>
internal static class AffineSampler
{
    private const int Run = 64;

    /// <summary>Coordinates are single precision: one this close outside the border is on it.</summary>
    private const float Slack = 1e-4f;

    /// <summary>Writes the mapped <paramref name="source"/> to <paramref name="target"/>, both <c>[height, width, channels]</c>.</summary>
    public static void Sample(ReadOnlySpan<float> source, Span<float> target, TensorShape shape, in AffineMap map, FillMode mode, float fill)
    {
        if (source.Length < shape.Size || target.Length < shape.Size)
            throw new ArgumentException($"An image of {shape} expects {shape.Size} values. Received: {source.Length} and {target.Length}.");
        switch (mode)
        {
            case FillMode.Nearest:
                Sample<NearestBorder>(source, target, shape, map, fill);
                break;
            case FillMode.Constant:
                Sample<ConstantBorder>(source, target, shape, map, fill);
                break;
            case FillMode.Reflect:
                Sample<ReflectBorder>(source, target, shape, map, fill);
                break;
            default:
                Sample<WrapBorder>(source, target, shape, map, fill);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sample<TBorder>(ReadOnlySpan<float> source, Span<float> target, TensorShape shape, in AffineMap map, float fill)
        where TBorder : IBorder
    {
        Span<int> address = stackalloc int[Run];
        Span<float> down = stackalloc float[Run];
        Span<float> right = stackalloc float[Run];
        Span<int> outside = stackalloc int[Run];
        var (height, width, channels) = (shape.Height, shape.Width, shape.Channels);
        var rowStep = height > 1 ? width * channels : 0;
        var columnStep = width > 1 ? channels : 0;
        ref var pixels = ref MemoryMarshal.GetReference(source);
        var next = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x += Run)
            {
                var count = Math.Min(Run, width - x);
                Locate<TBorder>(map, y, x, count, shape, address, down, right, outside);
                for (var i = 0; i < count; i++)
                {
                    if (TBorder.IsConstant && outside[i] != 0)
                    {
                        target.Slice(next, channels).Fill(fill);
                        next += channels;
                        continue;
                    }

                    ref var pixel = ref Unsafe.Add(ref pixels, address[i]);
                    for (var channel = 0; channel < channels; channel++)
                    {
                        ref var here = ref Unsafe.Add(ref pixel, channel);
                        ref var below = ref Unsafe.Add(ref here, rowStep);
                        var upper = here + right[i] * (Unsafe.Add(ref here, columnStep) - here);
                        var lower = below + right[i] * (Unsafe.Add(ref below, columnStep) - below);
                        target[next++] = upper + down[i] * (lower - upper);
                    }
                }
            }
        }
    }

    /// <summary>Top left neighbour and weights for pixels <paramref name="x"/> onward of row <paramref name="y"/> of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Locate<TBorder>(
        in AffineMap map, int y, int x, int count, TensorShape shape, Span<int> address, Span<float> down, Span<float> right, Span<int> outside)
        where TBorder : IBorder
    {
        float lastRow = shape.Height - 1, lastColumn = shape.Width - 1;
        var rowStart = (float)(map.RowFromRow * y + map.RowFromColumn * x + map.RowOffset);
        var columnStart = (float)(map.ColumnFromRow * y + map.ColumnFromColumn * x + map.ColumnOffset);
        for (var i = 0; i < count; i += Vector<float>.Count)
        {
            var step = Vector<float>.Indices + new Vector<float>(i);
            var row = new Vector<float>(rowStart) + step * (float)map.RowFromColumn;
            var column = new Vector<float>(columnStart) + step * (float)map.ColumnFromColumn;
            if (TBorder.IsConstant)
                (Beyond(row, lastRow) | Beyond(column, lastColumn)).CopyTo(outside[i..]);

            row = TBorder.Map(row, lastRow);
            column = TBorder.Map(column, lastColumn);

            // The last pixel is its left neighbour with weight 1, so that a right neighbour is always in the image.
            var top = Vector.Min(Vector.Floor(row), new Vector<float>(Math.Max(lastRow - 1, 0)));
            var left = Vector.Min(Vector.Floor(column), new Vector<float>(Math.Max(lastColumn - 1, 0)));
            (row - top).CopyTo(down[i..]);
            (column - left).CopyTo(right[i..]);
            ((Vector.ConvertToInt32(top) * shape.Width + Vector.ConvertToInt32(left)) * shape.Channels).CopyTo(address[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Beyond(Vector<float> coordinate, float last) =>
        Vector.LessThan(coordinate, new Vector<float>(-Slack)) | Vector.GreaterThan(coordinate, new Vector<float>(last + Slack));
}
