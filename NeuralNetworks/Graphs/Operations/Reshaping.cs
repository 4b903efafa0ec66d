using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Sees the first input in the shape of the second: -1 for the one size that follows from the others, 0 for the input's, where that is meant.</summary>
internal sealed class Reshaping(bool zeroKeeps) : SingleOperation
{
    /// <summary>Sizes of a shape.</summary>
    /// <exception cref="InvalidDataException">One is none.</exception>
    public static ImmutableArray<int> Sizes(RunContext context, ReadOnlySpan<long> sizes)
    {
        var shape = ImmutableArray.CreateBuilder<int>(sizes.Length);
        foreach (var size in sizes)
            shape.Add(size is >= 0 and <= int.MaxValue ? (int)size : throw context.Fault($"has the size {size} in a shape."));
        return shape.MoveToImmutable();
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var wanted = inputs.Integers(1).ToArray();
        var open = -1;
        long known = 1;
        for (var axis = 0; axis < wanted.Length; axis++)
        {
            if (wanted[axis] == 0 && zeroKeeps)
                wanted[axis] = axis < input.Rank ? input.Shape[axis] : throw context.Fault($"keeps axis {axis}, which {input} does not have.");
            if (wanted[axis] == -1 && open < 0)
                open = axis;
            else if (wanted[axis] is < 0 or > int.MaxValue || (known *= wanted[axis]) > int.MaxValue)
                throw context.Fault($"must have a shape with at most one -1. Received: [{string.Join(", ", wanted.Take(16))}].");
        }

        if (open >= 0)
            wanted[open] = known > 0 && input.Count % known == 0 ? input.Count / known : throw context.Fault($"cannot see {input} as [{string.Join(", ", wanted.Take(16))}].");
        return context.View(input, Sizes(context, wanted));
    }
}

/// <summary>All axes before one in a row, and all from it on.</summary>
internal sealed class Flattening(long axis) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var at = axis == input.Rank ? input.Rank : inputs.Axis(axis, input.Rank);
        var rows = input.Shape.Take(at).Aggregate(1, (product, size) => product * size);
        return context.View(input, [rows, input.Shape.Skip(at).Aggregate(1, (product, size) => product * size)]);
    }
}

/// <summary>Takes away axes of size 1: those of the second input, or all.</summary>
internal sealed class Squeezing : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var axes = new HashSet<int>();
        foreach (var axis in inputs.Optional(1) is { Count: > 0 } ? inputs.Integers(1) : [])
            axes.Add(inputs.Axis(axis, input.Rank));
        if (axes.Any(axis => input.Shape[axis] != 1))
            throw context.Fault($"takes away axes of size 1. Received: the axes {string.Join(", ", axes)} of {input}.");
        return context.View(input, [.. input.Shape.Where((size, axis) => axes.Count > 0 ? !axes.Contains(axis) : size != 1)]);
    }
}

/// <summary>Adds axes of size 1 at the places, in the result, of the second input.</summary>
internal sealed class Unsqueezing : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var places = inputs.Integers(1);
        var rank = input.Rank + places.Length;
        var shape = Enumerable.Repeat(-1, rank).ToArray();
        foreach (var place in places)
            shape[inputs.Axis(place, rank)] = 1;
        if (shape.Count(size => size == 1) != places.Length)
            throw context.Fault("adds an axis twice.");
        var next = 0;
        return context.View(input, [.. shape.Select(size => size == 1 ? 1 : input.Shape[next++])]);
    }
}

/// <summary>The shape of a tensor, from one axis to before another.</summary>
internal sealed class ShapeOf(ElementType type, long first = 0, long? end = null) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var shape = inputs[0].Shape;
        var (from, to) = (Place(first), Place(end ?? shape.Length));
        var output = context.Rent(type, [Math.Max(0, to - from)]);
        for (var i = from; i < to; i++)
            output.Storage.Integers![i - from] = shape[i];
        return output;

        int Place(long axis) => (int)Math.Clamp(axis < 0 ? axis + shape.Length : axis, 0, shape.Length);
    }
}

/// <summary>How many values a tensor has, or axes.</summary>
internal sealed class Measure(ElementType type, bool rank) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var output = context.Rent(type, []);
        output.Storage.Integers![0] = rank ? inputs[0].Rank : inputs[0].Count;
        return output;
    }
}
