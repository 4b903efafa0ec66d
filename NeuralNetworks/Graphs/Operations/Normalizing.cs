using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>
/// Local response normalisation over neighbouring channels (Krizhevsky and others, 2012): x / (bias + alpha * sum of squares)^beta, the sum over some
/// channels before and after. Images are [batch, channels, height, width] or channels last.
/// </summary>
internal sealed class NeighbourNormalizing(int before, int after, float alpha, float beta, float bias, bool channelsFirst) : SingleOperation
{
    private const int PixelsPerTask = 64;

    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var images = inputs.Images(0);
        var input = channelsFirst ? context.ChannelsLast(images) : context.Plain(images);
        var output = context.Rent(ElementType.Single, input.Shape, input.ChannelsLast);
        var (from, to) = (input.Storage.Singles!, output.Storage.Singles!);
        var channels = input.PhysicalShape[3];
        var pixels = channels == 0 ? 0 : input.Count / channels;
        context.Parallel((pixels + PixelsPerTask - 1) / PixelsPerTask, task =>
        {
            var (squares, sums) = (new float[channels], new float[channels]);
            for (var pixel = task * PixelsPerTask; pixel < Math.Min(pixels, (task + 1) * PixelsPerTask); pixel++)
            {
                var source = from.AsSpan(pixel * channels, channels);
                var target = to.AsSpan(pixel * channels, channels);
                TensorPrimitives.Multiply(source, source, squares);
                squares.CopyTo(sums, 0);
                for (var shift = 1; shift <= Math.Min(before, channels - 1); shift++)
                    TensorPrimitives.Add(sums.AsSpan(shift), squares.AsSpan(0, channels - shift), sums.AsSpan(shift));
                for (var shift = 1; shift <= Math.Min(after, channels - 1); shift++)
                    TensorPrimitives.Add(sums.AsSpan(0, channels - shift), squares.AsSpan(shift), sums.AsSpan(0, channels - shift));
                TensorPrimitives.Multiply(sums, alpha, sums);
                TensorPrimitives.Add(sums, bias, sums);
                TensorPrimitives.Pow(sums, -beta, sums);
                TensorPrimitives.Multiply(source, sums, target);
            }
        });
        context.Release(input);
        return output;
    }
}

/// <summary>
/// Each row made to have mean 0 and variance 1, then times a scale plus an offset. A row is all from an axis on (layer normalisation, scale and offset value
/// by value), or one channel of one image (instance normalisation, scale and offset by channel).
/// </summary>
internal sealed class RowNormalizing(long axis, float epsilon, bool byChannel) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs.Singles(0);
        var at = byChannel ? 2 : inputs.Axis(axis, input.Rank);
        var (scale, offset) = (inputs.Singles(1), inputs.OptionalSingles(2));
        if (at > input.Rank)
            throw context.Fault($"must have channels. Received: {input}.");
        var row = input.Shape.Skip(at).Aggregate(1, (product, size) => product * size);
        var length = byChannel ? input.Shape[1] : row;
        if (scale.Count != length || (offset is not null && offset.Count != length))
            throw context.Fault($"must have a scale and an offset of {length} values. Received: {scale} and {(offset is null ? "none" : offset.ToString())}.");
        var output = context.Rent(ElementType.Single, input.Shape);
        var (from, to, factors, offsets) = (input.Storage.Singles!, output.Storage.Singles!, scale.Storage.Singles!, offset?.Storage.Singles);
        context.Parallel(row == 0 ? 0 : input.Count / row, index =>
        {
            var source = from.AsSpan(index * row, row);
            var target = to.AsSpan(index * row, row);
            TensorPrimitives.Subtract(source, TensorPrimitives.Sum<float>(source) / row, target);
            var deviation = MathF.Sqrt((TensorPrimitives.SumOfSquares<float>(target) / row) + epsilon);
            TensorPrimitives.Divide(target, deviation, target);
            if (byChannel)
            {
                TensorPrimitives.Multiply(target, factors[index % length], target);
                TensorPrimitives.Add(target, offsets?[index % length] ?? 0, target);
                return;
            }

            TensorPrimitives.Multiply(target, factors.AsSpan(0, row), target);
            if (offsets is not null)
                TensorPrimitives.Add(target, offsets.AsSpan(0, row), target);
        });
        return output;
    }
}

/// <summary>Each row along an axis divided by its norm: the sum of absolute values (1), the root of the sum of squares (2), or the greatest absolute value (0).</summary>
internal sealed class NormDividing(long axis, int norm) : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs.Singles(0);
        var (outer, size, inner) = Lines.Of(input, inputs.Axis(axis, input.Rank));
        var output = context.Rent(ElementType.Single, input.Shape);
        var (from, to) = (input.Storage.Singles!, output.Storage.Singles!);
        for (var line = 0; line < outer * inner; line++)
        {
            var start = (line / inner * size * inner) + (line % inner);
            double sum = 0;
            for (var i = 0; i < size; i++)
            {
                var value = Math.Abs((double)from[start + (i * inner)]);
                sum = norm switch { 0 => Math.Max(sum, value), 1 => sum + value, _ => sum + (value * value) };
            }

            var length = norm == 2 ? Math.Sqrt(sum) : sum;
            for (var i = 0; i < size; i++)
                to[start + (i * inner)] = length == 0 ? 0 : (float)(from[start + (i * inner)] / length);
        }

        return output;
    }
}

/// <summary>How a tensor falls apart into lines along an axis.</summary>
internal static class Lines
{
    /// <summary>How much lies before the axis, its size, and how much behind it.</summary>
    public static (int Outer, int Size, int Inner) Of(DenseTensor tensor, int axis) => (
        tensor.Shape.Take(axis).Aggregate(1, (product, size) => product * size),
        tensor.Shape[axis],
        tensor.Shape.Skip(axis + 1).Aggregate(1, (product, size) => product * size));
}
