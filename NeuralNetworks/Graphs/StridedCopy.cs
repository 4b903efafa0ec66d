namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Copies a box of values between places with any strides: what transposing, slicing, repeating, joining and padding come down to.</summary>
internal static class StridedCopy
{
    private const int ValuesPerTask = 1 << 15;
    private const int Square = 16;

    /// <param name="context">The run.</param>
    /// <param name="source">What is read.</param>
    /// <param name="sourceStart">The place of the box's first value there.</param>
    /// <param name="shape">The box.</param>
    /// <param name="sourceStrides">From one value to the next along each axis; 0 to repeat, negative to go backwards.</param>
    /// <param name="target">What is written, of the same kind of elements.</param>
    /// <param name="targetStart">The place of the box's first value there.</param>
    /// <param name="targetStrides">From one value to the next along each axis.</param>
    public static void Run(
        RunContext context, DenseTensor source, long sourceStart, ReadOnlySpan<int> shape, ReadOnlySpan<long> sourceStrides, DenseTensor target, long targetStart,
        ReadOnlySpan<long> targetStrides)
    {
        var box = Box.Of(shape, sourceStrides, targetStrides);
        switch (source.Storage, target.Storage)
        {
            case ({ Singles: { } from }, { Singles: { } to }):
                Copy(context, box, from, sourceStart, to, targetStart);
                break;
            case ({ Doubles: { } from }, { Doubles: { } to }):
                Copy(context, box, from, sourceStart, to, targetStart);
                break;
            case ({ Integers: { } from }, { Integers: { } to }):
                Copy(context, box, from, sourceStart, to, targetStart);
                break;
            default:
                throw context.Fault($"must have inputs of one type. Received: {source} and {target}.");
        }
    }

    /// <summary>Strides of a row-major tensor.</summary>
    public static long[] StridesOf(ReadOnlySpan<int> shape)
    {
        var strides = new long[shape.Length];
        long next = 1;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = next;
            next *= shape[axis];
        }

        return strides;
    }

    private static void Copy<T>(RunContext context, Box box, T[] from, long fromStart, T[] to, long toStart)
    {
        if (box.Count == 0)
            return;
        var (rows, columns) = (box.Shape[^2], box.Shape[^1]);
        var squares = box.From[^2] == 1 && box.To[^1] == 1 && box.From[^1] != 1;
        var perTask = (int)Math.Max(1, ValuesPerTask / Math.Max(1, (long)rows * columns));
        var outer = box.Count / ((long)rows * columns);
        context.Parallel((int)((outer + perTask - 1) / perTask), task =>
        {
            var last = Math.Min(outer, (task + 1L) * perTask);
            for (var index = (long)task * perTask; index < last; index++)
            {
                var (source, target) = box.Offsets(index);
                (source, target) = (source + fromStart, target + toStart);
                if (squares)
                {
                    CopySquares(from, source, box.From[^1], to, target, box.To[^2], rows, columns);
                    continue;
                }

                for (var row = 0; row < rows; row++)
                    CopyRow(from, source + (row * box.From[^2]), box.From[^1], to, target + (row * box.To[^2]), box.To[^1], columns);
            }
        });
    }

    private static void CopyRow<T>(T[] from, long source, long sourceStep, T[] to, long target, long targetStep, int count)
    {
        if (targetStep == 1 && sourceStep == 1)
        {
            from.AsSpan((int)source, count).CopyTo(to.AsSpan((int)target, count));
        }
        else if (targetStep == 1 && sourceStep == 0)
        {
            to.AsSpan((int)target, count).Fill(from[source]);
        }
        else
        {
            for (var i = 0; i < count; i++)
                to[target + (i * targetStep)] = from[source + (i * sourceStep)];
        }
    }

    // A transposition, in squares that stay in the first cache.
    private static void CopySquares<T>(T[] from, long source, long sourceColumn, T[] to, long target, long targetRow, int rows, int columns)
    {
        for (var row = 0; row < rows; row += Square)
        {
            var lastRow = Math.Min(rows, row + Square);
            for (var column = 0; column < columns; column += Square)
            {
                var lastColumn = Math.Min(columns, column + Square);
                for (var r = row; r < lastRow; r++)
                {
                    for (var c = column; c < lastColumn; c++)
                        to[target + (r * targetRow) + c] = from[source + r + (c * sourceColumn)];
                }
            }
        }
    }

    /// <summary>A box without axes of size 1, and with neighbouring axes made one where both sides allow it; at least two axes.</summary>
    private sealed record Box(int[] Shape, long[] From, long[] To, long Count)
    {
        public static Box Of(ReadOnlySpan<int> shape, ReadOnlySpan<long> from, ReadOnlySpan<long> to)
        {
            var (sizes, sources, targets) = (new List<int>(), new List<long>(), new List<long>());
            long count = 1;
            for (var axis = 0; axis < shape.Length; axis++)
            {
                count *= shape[axis];
                if (shape[axis] == 1)
                    continue;
                if (sizes.Count > 0 && sources[^1] == from[axis] * shape[axis] && targets[^1] == to[axis] * shape[axis])
                {
                    sizes[^1] *= shape[axis];
                    (sources[^1], targets[^1]) = (from[axis], to[axis]);
                    continue;
                }

                sizes.Add(shape[axis]);
                sources.Add(from[axis]);
                targets.Add(to[axis]);
            }

            for (; sizes.Count < 2; targets.Insert(0, 0))
            {
                sizes.Insert(0, 1);
                sources.Insert(0, 0);
            }

            return new Box([.. sizes], [.. sources], [.. targets], count);
        }

        /// <summary>Where the rows and columns of an index of the outer axes begin.</summary>
        public (long From, long To) Offsets(long index)
        {
            long from = 0, to = 0;
            for (var axis = Shape.Length - 3; axis >= 0; axis--)
            {
                (index, var at) = Math.DivRem(index, Shape[axis]);
                from += at * From[axis];
                to += at * To[axis];
            }

            return (from, to);
        }
    }
}
