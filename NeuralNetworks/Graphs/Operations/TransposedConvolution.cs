using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>
/// The gradient of a convolution by its input, used forwards: every pixel, times the weights, is added to a window of the output. Weights are
/// [channels, filters, height, width].
/// </summary>
/// <param name="down">How the window slides over the output's height; its pads are cut away.</param>
/// <param name="across">How it slides over the width.</param>
/// <param name="more">Rows and columns that the output has beyond the last window.</param>
/// <param name="channelsFirst">Whether images are [batch, channels, height, width] instead of [batch, height, width, channels].</param>
internal sealed class TransposedConvolution(WindowAxis down, WindowAxis across, (int Rows, int Columns) more, bool channelsFirst) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var images = inputs.Images(0);
        var kernel = context.Plain(inputs.Images(1));
        var bias = inputs.OptionalSingles(2);
        var input = channelsFirst ? context.ChannelsLast(images) : context.Plain(images);
        var shape = input.PhysicalShape;
        var (batch, height, width, channels) = (shape[0], shape[1], shape[2], shape[3]);
        var (filters, high, wide) = (kernel.Shape[1], kernel.Shape[2], kernel.Shape[3]);
        if (kernel.Shape[0] != channels || (bias is not null && bias.Count != filters))
            throw context.Fault($"must have weights for {channels} channels and a bias of {filters} values. Received: {kernel} and {(bias is null ? "none" : bias.ToString())}.");
        var rows = Length(height, high, down, more.Rows);
        var columns = Length(width, wide, across, more.Columns);
        if (rows is < 1 or > int.MaxValue || columns is < 1 or > int.MaxValue)
            throw context.Fault($"would give images of {rows} x {columns}.");
        var output = channelsFirst
            ? context.Rent(ElementType.Single, [batch, filters, (int)rows, (int)columns], channelsLast: true)
            : context.Rent(ElementType.Single, [batch, (int)rows, (int)columns, filters]);
        var windows = Windows(context, input, kernel, channels);
        Scatter(context, windows, output, bias, (batch, height, width, filters, high, wide), ((int)rows, (int)columns));
        context.Release(windows);
        context.Release(input);
        context.Release(kernel);
        return output;
    }

    private static long Length(int size, int window, WindowAxis axis, int more) =>
        ((size - 1L) * axis.Stride) + ((window - 1L) * axis.Dilation) + 1 + more - axis.Before - axis.After;

    /// <summary>What every pixel adds to its window: [pixels, height x width x filters].</summary>
    private static DenseTensor Windows(RunContext context, DenseTensor input, DenseTensor kernel, int channels)
    {
        var (filters, area) = (kernel.Shape[1], kernel.Shape[2] * kernel.Shape[3]);
        var matrix = new float[kernel.Count];
        for (var i = 0; i < matrix.Length; i++)
        {
            var (channel, rest) = Math.DivRem(i, filters * area);
            matrix[(((channel * area) + (rest % area)) * filters) + (rest / area)] = kernel.Singles[i];
        }

        var pixels = channels == 0 ? 0 : input.Count / channels;
        var windows = context.Rent(ElementType.Single, [pixels, area * filters]);
        MatrixProduct.Multiply(
            context, ProductKernel.Create(matrix, [], 1, channels, area * filters), input.Storage.Singles!, 0, pixels, channels, transposed: false, windows, 0);
        return windows;
    }

    private void Scatter(
        RunContext context, DenseTensor windows, DenseTensor output, DenseTensor? bias, (int Batch, int Height, int Width, int Filters, int High, int Wide) size,
        (int Rows, int Columns) result)
    {
        var from = windows.Storage.Singles!;
        var to = output.Storage.Singles!;
        var image = result.Rows * result.Columns * size.Filters;
        context.Parallel(size.Batch, index =>
        {
            var target = to.AsSpan(index * image, image);
            for (var pixel = 0; pixel < result.Rows * result.Columns; pixel++)
            {
                if (bias is null)
                    target.Slice(pixel * size.Filters, size.Filters).Clear();
                else
                    bias.Singles.CopyTo(target.Slice(pixel * size.Filters, size.Filters));
            }

            var place = index * size.Height * size.Width * size.High * size.Wide * size.Filters;
            for (var window = 0; window < size.Height * size.Width * size.High * size.Wide; window++, place += size.Filters)
            {
                var (pixel, tap) = Math.DivRem(window, size.High * size.Wide);
                var y = (pixel / size.Width * down.Stride) + (tap / size.Wide * down.Dilation) - down.Before;
                var x = (pixel % size.Width * across.Stride) + (tap % size.Wide * across.Dilation) - across.Before;
                if (y < 0 || y >= result.Rows || x < 0 || x >= result.Columns)
                    continue;
                var sum = target.Slice(((y * result.Columns) + x) * size.Filters, size.Filters);
                TensorPrimitives.Add(sum, from.AsSpan(place, size.Filters), sum);
            }
        });
    }
}
