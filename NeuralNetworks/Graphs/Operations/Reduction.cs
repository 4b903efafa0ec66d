using System.Numerics;
using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

internal enum ReductionFunction
{
    Sum,
    Mean,
    Product,
    Greatest,
    Least,
    SumOfSquares,
    SumOfMagnitudes,

    /// <summary>The root of the sum of squares.</summary>
    Length,

    /// <summary>The logarithm of the sum.</summary>
    LogarithmOfSum,

    /// <summary>The logarithm of the sum of exponentials.</summary>
    LogarithmOfExponentials,
    All,
    Any,
}

/// <summary>Takes axes together in one number: those of the second input, or all.</summary>
/// <param name="function">How.</param>
/// <param name="keeps">Whether the axes stay, with size 1.</param>
/// <param name="emptyIsNone">Whether an empty list of axes means none instead of all.</param>
internal sealed class Reduction(ReductionFunction function, bool keeps, bool emptyIsNone) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs[0];
        var axes = new SortedSet<int>();
        foreach (var axis in inputs.Optional(1) is null ? [] : inputs.Integers(1))
            axes.Add(inputs.Axis(axis, input.Rank));
        if (axes.Count == 0 && emptyIsNone)
            return context.View(input, input.Shape, input.ChannelsLast);
        if (axes.Count == 0)
            axes.UnionWith(Enumerable.Range(0, input.Rank));

        // With the channels last in memory height and width are neighbours; if something else is wanted, they are put in order first.
        var spatial = input.ChannelsLast && axes.SetEquals([2, 3]);
        var source = spatial ? context.View(input, input.Shape, true) : context.Plain(input);
        var (outer, size, inner) = spatial
            ? (input.Shape[0], input.Shape[2] * input.Shape[3], input.Shape[1])
            : AreNeighbours(axes) ? Around(source, axes) : Moved(context, ref source, axes);
        var kept = context.Rent(input.Type, [.. input.Shape.Select((length, axis) => axes.Contains(axis) ? 1 : length)]);
        switch (source.Storage, kept.Storage)
        {
            case ({ Singles: { } from }, { Singles: { } to }):
                context.Parallel(outer, row => Rows(from.AsSpan(row * size * inner, size * inner), to.AsSpan(row * inner, inner), size));
                break;
            case ({ Doubles: { } from }, { Doubles: { } to }):
                context.Parallel(outer, row => Rows(from.AsSpan(row * size * inner, size * inner), to.AsSpan(row * inner, inner), size));
                break;
            case ({ Integers: { } from }, { Integers: { } to }):
                if (size == 0 && function is (ReductionFunction.Mean or ReductionFunction.Greatest or ReductionFunction.Least))
                    throw context.Fault($"has nothing to reduce in {input}.");
                context.Parallel(outer, row => Rows(from.AsSpan(row * size * inner, size * inner), to.AsSpan(row * inner, inner), size));
                Conversion.Narrow(kept);
                break;
        }

        context.Release(source);
        if (keeps)
            return kept;
        var result = context.View(kept, [.. input.Shape.Where((_, axis) => !axes.Contains(axis))]);
        context.Release(kept);
        return result;
    }

    private static bool AreNeighbours(SortedSet<int> axes) => axes.Count == 0 || axes.Max - axes.Min + 1 == axes.Count;

    private static (int Outer, int Size, int Inner) Around(DenseTensor tensor, SortedSet<int> axes)
    {
        int outer = 1, size = 1, inner = 1;
        for (var axis = 0; axis < tensor.Rank; axis++)
        {
            if (axes.Contains(axis))
                size *= tensor.Shape[axis];
            else if (axis < axes.Min)
                outer *= tensor.Shape[axis];
            else
                inner *= tensor.Shape[axis];
        }

        return (outer, size, inner);
    }

    private static (int Outer, int Size, int Inner) Moved(RunContext context, ref DenseTensor source, SortedSet<int> axes)
    {
        int[] order = [.. Enumerable.Range(0, source.Rank).Where(axis => !axes.Contains(axis)), .. axes];
        var (strides, tensor) = (StridedCopy.StridesOf(source.Shape.AsSpan()), source);
        int[] shape = [.. order.Select(axis => tensor.Shape[axis])];
        var moved = context.Rent(source.Type, [.. shape]);
        StridedCopy.Run(context, source, 0, shape, [.. order.Select(axis => strides[axis])], moved, 0, StridedCopy.StridesOf(shape));
        context.Release(source);
        source = moved;
        var size = axes.Aggregate(1, (product, axis) => product * tensor.Shape[axis]);
        return (shape[..^axes.Count].Aggregate(1, (product, length) => product * length), size, 1);
    }

    /// <summary>Takes [size, inner] together to [inner].</summary>
    private void Rows<T>(Span<T> source, Span<T> target, int size)
        where T : struct, INumber<T>
    {
        if (target.IsEmpty)
            return;
        if (target.Length == 1 && function is (ReductionFunction.Sum or ReductionFunction.Mean))
        {
            target[0] = TensorPrimitives.Sum<T>(source);
        }
        else
        {
            target.Fill(function switch
            {
                ReductionFunction.Product or ReductionFunction.All => T.One,
                ReductionFunction.Greatest or ReductionFunction.Least or ReductionFunction.LogarithmOfExponentials when size > 0 => source[0],
                ReductionFunction.Greatest or ReductionFunction.LogarithmOfExponentials => T.CreateSaturating(double.NegativeInfinity),
                ReductionFunction.Least => T.CreateSaturating(double.PositiveInfinity),
                _ => T.Zero,
            });
            if (function is (ReductionFunction.Greatest or ReductionFunction.Least or ReductionFunction.LogarithmOfExponentials) && size > 0)
                source[..target.Length].CopyTo(target);
            for (var i = 0; i < size; i++)
                Take(source.Slice(i * target.Length, target.Length), target);
        }

        if (function == ReductionFunction.LogarithmOfExponentials)
            Exponentials(source, target, size);
        if (function == ReductionFunction.Mean)
            TensorPrimitives.Divide(target, T.CreateSaturating(size), target);
        for (var i = 0; i < target.Length && function is (ReductionFunction.Length or ReductionFunction.LogarithmOfSum); i++)
        {
            var value = double.CreateSaturating(target[i]);
            target[i] = T.CreateSaturating(function == ReductionFunction.Length ? Math.Sqrt(value) : Math.Log(value));
        }
    }

    private void Take<T>(ReadOnlySpan<T> source, Span<T> target)
        where T : struct, INumber<T>
    {
        switch (function)
        {
            case ReductionFunction.Product:
                TensorPrimitives.Multiply(target, source, target);
                break;
            case ReductionFunction.Greatest or ReductionFunction.LogarithmOfExponentials:
                TensorPrimitives.Max(target, source, target);
                break;
            case ReductionFunction.Least:
                TensorPrimitives.Min(target, source, target);
                break;
            case ReductionFunction.SumOfSquares or ReductionFunction.Length:
                TensorPrimitives.MultiplyAdd(source, source, target, target);
                break;
            case ReductionFunction.SumOfMagnitudes:
                for (var i = 0; i < target.Length; i++)
                    target[i] += T.Abs(source[i]);
                break;
            case ReductionFunction.All:
                for (var i = 0; i < target.Length; i++)
                    target[i] = target[i] != T.Zero && source[i] != T.Zero ? T.One : T.Zero;
                break;
            case ReductionFunction.Any:
                for (var i = 0; i < target.Length; i++)
                    target[i] = target[i] != T.Zero || source[i] != T.Zero ? T.One : T.Zero;
                break;
            default:
                TensorPrimitives.Add(target, source, target);
                break;
        }
    }

    // The target holds the greatest values, which keep the exponentials small.
    private static void Exponentials<T>(ReadOnlySpan<T> source, Span<T> target, int size)
        where T : struct, INumber<T>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var greatest = double.CreateSaturating(target[i]);
            if (double.IsInfinity(greatest))
                continue;
            double sum = 0;
            for (var j = 0; j < size; j++)
                sum += Math.Exp(double.CreateSaturating(source[(j * target.Length) + i]) - greatest);
            target[i] = T.CreateSaturating(greatest + Math.Log(sum));
        }
    }
}
