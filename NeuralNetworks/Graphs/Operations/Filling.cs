using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

internal enum PaddingMode
{
    Constant,

    /// <summary>The mirror image; the border itself is not repeated.</summary>
    Reflect,

    /// <summary>The mirror image, border included.</summary>
    Symmetric,

    /// <summary>The border's value again and again.</summary>
    Edge,
}

/// <summary>Puts values around a tensor: the second input says how many before and after each axis, the third which.</summary>
/// <param name="mode">What stands there.</param>
/// <param name="pairs">Whether the second input has a row [before, after] for each axis, instead of all before, then all after.</param>
internal sealed class PaddingAround(PaddingMode mode, bool pairs) : SingleOperation
{
    private const int LargestRepeated = 1 << 20;

    public PaddingMode Mode => mode;

    public bool Pairs => pairs;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var pads = inputs.Integers(1);
        var rank = input.Rank;
        var axes = inputs.Optional(3) is null ? [.. Enumerable.Range(0, rank).Select(axis => (long)axis)] : inputs.Integers(3).ToArray();
        if (pads.Length != 2 * axes.Length)
            throw context.Fault($"must have {2 * axes.Length} sizes. Received: {pads.Length}.");
        var (before, after) = (new long[rank], new long[rank]);
        for (var i = 0; i < axes.Length; i++)
        {
            var axis = inputs.Axis(axes[i], rank);
            (before[axis], after[axis]) = pairs ? (pads[2 * i], pads[(2 * i) + 1]) : (pads[i], pads[i + axes.Length]);
            if (before[axis] is < -RunContext.LargestTensor or > RunContext.LargestTensor || after[axis] is < -RunContext.LargestTensor or > RunContext.LargestTensor)
                throw context.Fault($"would put {before[axis]} and {after[axis]} values around axis {axis}.");
        }

        // Less than nothing is cut away first.
        var (starts, counts) = (new long[rank], new int[rank]);
        for (var axis = 0; axis < rank; axis++)
        {
            starts[axis] = Math.Max(0, -before[axis]);
            counts[axis] = (int)Math.Max(0, input.Shape[axis] - starts[axis] - Math.Max(0, -after[axis]));
        }

        var inside = Slicing.Part(context, input, starts, counts, Enumerable.Repeat(1L, rank).ToArray());
        var shape = Reshaping.Sizes(context, [.. counts.Select((size, axis) => size + Math.Max(0, before[axis]) + Math.Max(0, after[axis]))]);
        var output = mode == PaddingMode.Constant ? Constant(context, inputs, inside, shape, before) : inside;
        if (mode == PaddingMode.Constant)
        {
            context.Release(inside);
            return output;
        }

        for (var axis = 0; axis < rank; axis++)
        {
            if (shape[axis] == output.Shape[axis])
                continue;
            var wider = Mirrored(context, output, axis, (int)Math.Max(0, before[axis]), shape[axis]);
            context.Release(output);
            output = wider;
        }

        return output;
    }

    private static DenseTensor Constant(RunContext context, StepInputs inputs, DenseTensor inside, ImmutableArray<int> shape, long[] before)
    {
        var output = context.Rent(inside.Type, shape);
        Fill(output, inputs.Optional(2) is { Count: > 0 } ? inputs.Number(2) : 0);
        var strides = StridedCopy.StridesOf(shape.AsSpan());
        var first = strides.Select((stride, axis) => stride * Math.Max(0, before[axis])).Sum();
        StridedCopy.Run(context, inside, 0, inside.Shape.AsSpan(), StridedCopy.StridesOf(inside.Shape.AsSpan()), output, first, strides);
        return output;
    }

    /// <summary>Fills a tensor with a number.</summary>
    public static void Fill(DenseTensor tensor, double value)
    {
        switch (tensor.Storage)
        {
            case { Singles: { } singles }:
                singles.AsSpan(0, tensor.Count).Fill((float)value);
                break;
            case { Doubles: { } doubles }:
                doubles.AsSpan(0, tensor.Count).Fill(value);
                break;
            case { Integers: { } integers }:
                integers.AsSpan(0, tensor.Count).Fill((long)value);
                break;
        }
    }

    private DenseTensor Mirrored(RunContext context, DenseTensor input, int axis, int before, int size)
    {
        var old = input.Shape[axis];
        if (old == 0 || (mode == PaddingMode.Reflect && old == 1) || size > LargestRepeated)
            throw context.Fault($"cannot make an axis of {size} by repeating axis {axis} of {input}.");
        var output = context.Rent(input.Type, input.Shape.SetItem(axis, size));
        var box = input.Shape.SetItem(axis, 1);
        var (from, to) = (StridedCopy.StridesOf(input.Shape.AsSpan()), StridedCopy.StridesOf(output.Shape.AsSpan()));
        for (var place = 0; place < size; place++)
            StridedCopy.Run(context, input, from[axis] * Source(place - before, old), box.AsSpan(), from, output, to[axis] * place, to);
        return output;
    }

    private int Source(int place, int size)
    {
        if (mode == PaddingMode.Edge)
            return Math.Clamp(place, 0, size - 1);
        var period = mode == PaddingMode.Reflect ? (2 * size) - 2 : 2 * size;
        var at = ((place % period) + period) % period;
        return at < size ? at : mode == PaddingMode.Reflect ? period - at : period - 1 - at;
    }
}

