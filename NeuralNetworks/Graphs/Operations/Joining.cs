using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Puts tensors one behind the other along an axis.</summary>
internal sealed class Joining(long axis) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var first = inputs[0];
        var along = inputs.Axis(axis, first.Rank);
        long size = 0;
        var channelsLast = false;
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            if (input.Type != first.Type || input.Rank != first.Rank || !input.Shape.RemoveAt(along).SequenceEqual(first.Shape.RemoveAt(along)))
                throw context.Fault($"must have inputs that differ along axis {along} at most. Received: {first} and {input}.");
            size += input.Shape[along];
            channelsLast |= input.ChannelsLast;
        }

        if (size > RunContext.LargestTensor)
            throw context.Fault($"would give an axis of {size}.");
        var output = context.Rent(first.Type, first.Shape.SetItem(along, (int)size), channelsLast);
        var strides = StridedCopy.StridesOf(output.PhysicalShape.AsSpan());
        var stride = strides[channelsLast ? PhysicalAxis(along) : along];
        long place = 0;
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = channelsLast ? context.ChannelsLast(inputs[i]) : context.Plain(inputs[i]);
            var shape = input.PhysicalShape;
            StridedCopy.Run(context, input, 0, shape.AsSpan(), StridedCopy.StridesOf(shape.AsSpan()), output, place, strides);
            place += input.Shape[along] * stride;
            context.Release(input);
        }

        return output;
    }

    /// <summary>Where an axis of [batch, channels, height, width] lies in memory with the channels last.</summary>
    public static int PhysicalAxis(int axis) => axis switch { 0 => 0, 1 => 3, _ => axis - 1 };
}

/// <summary>Puts tensors of one shape beside each other along a new axis.</summary>
internal sealed class Stacking(long axis) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var first = inputs[0];
        var at = inputs.Axis(axis, first.Rank + 1);
        var shape = first.Shape.Insert(at, inputs.Count);
        var output = context.Rent(first.Type, shape);
        var strides = StridedCopy.StridesOf(shape.AsSpan());
        ImmutableArray<long> others = [.. strides[..at], .. strides[(at + 1)..]];
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            if (input.Type != first.Type || !input.Shape.SequenceEqual(first.Shape))
                throw context.Fault($"must have inputs of one shape. Received: {first} and {input}.");
            StridedCopy.Run(context, input, 0, input.Shape.AsSpan(), StridedCopy.StridesOf(input.Shape.AsSpan()), output, i * strides[at], others.AsSpan());
        }

        return output;
    }
}

/// <summary>Cuts a tensor along an axis, into the sizes of the second input or into equal parts; with an axis of the second input taken away where it is undone stacking.</summary>
internal sealed class Splitting(long axis, bool unstacks = false) : Operation
{
    public override void Run(RunContext context, StepInputs inputs, Span<DenseTensor?> outputs)
    {
        var input = inputs[0];
        var along = inputs.Axis(axis, input.Rank);
        var size = input.Shape[along];
        var sizes = inputs.Optional(1) is { Count: > 0 } ? inputs.Integers(1).ToArray() : Equal(size, outputs.Length);
        var open = Array.IndexOf(sizes, -1);
        if (open >= 0)
            sizes[open] = size - (sizes.Sum() + 1);
        if (sizes.Length != outputs.Length || sizes.Any(part => part < 0 || part > size) || sizes.Sum() != size)
            throw context.Fault($"cannot cut an axis of {size} into {outputs.Length} parts of [{string.Join(", ", sizes.Take(16))}].");
        var (starts, counts, steps) = (new long[input.Rank], input.Shape.ToArray(), Enumerable.Repeat(1L, input.Rank).ToArray());
        for (var i = 0; i < outputs.Length; i++)
        {
            counts[along] = (int)sizes[i];
            outputs[i] = Slicing.Part(context, input, starts, counts, steps);
            starts[along] += sizes[i];
            if (!unstacks)
                continue;
            var flat = context.View(outputs[i]!, input.Shape.RemoveAt(along));
            context.Release(outputs[i]!);
            outputs[i] = flat;
        }

        // All parts of one size, but for the last, which may be smaller.
        static long[] Equal(int size, int parts)
        {
            long part = (size + parts - 1) / parts;
            return [.. Enumerable.Range(0, parts).Select(i => Math.Max(0, Math.Min(part, size - (i * part))))];
        }
    }
}
