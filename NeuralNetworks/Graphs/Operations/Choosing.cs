using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Where along an axis the greatest or least value stands.</summary>
/// <param name="axis">The axis; the second input, if it is there, goes before.</param>
/// <param name="greatest">Whether the greatest is looked for.</param>
/// <param name="keeps">Whether the axis stays, with size 1.</param>
/// <param name="last">Whether the last of several counts instead of the first.</param>
/// <param name="type">The type of the places.</param>
internal sealed class Extreme(long axis, bool greatest, bool keeps, bool last, ElementType type) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var along = inputs.Axis(inputs.Optional(1) is null ? axis : (long)inputs.Number(1), input.Rank);
        var (outer, size, inner) = Lines.Of(input, along);
        if (size == 0)
            throw context.Fault($"has nothing to choose from in {input}.");
        var output = context.Rent(type, keeps ? input.Shape.SetItem(along, 1) : input.Shape.RemoveAt(along));
        var values = Conversion.Apply(context, input, input.Storage.Singles is null ? ElementType.Double : ElementType.Single);
        for (var line = 0; line < outer * inner; line++)
        {
            var start = (line / inner * size * inner) + (line % inner);
            var best = 0;
            for (var i = 1; i < size; i++)
            {
                var difference = At(start + (i * inner)) - At(start + (best * inner));
                if ((greatest ? difference > 0 : difference < 0) || (last && difference == 0))
                    best = i;
            }

            output.Storage.Integers![line] = best;
        }

        context.Release(values);
        return output;

        double At(int place) => values.Storage.Singles is { } singles ? singles[place] : values.Storage.Doubles![place];
    }
}

/// <summary>The greatest or least values along an axis in order, so many as the second input says, and where they stand.</summary>
internal sealed class Ranking(long axis, bool greatest, ElementType indexType) : Operation
{
    public override void Run(RunContext context, StepInputs inputs, Span<DenseTensor?> outputs)
    {
        var input = inputs[0];
        var along = inputs.Axis(axis, input.Rank);
        var (outer, size, inner) = Lines.Of(input, along);
        var count = inputs.Number(1);
        if (!(count >= 0 && count <= size))
            throw context.Fault($"takes {count} of {size} values.");
        var places = context.Rent(indexType, input.Shape.SetItem(along, (int)count));
        var numbers = Conversion.Apply(context, input, ElementType.Double);
        var order = new int[size];
        var keys = new double[size];
        var picked = places.Storage.Integers!;
        for (var line = 0; line < outer * inner; line++)
        {
            var start = (line / inner * size * inner) + (line % inner);
            for (var i = 0; i < size; i++)
                (order[i], keys[i]) = (i, numbers.Doubles[start + (i * inner)] * (greatest ? -1 : 1));
            Array.Sort(order, (a, b) => keys[a].CompareTo(keys[b]) is var difference and not 0 ? difference : a.CompareTo(b));
            for (var i = 0; i < (int)count; i++)
                picked[(line / inner * (int)count * inner) + (i * inner) + (line % inner)] = order[i];
        }

        var ranked = context.Rent(ElementType.Double, places.Shape);
        for (var place = 0; place < places.Count; place++)
        {
            var row = place / inner / Math.Max(1, (int)count);
            ranked.Storage.Doubles![place] = numbers.Doubles[(((row * size) + (int)picked[place]) * inner) + (place % inner)];
        }

        outputs[0] = Conversion.Apply(context, ranked, input.Type);
        context.Release(ranked);
        context.Release(numbers);
        if (outputs.Length > 1)
            outputs[1] = places;
        else
            context.Release(places);
    }
}

/// <summary>Soft-max along an axis, or its logarithm.</summary>
/// <param name="axis">The axis.</param>
/// <param name="flattens">Whether all axes from it on count as one.</param>
/// <param name="logarithm">Whether the logarithm is wanted.</param>
internal sealed class SoftMaximum(long axis, bool flattens, bool logarithm) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs.Singles(0);
        var along = flattens && axis == input.Rank ? input.Rank : inputs.Axis(axis, input.Rank);
        if (flattens || (along == input.Rank - 1))
            return Rows(context, input, input.Shape.Skip(along).Aggregate(1, (product, size) => product * size));

        // Axis by axis: the lines are put side by side, and back.
        var order = Enumerable.Range(0, input.Rank).Where(at => at != along).Append(along).ToArray();
        var strides = StridedCopy.StridesOf(input.Shape.AsSpan());
        int[] shape = [.. order.Select(at => input.Shape[at])];
        long[] across = [.. order.Select(at => strides[at])];
        var moved = context.Rent(input.Type, [.. shape]);
        StridedCopy.Run(context, input, 0, shape, across, moved, 0, StridedCopy.StridesOf(shape));
        var result = Rows(context, moved, shape[^1]);
        context.Release(moved);
        var output = context.Rent(input.Type, input.Shape);
        StridedCopy.Run(context, result, 0, shape, StridedCopy.StridesOf(shape), output, 0, across);
        context.Release(result);
        return output;
    }

    private DenseTensor Rows(RunContext context, DenseTensor input, int row)
    {
        var output = context.Rent(ElementType.Single, input.Shape);
        var (from, to) = (input.Storage.Singles!, output.Storage.Singles!);
        for (var start = 0; row > 0 && start < input.Count; start += row)
        {
            var source = from.AsSpan(start, row);
            var target = to.AsSpan(start, row);
            var greatest = TensorPrimitives.Max<float>(source);
            TensorPrimitives.Subtract(source, greatest, target);
            if (logarithm)
            {
                double sum = 0;
                foreach (var value in target)
                    sum += Math.Exp(value);
                TensorPrimitives.Subtract(target, (float)Math.Log(sum), target);
                continue;
            }

            TensorPrimitives.Exp(target, target);
            TensorPrimitives.Divide(target, TensorPrimitives.Sum<float>(target), target);
        }

        return output;
    }
}
