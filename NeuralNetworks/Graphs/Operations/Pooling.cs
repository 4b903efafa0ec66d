using System.Numerics.Tensors;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>The greatest value, or the mean, of each window of an image.</summary>
/// <param name="Greatest">Whether it is the greatest instead of the mean.</param>
/// <param name="Height">Height of the window; 0 for the whole image.</param>
/// <param name="Width">Width of the window; 0 for the whole image.</param>
/// <param name="Down">How it slides along the height.</param>
/// <param name="Across">How it slides along the width.</param>
/// <param name="ChannelsFirst">Whether images are [batch, channels, height, width] instead of [batch, height, width, channels].</param>
/// <param name="Ceiling">Whether last windows that lie partly behind the image count.</param>
/// <param name="CountsBorder">Whether what stands around the image counts in the mean, as zeros.</param>
internal sealed record PoolingSettings(
    bool Greatest, int Height, int Width, WindowAxis Down, WindowAxis Across, bool ChannelsFirst, bool Ceiling = false, bool CountsBorder = false);

/// <summary>Pools images.</summary>
internal sealed class Pooling(PoolingSettings settings) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var images = inputs.Images(0);
        var input = settings.ChannelsFirst ? context.ChannelsLast(images) : context.Plain(images);
        var shape = input.PhysicalShape;
        var (batch, height, width, channels) = (shape[0], shape[1], shape[2], shape[3]);
        var (high, wide) = settings.Height == 0 ? (height, width) : (settings.Height, settings.Width);
        var (rows, top, bottom) = settings.Down.Over(context, height, high, settings.Ceiling);
        var (columns, left, right) = settings.Across.Over(context, width, wide, settings.Ceiling);
        var output = settings.ChannelsFirst
            ? context.Rent(ElementType.Single, [batch, channels, rows, columns], channelsLast: true)
            : context.Rent(ElementType.Single, [batch, rows, columns, channels]);
        var (from, to) = (input.Storage.Singles!, output.Storage.Singles!);
        context.Parallel(batch * rows, line =>
        {
            var (image, row) = Math.DivRem(line, rows);
            var firstRow = (row * settings.Down.Stride) - top;
            for (var column = 0; column < columns; column++)
            {
                var target = to.AsSpan(((line * columns) + column) * channels, channels);
                var firstColumn = (column * settings.Across.Stride) - left;
                var count = 0;
                for (var ky = 0; ky < high; ky++)
                {
                    var y = firstRow + (ky * settings.Down.Dilation);
                    if (y < 0 || y >= height)
                        continue;
                    for (var kx = 0; kx < wide; kx++)
                    {
                        var x = firstColumn + (kx * settings.Across.Dilation);
                        if (x < 0 || x >= width)
                            continue;
                        var source = from.AsSpan(((((image * height) + y) * width) + x) * channels, channels);
                        if (count++ == 0)
                            source.CopyTo(target);
                        else if (settings.Greatest)
                            TensorPrimitives.Max(target, source, target);
                        else
                            TensorPrimitives.Add(target, source, target);
                    }
                }

                if (count == 0)
                    target.Fill(settings.Greatest ? float.NegativeInfinity : 0);
                else if (!settings.Greatest)
                    TensorPrimitives.Divide(target, settings.CountsBorder ? Bordered(firstRow, firstColumn) : count, target);
            }

            // How much of a window lies on the image or the pads that were asked for; what only ceil_mode adds does not count.
            int Bordered(int y, int x) =>
                Within(y, high, settings.Down.Dilation, height + bottom) * Within(x, wide, settings.Across.Dilation, width + right);

            static int Within(int first, int window, int dilation, int end) => Math.Min(window, (end - first + dilation - 1) / dilation);
        });
        context.Release(input);
        return output;
    }
}
