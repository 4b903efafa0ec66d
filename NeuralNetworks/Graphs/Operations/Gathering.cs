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

    private static void Copy(TensorStorage from, int source, TensorStorage to, int target, int count)
    {
        from.Singles?.AsSpan(source, count).CopyTo(to.Singles.AsSpan(target));
        from.Doubles?.AsSpan(source, count).CopyTo(to.Doubles.AsSpan(target));
        from.Integers?.AsSpan(source, count).CopyTo(to.Integers.AsSpan(target));
    }
}
