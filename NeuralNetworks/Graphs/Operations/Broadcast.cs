using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Tensors stretched to one shape: axes of size 1, and missing ones in front, are repeated.</summary>
internal static class Broadcast
{
    private const int ValuesPerTask = 1 << 14;

    /// <summary>Works on one row of two inputs; one of length 1 stands for a whole row.</summary>
    public delegate void RowOfTwo<TIn, TOut>(ReadOnlySpan<TIn> left, ReadOnlySpan<TIn> right, Span<TOut> target);

    /// <exception cref="InvalidDataException">The shapes do not fit.</exception>
    public static ImmutableArray<int> ShapeOf(RunContext context, ImmutableArray<int> left, ImmutableArray<int> right)
    {
        var shape = ImmutableArray.CreateBuilder<int>(Math.Max(left.Length, right.Length));
        for (var back = shape.Capacity; back > 0; back--)
        {
            var (a, b) = (back <= left.Length ? left[^back] : 1, back <= right.Length ? right[^back] : 1);
            if (a != b && a != 1 && b != 1)
                throw context.Fault($"must have inputs of shapes that fit. Received: [{string.Join(", ", left)}] and [{string.Join(", ", right)}].");
            shape.Add(a == 1 ? b : a);
        }

        return shape.MoveToImmutable();
    }

    /// <summary>Both inputs in one layout, to be released: with the channels last in memory if one has them there and the other can.</summary>
    public static (DenseTensor Left, DenseTensor Right) Aligned(RunContext context, DenseTensor left, DenseTensor right)
    {
        if (!(left.ChannelsLast || right.ChannelsLast) || left.Rank > 4 || right.Rank > 4)
            return (context.Plain(left), context.Plain(right));
        return (Last(left), Last(right));

        DenseTensor Last(DenseTensor tensor)
        {
            var images = context.View(tensor, [.. Enumerable.Repeat(1, 4 - tensor.Rank), .. tensor.Shape], tensor.ChannelsLast);
            var result = context.ChannelsLast(images);
            context.Release(images);
            return result;
        }
    }

    /// <summary>Fills a tensor of the two inputs' common shape, row by row.</summary>
    /// <param name="context">The run.</param>
    /// <param name="left">The values and the shape as they lie in memory.</param>
    /// <param name="right">The same of the other input.</param>
    /// <param name="target">What is written, and its shape as it lies in memory.</param>
    /// <param name="function">What is done to a row.</param>
    public static void Run<TIn, TOut>(
        RunContext context, (TIn[] Values, ImmutableArray<int> Shape) left, (TIn[] Values, ImmutableArray<int> Shape) right, (TOut[] Values, ImmutableArray<int> Shape) target,
        RowOfTwo<TIn, TOut> function)
    {
        var (sizes, lefts, rights) = Merged(left.Shape, right.Shape, target.Shape);
        var row = sizes[^1];
        long rows = 1;
        for (var axis = 0; axis < sizes.Count - 1; axis++)
            rows *= sizes[axis];
        if (rows == 0 || row == 0)
            return;

        // Long rows are cut, short ones put together.
        var parts = (row + ValuesPerTask - 1) / ValuesPerTask;
        var together = (int)Math.Max(1, ValuesPerTask / row);
        context.Parallel((int)((rows + together - 1) / together) * parts, task =>
        {
            var (group, part) = Math.DivRem(task, parts);
            var (first, last) = ((int)((long)row * part / parts), (int)((long)row * (part + 1) / parts));
            for (var index = (long)group * together; index < Math.Min(rows, (group + 1L) * together); index++)
            {
                var (a, b) = Offsets(index);
                function(Piece(left.Values, a, lefts[^1]), Piece(right.Values, b, rights[^1]), target.Values.AsSpan((int)(index * row) + first, last - first));
            }

            ReadOnlySpan<TIn> Piece(TIn[] values, long start, long step) =>
                step == 0 ? values.AsSpan((int)start, 1) : values.AsSpan((int)start + first, last - first);
        });

        (long Left, long Right) Offsets(long index)
        {
            long a = 0, b = 0;
            for (var axis = sizes.Count - 2; axis >= 0; axis--)
            {
                (index, var at) = Math.DivRem(index, sizes[axis]);
                a += at * lefts[axis];
                b += at * rights[axis];
            }

            return (a, b);
        }
    }

    // Axes of size 1 left out and neighbours made one where both inputs allow it.
    private static (List<int> Sizes, List<long> Left, List<long> Right) Merged(ImmutableArray<int> left, ImmutableArray<int> right, ImmutableArray<int> shape)
    {
        var (a, b) = (StridesIn(left, shape.Length), StridesIn(right, shape.Length));
        var (sizes, lefts, rights) = (new List<int>(), new List<long>(), new List<long>());
        for (var axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 1)
                continue;
            if (sizes.Count > 0 && lefts[^1] == a[axis] * shape[axis] && rights[^1] == b[axis] * shape[axis])
            {
                sizes[^1] *= shape[axis];
                (lefts[^1], rights[^1]) = (a[axis], b[axis]);
                continue;
            }

            sizes.Add(shape[axis]);
            lefts.Add(a[axis]);
            rights.Add(b[axis]);
        }

        if (sizes.Count == 0)
        {
            sizes.Add(1);
            lefts.Add(0);
            rights.Add(0);
        }

        return (sizes, lefts, rights);
    }

    /// <summary>Strides with which a tensor is walked as one of more axes: 0 where it is repeated.</summary>
    private static long[] StridesIn(ImmutableArray<int> shape, int rank)
    {
        var strides = new long[rank];
        long next = 1;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis + rank - shape.Length] = shape[axis] == 1 ? 0 : next;
            next *= shape[axis];
        }

        return strides;
    }
}
