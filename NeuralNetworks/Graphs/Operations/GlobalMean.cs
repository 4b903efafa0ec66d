using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>The mean over all axes behind the channels, which stay with size 1.</summary>
internal sealed class GlobalMean : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var input = inputs.Singles(0);
        if (input.Rank < 2)
            throw context.Fault($"must have images. Received: {input}.");
        var channels = input.Shape[1];
        var pixels = input.Shape.Skip(2).Aggregate(1, (product, size) => product * size);
        var output = context.Rent(ElementType.Single, [input.Shape[0], channels, .. Enumerable.Repeat(1, input.Rank - 2)]);
        var from = input.Storage.Singles!;
        var to = output.Storage.Singles!;
        context.Parallel(input.Shape[0], image =>
        {
            var means = to.AsSpan(image * channels, channels);
            var source = from.AsSpan(image * channels * pixels, channels * pixels);
            if (input.ChannelsLast)
            {
                means.Clear();
                for (var pixel = 0; pixel < pixels; pixel++)
                    TensorPrimitives.Add(means, source.Slice(pixel * channels, channels), means);
                TensorPrimitives.Divide(means, pixels, means);
                return;
            }

            for (var channel = 0; channel < channels; channel++)
                means[channel] = TensorPrimitives.Sum<float>(source.Slice(channel * pixels, pixels)) / pixels;
        });
        return output;
    }
}
