using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Stretches the first input to a shape, the second; sizes of 1 there leave the input's.</summary>
internal sealed class Expansion : SingleOperation
{
    /// <summary>The tensor, whose values lie plain, repeated to a shape; to be released.</summary>
    public static DenseTensor To(RunContext context, DenseTensor tensor, ImmutableArray<int> shape)
    {
        if (tensor.Shape.SequenceEqual(shape))
            return context.View(tensor, shape);
        var output = context.Rent(tensor.Type, shape);
        var strides = new long[shape.Length];
        long next = 1;
        for (var axis = tensor.Rank - 1; axis >= 0; axis--)
        {
            strides[axis + shape.Length - tensor.Rank] = tensor.Shape[axis] == 1 ? 0 : next;
            next *= tensor.Shape[axis];
        }

        StridedCopy.Run(context, tensor, 0, shape.AsSpan(), strides, output, 0, StridedCopy.StridesOf(shape.AsSpan()));
        return output;
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) =>
        To(context, inputs[0], Broadcast.ShapeOf(context, inputs[0].Shape, Reshaping.Sizes(context, inputs.Integers(1))));
}

/// <summary>Puts axes into another order, the last first where none is given.</summary>
internal sealed class Transposition(long[]? order) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var axes = order ?? (inputs.Count > 1 ? inputs.Integers(1).ToArray() : [.. Enumerable.Range(0, input.Rank).Reverse().Select(axis => (long)axis)]);
        if (!axes.Order().SequenceEqual(Enumerable.Range(0, input.Rank).Select(axis => (long)axis)))
            throw context.Fault($"cannot put the axes of {input} into the order [{string.Join(", ", axes.Take(16))}].");
        var strides = StridedCopy.StridesOf(input.Shape.AsSpan());
        ImmutableArray<int> shape = [.. axes.Select(axis => input.Shape[(int)axis])];

        // Axes of size 1 may move without any value moving.
        if (axes.Where(axis => input.Shape[(int)axis] != 1).Order().SequenceEqual(axes.Where(axis => input.Shape[(int)axis] != 1)))
            return context.View(input, shape);
        var output = context.Rent(input.Type, shape);
        StridedCopy.Run(context, input, 0, shape.AsSpan(), [.. axes.Select(axis => strides[axis])], output, 0, StridedCopy.StridesOf(shape.AsSpan()));
        return output;
    }
}

/// <summary>Repeats the first input along each axis as often as the second says.</summary>
internal sealed class Tiling : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var repeats = inputs.Integers(1);
        if (repeats.Length != input.Rank)
            throw context.Fault($"must have {input.Rank} repeats. Received: {repeats.Length}.");
        var shape = new int[input.Rank];
        var (box, sources, targets) = (new int[2 * input.Rank], new long[2 * input.Rank], new long[2 * input.Rank]);
        for (var axis = 0; axis < shape.Length; axis++)
        {
            if (repeats[axis] < 0 || repeats[axis] * Math.Max(1, input.Shape[axis]) > RunContext.LargestTensor)
                throw context.Fault($"has {repeats[axis]} repeats.");
            shape[axis] = (int)repeats[axis] * input.Shape[axis];
            (box[2 * axis], box[(2 * axis) + 1]) = ((int)repeats[axis], input.Shape[axis]);
        }

        var output = context.Rent(input.Type, [.. shape]);
        var (from, to) = (StridedCopy.StridesOf(input.Shape.AsSpan()), StridedCopy.StridesOf(shape));
        for (var axis = 0; axis < shape.Length; axis++)
        {
            sources[(2 * axis) + 1] = from[axis];
            (targets[2 * axis], targets[(2 * axis) + 1]) = (to[axis] * input.Shape[axis], to[axis]);
        }

        StridedCopy.Run(context, input, 0, box, sources, output, 0, targets);
        return output;
    }
}

/// <summary>Blocks of neighbouring pixels as further channels, or the other way round; images [batch, height, width, channels] or channels first.</summary>
internal sealed class PixelBlocks(int block, bool toSpace, bool channelsFirst, bool blockFirst) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        if (input.Rank != 4 || block < 1)
            throw context.Fault($"must have images and a block of at least 1. Received: {input} and {block}.");
        var (n, c, h, w) = channelsFirst
            ? (input.Shape[0], input.Shape[1], input.Shape[2], input.Shape[3])
            : (input.Shape[0], input.Shape[3], input.Shape[1], input.Shape[2]);
        var area = (long)block * block;
        if (toSpace ? c % area != 0 : h % block != 0 || w % block != 0)
            throw context.Fault($"cannot cut {input} into blocks of {block}.");
        var (channels, high, wide) = toSpace ? ((int)(c / area), h, w) : (c, h / block, w / block);

        // The box is [batch, high, block, wide, block, channels]; deep is the side with many channels, flat the one with many pixels.
        var (from, to) = (Deep(), Flat());
        var flat = Shape(channels, high * block, wide * block);
        var deep = Shape((int)(channels * area), high, wide);
        var output = context.Rent(input.Type, [.. toSpace ? flat : deep]);
        StridedCopy.Run(context, input, 0, [n, high, block, wide, block, channels], toSpace ? from : to, output, 0, toSpace ? to : from);
        return output;

        int[] Shape(int depth, int height, int width) => channelsFirst ? [n, depth, height, width] : [n, height, width, depth];

        long[] Deep()
        {
            var s = StridedCopy.StridesOf(Shape((int)(channels * area), high, wide));
            var (row, column, channel) = channelsFirst ? (s[2], s[3], s[1]) : (s[1], s[2], s[3]);
            return blockFirst
                ? [s[0], row, channel * block * channels, column, channel * channels, channel]
                : [s[0], row, channel * block, column, channel, channel * area];
        }

        long[] Flat()
        {
            var s = StridedCopy.StridesOf(Shape(channels, high * block, wide * block));
            var (row, column, channel) = channelsFirst ? (s[2], s[3], s[1]) : (s[1], s[2], s[3]);
            return [s[0], row * block, row, column * block, column, channel];
        }
    }
}
