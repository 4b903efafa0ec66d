namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>A part of a tensor: from starts to before ends, along axes (all, where they are left out), by steps (of 1).</summary>
internal sealed class Slicing : SingleOperation
{
    /// <summary>The part; starts may count from the end.</summary>
    /// <param name="context">The run.</param>
    /// <param name="input">The tensor, plain.</param>
    /// <param name="starts">The first index along each axis.</param>
    /// <param name="counts">How many indices.</param>
    /// <param name="steps">From one index to the next.</param>
    public static DenseTensor Part(RunContext context, DenseTensor input, ReadOnlySpan<long> starts, ReadOnlySpan<int> counts, ReadOnlySpan<long> steps)
    {
        var strides = StridedCopy.StridesOf(input.Shape.AsSpan());
        var output = context.Rent(input.Type, [.. counts]);
        long first = 0;
        for (var axis = 0; axis < strides.Length; axis++)
        {
            first += starts[axis] * strides[axis];
            strides[axis] *= steps[axis];
        }

        StridedCopy.Run(context, input, first, counts, strides, output, 0, StridedCopy.StridesOf(counts));
        return output;
    }

    /// <summary>The first index and how many there are, of a start and an end that may count from the end or lie outside.</summary>
    public static (long Start, int Count) Range(RunContext context, long start, long end, long step, int size)
    {
        if (step == 0)
            throw context.Fault("has a step of 0.");
        var (from, to) = (start < 0 ? start + size : start, end < 0 ? end + size : end);
        if (step > 0)
        {
            (from, to) = (Math.Clamp(from, 0, size), Math.Clamp(to, 0, size));
            return (from, to <= from ? 0 : (int)(((to - from - 1) / step) + 1));
        }

        (from, to) = (Math.Clamp(from, -1, size - 1), Math.Clamp(to, -1, size - 1));
        return (from, from <= to ? 0 : (int)(((from - to - 1) / (step == long.MinValue ? long.MaxValue : -step)) + 1));
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var starts = inputs.Integers(1);
        var ends = inputs.Integers(2);
        var axes = inputs.Optional(3) is null ? [] : inputs.Integers(3);
        var given = inputs.Optional(4) is null ? [] : inputs.Integers(4);
        if (starts.Length != ends.Length || (inputs.Optional(3) is not null && axes.Length != starts.Length) || (inputs.Optional(4) is not null && given.Length != starts.Length)
            || starts.Length > input.Rank)
        {
            throw context.Fault($"must have as many ends, axes and steps as starts. Received: {ends.Length}, {axes.Length}, {given.Length} and {starts.Length}.");
        }

        var (firsts, counts, steps) = (new long[input.Rank], input.Shape.ToArray(), Enumerable.Repeat(1L, input.Rank).ToArray());
        for (var i = 0; i < starts.Length; i++)
        {
            var axis = axes.IsEmpty ? i : inputs.Axis(axes[i], input.Rank);
            steps[axis] = given.IsEmpty ? 1 : given[i];
            (firsts[axis], counts[axis]) = Range(context, starts[i], ends[i], steps[axis], input.Shape[axis]);
        }

        return Part(context, input, firsts, counts, steps);
    }
}

/// <summary>A part of a tensor: from begins so many indices along each axis, -1 for all that are left.</summary>
internal sealed class SizedSlicing : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var starts = inputs.Integers(1);
        var sizes = inputs.Integers(2);
        if (starts.Length != input.Rank || sizes.Length != input.Rank)
            throw context.Fault($"must have {input.Rank} starts and sizes. Received: {starts.Length} and {sizes.Length}.");
        var counts = new int[input.Rank];
        for (var axis = 0; axis < counts.Length; axis++)
        {
            var left = input.Shape[axis] - starts[axis];
            if (starts[axis] < 0 || sizes[axis] < -1 || left < 0 || sizes[axis] > left)
                throw context.Fault($"takes {sizes[axis]} indices from {starts[axis]} on of an axis of {input.Shape[axis]}.");
            counts[axis] = (int)(sizes[axis] < 0 ? left : sizes[axis]);
        }

        return Slicing.Part(context, input, starts, counts, Enumerable.Repeat(1L, input.Rank).ToArray());
    }
}

/// <summary>TensorFlow's indexing, x[1:, ..., 0, tf.newaxis]: each bit of a mask speaks of one place between the brackets.</summary>
internal sealed class MaskedSlicing(long beginMask, long endMask, long ellipsisMask, long newAxisMask, long shrinkMask) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var begins = inputs.Integers(1);
        var ends = inputs.Integers(2);
        var given = inputs.Integers(3);
        if (begins.Length != ends.Length || begins.Length != given.Length || begins.Length > 32)
            throw context.Fault($"must have as many ends and steps as begins. Received: {ends.Length}, {given.Length} and {begins.Length}.");
        var (firsts, counts, steps) = (new long[input.Rank], input.Shape.ToArray(), Enumerable.Repeat(1L, input.Rank).ToArray());
        var shape = new List<int>();
        var axis = 0;
        for (var place = 0; place < begins.Length; place++)
        {
            if (Has(ellipsisMask, place))
            {
                var behind = 0;
                for (var later = place + 1; later < begins.Length; later++)
                    behind += Has(newAxisMask, later) ? 0 : 1;
                for (; axis < input.Rank - behind; axis++)
                    shape.Add(counts[axis]);
                continue;
            }

            if (Has(newAxisMask, place))
            {
                shape.Add(1);
                continue;
            }

            if (axis == input.Rank)
                throw context.Fault($"indexes more axes than {input} has.");
            var size = input.Shape[axis];
            if (Has(shrinkMask, place))
            {
                firsts[axis] = begins[place] < 0 ? begins[place] + size : begins[place];
                if (firsts[axis] < 0 || firsts[axis] >= size)
                    throw context.Fault($"takes index {begins[place]} of an axis of {size}.");
                counts[axis++] = 1;
                continue;
            }

            steps[axis] = given[place];
            var (begin, end) = given[place] > 0 ? (0L, (long)size) : (size - 1L, -size - 1L);
            (firsts[axis], counts[axis]) = Slicing.Range(
                context, Has(beginMask, place) ? begin : begins[place], Has(endMask, place) ? end : ends[place], given[place], size);
            shape.Add(counts[axis++]);
        }

        for (; axis < input.Rank; axis++)
            shape.Add(counts[axis]);
        var part = Slicing.Part(context, input, firsts, counts, steps);
        var result = context.View(part, [.. shape]);
        context.Release(part);
        return result;
    }

    private static bool Has(long mask, int place) => ((mask >> place) & 1) != 0;
}