/// <summary>A tensor of a shape, the first input, filled with a single number: the second input, or else a given one.</summary>
internal sealed class Filled(ElementType? type, double value) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var output = context.Rent(type ?? inputs[1].Type, Reshaping.Sizes(context, inputs.Integers(0)));
        PaddingAround.Fill(output, type is null ? inputs.Number(1) : value);
        return output;
    }
}

/// <summary>A tensor of the input's shape, filled with a number.</summary>
internal sealed class FilledLike(double value) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var output = context.Rent(inputs[0].Type, inputs[0].Shape);
        PaddingAround.Fill(output, value);
        return output;
    }
}

/// <summary>Numbers from the first input to before the second, by steps of the third.</summary>
internal sealed class NumberRange : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var (start, limit, step) = (inputs.Number(0), inputs.Number(1), inputs.Number(2));
        var count = Math.Max(0, Math.Ceiling((limit - start) / step));
        if (!(count <= RunContext.LargestTensor))
            throw context.Fault($"would give the numbers from {start} to {limit} by {step}.");
        var output = context.Rent(inputs[0].Type, [(int)count]);
        for (var i = 0; i < output.Count; i++)
        {
            switch (output.Storage)
            {
                case { Singles: { } singles }:
                    singles[i] = (float)(start + (i * step));
                    break;
                case { Doubles: { } doubles }:
                    doubles[i] = start + (i * step);
                    break;
                case { Integers: { } integers }:
                    integers[i] = (long)start + (i * (long)step);
                    break;
            }
        }

        return output;
    }
}

/// <summary>A row of zeros for each index of the first input, but for one place; the second input is the row's length, the third the values off and on.</summary>
internal sealed class OneHot(long axis) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var indices = Conversion.Apply(context, inputs[0], ElementType.Int64);
        var length = inputs.Number(1);
        var (off, on) = (Number(inputs[2], 0), Number(inputs[2], 1));
        if (inputs[2].Count != 2 || !(length is >= 0 and <= RunContext.LargestTensor))
            throw context.Fault($"must have a length and two values. Received: {length} and {inputs[2]}.");
        var at = inputs.Axis(axis, indices.Rank + 1);
        var output = context.Rent(inputs[2].Type, indices.Shape.Insert(at, (int)length));
        PaddingAround.Fill(output, off);
        var inner = indices.Shape.Skip(at).Aggregate(1L, (product, size) => product * size);
        for (var i = 0; i < indices.Count; i++)
        {
            var index = indices.Integers[i] < 0 ? indices.Integers[i] + (long)length : indices.Integers[i];
            if (index < 0 || index >= (long)length)
                continue;
            var place = (i / inner * (long)length * inner) + (index * inner) + (i % inner);
            switch (output.Storage)
            {
                case { Singles: { } singles }:
                    singles[place] = (float)on;
                    break;
                case { Doubles: { } doubles }:
                    doubles[place] = on;
                    break;
                case { Integers: { } integers }:
                    integers[place] = (long)on;
                    break;
            }
        }

        context.Release(indices);
        return output;
    }

    private static double Number(DenseTensor tensor, int index) => index >= tensor.Count ? 0 : tensor.Storage switch
    {
        { Singles: { } singles } => singles[index],
        { Doubles: { } doubles } => doubles[index],
        var storage => storage.Integers![index],
    };
}
