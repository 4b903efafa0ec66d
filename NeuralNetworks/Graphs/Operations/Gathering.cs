namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Along an axis of the first input, what stands at the indices of the second.</summary>
internal sealed class Gathering(long axis) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var (input, indices) = (inputs[0], inputs[1]);
        var places = inputs.Integers(1);
        var along = inputs.Axis(axis, input.Rank);
        var size = input.Shape[along];
        var output = context.Rent(input.Type, [.. input.Shape.Take(along), .. indices.Shape, .. input.Shape.Skip(along + 1)]);
        var inner = input.Shape.Skip(along + 1).Aggregate(1, (product, length) => product * length);
        var outer = input.Shape.Take(along).Aggregate(1, (product, length) => product * length);
        var target = 0;
        for (var row = 0; row < outer; row++)
        {
            foreach (var place in places)
            {
                var index = place < 0 ? place + size : place;
                if (index < 0 || index >= size)
                    throw context.Fault($"takes index {place} of an axis of {size}.");
                Copy(input.Storage, ((row * size) + (int)index) * inner, output.Storage, target, inner);
                target += inner;
            }
        }

        return output;
    }

    internal static void Copy(TensorStorage from, int source, TensorStorage to, int target, int count)
    {
        from.Singles?.AsSpan(source, count).CopyTo(to.Singles.AsSpan(target));
        from.Doubles?.AsSpan(source, count).CopyTo(to.Doubles.AsSpan(target));
        from.Integers?.AsSpan(source, count).CopyTo(to.Integers.AsSpan(target));
    }
}

/// <summary>Value by value what stands at the indices of the second input along an axis of the first; the other axes' places are the same.</summary>
internal sealed class ElementGathering(long axis) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var indices = inputs[1];
        var places = inputs.Integers(1);
        var along = inputs.Axis(axis, input.Rank);
        if (indices.Rank != input.Rank || Enumerable.Range(0, input.Rank).Any(at => at != along && indices.Shape[at] > input.Shape[at]))
            throw context.Fault($"must have indices that lie within the values. Received: {input} and {indices}.");
        var output = context.Rent(input.Type, indices.Shape);
        var strides = StridedCopy.StridesOf(input.Shape.AsSpan());
        for (var i = 0; i < places.Length; i++)
        {
            var size = input.Shape[along];
            var index = places[i] < 0 ? places[i] + size : places[i];
            if (index < 0 || index >= size)
                throw context.Fault($"takes index {places[i]} of an axis of {size}.");
            var source = index * strides[along];
            for (int at = input.Rank - 1, left = i; at >= 0; at--)
            {
                (left, var place) = Math.DivRem(left, indices.Shape[at]);
                source += at == along ? 0 : place * strides[at];
            }

            Gathering.Copy(input.Storage, (int)source, output.Storage, i, 1);
        }

        return output;
    }
}
