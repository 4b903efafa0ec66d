using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Which place of the old image a pixel of the new one has.</summary>
internal enum PixelPlaces
{
    /// <summary>x / scale.</summary>
    Asymmetric,

    /// <summary>(x + 1/2) / scale - 1/2.</summary>
    HalfPixel,

    /// <summary>The same, but 0 where there is only one pixel.</summary>
    HalfPixelOfMany,

    /// <summary>(x + 1/2) / scale.</summary>
    MiddleOfPixel,

    /// <summary>The corners of both images lie on each other.</summary>
    Corners,
}

/// <summary>Which pixel is the nearest to a place.</summary>
internal enum PixelRounding
{
    Floor,
    Ceiling,
    HalfDown,
    HalfUp,
}

/// <summary>Scales images to another height and width: by the factors of the second input, one an axis, or to the sizes of the third.</summary>
/// <param name="linear">Whether values are mixed of neighbouring pixels instead of taken from the nearest.</param>
/// <param name="places">Where the new pixels lie.</param>
/// <param name="rounding">Which pixel is the nearest.</param>
/// <param name="channelsFirst">Whether images are [batch, channels, height, width] instead of [batch, height, width, channels], where sizes are height and width alone.</param>
internal sealed class Resizing(bool linear, PixelPlaces places, PixelRounding rounding, bool channelsFirst) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var images = inputs.Images(0);
        var input = channelsFirst ? context.ChannelsLast(images) : context.Plain(images);
        var shape = input.PhysicalShape;
        var (batch, height, width, channels) = (shape[0], shape[1], shape[2], shape[3]);
        var (down, across, high, wide) = Scales(context, inputs, height, width);
        var output = channelsFirst
            ? context.Rent(ElementType.Single, [batch, channels, high, wide], channelsLast: true)
            : context.Rent(ElementType.Single, [batch, high, wide, channels]);
        var (rows, columns) = (Line(high, height, down), Line(wide, width, across));
        var from = input.Storage.Singles!;
        var to = output.Storage.Singles!;
        context.Parallel(batch * high, line =>
        {
            var (image, y) = Math.DivRem(line, high);
            var row = rows[y];
            for (var x = 0; x < wide; x++)
            {
                var column = columns[x];
                var target = to.AsSpan(((line * wide) + x) * channels, channels);
                var (topLeft, topRight) = (Pixel(row.First, column.First), Pixel(row.First, column.Second));
                var (bottomLeft, bottomRight) = (Pixel(row.Second, column.First), Pixel(row.Second, column.Second));
                if (row.Share == 0 && column.Share == 0)
                {
                    from.AsSpan(topLeft, channels).CopyTo(target);
                    continue;
                }

                for (var c = 0; c < channels; c++)
                {
                    var top = from[topLeft + c] + ((from[topRight + c] - from[topLeft + c]) * column.Share);
                    var bottom = from[bottomLeft + c] + ((from[bottomRight + c] - from[bottomLeft + c]) * column.Share);
                    target[c] = top + ((bottom - top) * row.Share);
                }

                int Pixel(int y, int x) => ((((image * height) + y) * width) + x) * channels;
            }
        });
        context.Release(input);
        return output;
    }

    private (double Down, double Across, int High, int Wide) Scales(RunContext context, StepInputs inputs, int height, int width)
    {
        if (height < 1 || width < 1)
            throw context.Fault($"has no pixels to scale. Received: {inputs[0]}.");
        if (inputs.Optional(2) is { Count: > 0 } given)
        {
            var sizes = Reshaping.Sizes(context, inputs.Integers(2));
            if (sizes.Length != (channelsFirst ? 4 : 2) || (channelsFirst && (sizes[0] != inputs[0].Shape[0] || sizes[1] != inputs[0].Shape[1])) || sizes[^1] < 1 || sizes[^2] < 1)
                throw context.Fault($"must have a new height and width. Received: {given} of [{string.Join(", ", sizes.Take(16))}].");
            return ((double)sizes[^2] / height, (double)sizes[^1] / width, sizes[^2], sizes[^1]);
        }

        var scales = inputs.Singles(1).Singles;
        if (scales.Length != 4 || scales[0] != 1 || scales[1] != 1 || !(scales[2] > 0 && scales[3] > 0 && scales[2] * height is >= 1 and < 1 << 24 && scales[3] * width is >= 1 and < 1 << 24))
            throw context.Fault($"must have factors [1, 1, down, across]. Received: [{string.Join(", ", scales.ToArray().Take(16))}].");
        return (scales[2], scales[3], (int)Math.Floor((double)scales[2] * height), (int)Math.Floor((double)scales[3] * width));
    }

    /// <summary>For each new pixel of a line: two old ones, and the second one's share.</summary>
    private ImmutableArray<(int First, int Second, float Share)> Line(int count, int size, double scale) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var place = places switch
        {
            PixelPlaces.Asymmetric => i / scale,
            PixelPlaces.Corners => count == 1 ? 0 : i * (size - 1.0) / (count - 1),
            PixelPlaces.MiddleOfPixel => (i + 0.5) / scale,
            PixelPlaces.HalfPixelOfMany when count == 1 => 0,
            _ => ((i + 0.5) / scale) - 0.5,
        };
        if (!linear)
        {
            var nearest = Math.Clamp((int)(rounding switch
            {
                PixelRounding.Floor => Math.Floor(place),
                PixelRounding.Ceiling => Math.Ceiling(place),
                PixelRounding.HalfDown => Math.Ceiling(place - 0.5),
                _ => Math.Floor(place + 0.5),
            }), 0, size - 1);
            return (nearest, nearest, 0f);
        }

        var clamped = Math.Clamp(place, 0, size - 1);
        var first = (int)clamped;
        return (first, Math.Min(first + 1, size - 1), (float)(clamped - first));
    })];
}
