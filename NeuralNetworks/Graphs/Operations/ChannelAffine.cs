using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Every channel times a factor, plus an offset, and then perhaps limited: what batch normalisation comes down to.</summary>
/// <param name="factors">One a channel.</param>
/// <param name="offsets">One a channel.</param>
/// <param name="channelsFirst">Whether the channels are axis 1 instead of the last one.</param>
internal sealed class ChannelAffine(float[] factors, float[] offsets, bool channelsFirst) : SingleOperation
{
    private const int ValuesPerTask = 1 << 14;

    public float Lowest { get; init; } = float.NegativeInfinity;

    public float Highest { get; init; } = float.PositiveInfinity;

    public float[] Factors => factors;

    public float[] Offsets => offsets;

    public bool ChannelsFirst => channelsFirst;

    public override bool TakesChannelsLast => true;

    private bool IsLimited => Lowest != float.NegativeInfinity || Highest != float.PositiveInfinity;

    public DenseTensor Apply(RunContext context, DenseTensor given)
    {
        var input = given.ChannelsLast && !channelsFirst ? context.Plain(given) : context.View(given, given.Shape, given.ChannelsLast);
        if (input.Rank < (channelsFirst ? 2 : 1) || input.Shape[channelsFirst ? 1 : ^1] != factors.Length)
            throw context.Fault($"must have {factors.Length} channels. Received: {input}.");
        var output = context.Rent(ElementType.Single, input.Shape, input.ChannelsLast);
        var (from, to) = (input.Storage.Singles!, output.Storage.Singles!);

        // The row of a pixel's channels, or the row of a channel's pixels.
        var inRows = input.ChannelsLast || !channelsFirst || input.Rank == 2;
        var row = inRows ? factors.Length : input.Shape.Skip(2).Aggregate(1, (product, size) => product * size);
        var rows = row == 0 ? 0 : input.Count / row;
        var together = Math.Max(1, ValuesPerTask / Math.Max(1, row));
        context.Parallel((rows + together - 1) / together, task =>
        {
            for (var index = task * together; index < Math.Min(rows, (task + 1) * together); index++)
            {
                var source = from.AsSpan(index * row, row);
                var target = to.AsSpan(index * row, row);
                if (inRows)
                {
                    TensorPrimitives.MultiplyAdd(source, factors, offsets, target);
                }
                else
                {
                    TensorPrimitives.Multiply(source, factors[index % factors.Length], target);
                    TensorPrimitives.Add(target, offsets[index % factors.Length], target);
                }

                if (IsLimited)
                    Functions.Clamp(target, Lowest, Highest, target);
            }
        });
        context.Release(input);
        return output;
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) => Apply(context, inputs.Singles(0));
}

/// <summary>Batch normalisation with the moving averages: the inputs are images, scale, offset, mean and variance.</summary>
internal sealed class BatchNormalizing(float epsilon, bool channelsFirst) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    /// <summary>The factors and offsets that it comes down to.</summary>
    /// <exception cref="InvalidDataException">The inputs are not of one length.</exception>
    public ChannelAffine Affine(RunContext context, DenseTensor scale, DenseTensor offset, DenseTensor mean, DenseTensor variance)
    {
        var channels = scale.Count;
        if (offset.Count != channels || mean.Count != channels || variance.Count != channels)
            throw context.Fault($"must have {channels} offsets, means and variances. Received: {offset}, {mean} and {variance}.");
        var (factors, offsets) = (new float[channels], new float[channels]);
        for (var i = 0; i < channels; i++)
        {
            factors[i] = (float)(scale.Singles[i] / Math.Sqrt(variance.Singles[i] + (double)epsilon));
            offsets[i] = (float)(offset.Singles[i] - (mean.Singles[i] * (double)factors[i]));
        }

        return new ChannelAffine(factors, offsets, channelsFirst);
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) =>
        Affine(context, inputs.Singles(1), inputs.Singles(2), inputs.Singles(3), inputs.Singles(4)).Apply(context, inputs.Singles(0));
}
