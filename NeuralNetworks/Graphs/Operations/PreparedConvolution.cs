using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>A convolution with constant weights, which may add a second input of the output's shape and limit what it gives.</summary>
internal sealed unsafe class PreparedConvolution(ConvolutionSettings settings, ConvolutionWeights weights) : SingleOperation
{
    private readonly ConvolutionWeights _shape = weights with { Values = [], Bias = null };
    private readonly Lock _lock = new();
    private ConvolutionWeights? _weights = weights;
    private ProductKernel? _product;
    private float[]? _depthwise;
    private float[]? _bias;

    public float Lowest { get; init; } = float.NegativeInfinity;

    public float Highest { get; init; } = float.PositiveInfinity;

    public ConvolutionSettings Settings => settings;

    /// <summary>The weights, as long as the operation has not run.</summary>
    public ConvolutionWeights Weights => _weights ?? throw new InvalidOperationException("The weights have been laid out for the processor.");

    public override bool TakesChannelsLast => true;

    private bool IsDepthwise => _shape is { Channels: 1, Filters: 1, Groups: > 1 };

    private bool IsLimited => Lowest != float.NegativeInfinity || Highest != float.PositiveInfinity;

    public DenseTensor Run(RunContext context, DenseTensor images, DenseTensor? residual)
    {
        Prepare();
        var input = settings.ChannelsFirst ? context.ChannelsLast(images) : context.Plain(images);
        var shape = input.PhysicalShape;
        if (shape[3] != _shape.Groups * _shape.Channels)
            throw context.Fault($"must have images of {_shape.Groups * _shape.Channels} channels. Received: {images}.");
        var (rows, top, bottom) = settings.Down.Over(context, shape[1], _shape.Height);
        var (columns, left, right) = settings.Across.Over(context, shape[2], _shape.Width);
        var output = settings.ChannelsFirst
            ? context.Rent(ElementType.Single, [shape[0], _shape.AllFilters, rows, columns], channelsLast: true)
            : context.Rent(ElementType.Single, [shape[0], rows, columns, _shape.AllFilters]);
        var aligned = residual is null || !residual.Shape.SequenceEqual(output.Shape) ? null
            : settings.ChannelsFirst ? context.ChannelsLast(residual) : context.Plain(residual);
        var padded = Padded(context, input, shape, (top, left, bottom, right));
        fixed (float* from = padded.Storage.Singles, to = output.Storage.Singles, added = aligned?.Storage.Singles)
        {
            if (IsDepthwise)
                Depthwise(context, from, padded.PhysicalShape, to, rows, columns, residual is null);
            else
                Products(context, from, padded.PhysicalShape, to, added, rows, columns, residual is null || aligned is not null);
        }

        context.Release(padded);
        context.Release(input);
        if (residual is null || (aligned is not null && !IsDepthwise))
        {
            if (aligned is not null)
                context.Release(aligned);
            return output;
        }

        return Added(context, output, aligned ?? context.Plain(residual));
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) => Run(context, inputs.Images(0), inputs.OptionalSingles(1));

    // Lays the weights out once, whoever comes first.
    private void Prepare()
    {
        lock (_lock)
        {
            if (_weights is not { } draft)
                return;
            if (IsDepthwise)
            {
                var taps = draft.Height * draft.Width;
                _depthwise = new float[draft.Values.Length];
                for (var i = 0; i < _depthwise.Length; i++)
                    _depthwise[i] = draft.Values[(i % draft.Groups * taps) + (i / draft.Groups)];
                _bias = draft.Bias ?? new float[draft.Groups];
            }
            else
            {
                _product = ProductKernel.Create(draft.Values, draft.Bias, draft.Groups, draft.Depth, draft.Filters);
            }

            _weights = null;
        }
    }

    private void Products(RunContext context, float* from, ImmutableArray<int> shape, float* to, float* residual, int rows, int columns, bool limit)
    {
        var (height, width, channels) = (shape[1], shape[2], shape[3]);
        var whole = _shape.Groups == 1 && settings.Across.Dilation == 1;
        var offsets = Offsets(whole ? _shape.Height : _shape.Height * _shape.Width, whole ? 1 : _shape.Width, width, channels);
        fixed (nint* places = offsets)
        {
            var job = new ProductJob
            {
                Segments = offsets.Length,
                Offsets = places,
                Depth = whole ? _shape.Width * channels : _shape.Channels,
                ADepth = 1,
                AColumn = (nint)settings.Across.Stride * channels,
                CColumn = _shape.AllFilters,
                Images = shape[0],
                AImage = (nint)height * width * channels,
                Rows = rows,
                ARow = (nint)settings.Down.Stride * width * channels,
                Columns = columns,
                Lowest = limit ? Lowest : float.NegativeInfinity,
                Highest = limit ? Highest : float.PositiveInfinity,
            };

            // Windows of one pixel that leave none out lie in one row.
            if (job.Segments == 1 && settings.Across.Stride == 1 && rows == height && columns == width)
                (job.Images, job.Rows, job.Columns) = (1, 1, shape[0] * rows * columns);
            for (var group = 0; group < _shape.Groups; group++)
            {
                job.A = from + (group * _shape.Channels);
                job.C = to + (group * _shape.Filters);
                job.Residual = residual == null ? null : residual + (group * _shape.Filters);
                _product!.Run(context, job, group);
            }
        }
    }

    /// <summary>Where the pieces of a window begin, so many of them in each of its rows.</summary>
    private nint[] Offsets(int count, int inARow, int width, int channels)
    {
        var offsets = new nint[count];
        for (var i = 0; i < count; i++)
            offsets[i] = (((nint)(i / inARow) * settings.Down.Dilation * width) + (i % inARow * settings.Across.Dilation)) * channels;
        return offsets;
    }

    private void Depthwise(RunContext context, float* from, ImmutableArray<int> shape, float* to, int rows, int columns, bool limit)
    {
        var (width, channels) = (shape[2], shape[3]);
        var (image, row) = ((nint)shape[1] * width * channels, (nint)settings.Down.Stride * width * channels);
        var taps = _shape.Height * _shape.Width;
        var offsets = Offsets(taps, _shape.Width, width, channels);
        var limits = limit ? (Lowest, Highest) : (float.NegativeInfinity, float.PositiveInfinity);
        var simd = SimdChoice.Current;
        var lines = shape[0] * rows;
        var together = Math.Max(1, lines / (context.Threads * 4));
        context.Parallel((lines + together - 1) / together, task =>
        {
            fixed (float* kernel = _depthwise, bias = _bias)
            {
                fixed (nint* places = offsets)
                {
                    for (var line = task * together; line < Math.Min(lines, (task + 1) * together); line++)
                    {
                        DepthwiseKernel.Row(
                            simd, from + (line / rows * image) + (line % rows * row), places, taps, (nint)settings.Across.Stride * channels, kernel, bias,
                            to + ((nint)line * columns * channels), columns, channels, limits);
                    }
                }
            }
        });
    }

    private DenseTensor Padded(RunContext context, DenseTensor input, ImmutableArray<int> shape, (int Top, int Left, int Bottom, int Right) pads)
    {
        if (pads == default)
            return context.View(input, input.Shape, input.ChannelsLast);
        var (height, width, channels) = (shape[1], shape[2], shape[3]);
        var padded = context.Rent(ElementType.Single, [shape[0], pads.Top + height + pads.Bottom, pads.Left + width + pads.Right, channels]);
        var (from, to) = (input.Storage.Singles!, padded.Storage.Singles!);
        var (all, row) = (padded.Shape[1], padded.Shape[2] * channels);
        var lines = shape[0] * all;
        var together = Math.Max(1, (1 << 14) / Math.Max(1, row));
        context.Parallel((lines + together - 1) / together, task =>
        {
            for (var line = task * together; line < Math.Min(lines, (task + 1) * together); line++)
            {
                var target = to.AsSpan(line * row, row);
                var y = (line % all) - pads.Top;
                if (y < 0 || y >= height)
                {
                    target.Clear();
                    continue;
                }

                target[..(pads.Left * channels)].Clear();
                from.AsSpan(((line / all * height) + y) * width * channels, width * channels).CopyTo(target[(pads.Left * channels)..]);
                target[((pads.Left + width) * channels)..].Clear();
            }
        });
        return padded;
    }

    /// <summary>The sum with an input that could not be added on the way; both are released.</summary>
    private DenseTensor Added(RunContext context, DenseTensor output, DenseTensor residual)
    {
        var sum = Binary.Apply(context, BinaryFunction.Add, output, residual);
        context.Release(output);
        context.Release(residual);
        if (!IsLimited)
            return sum;
        var limited = Unary.Apply(context, new UnaryFunction(UnaryKind.Clamp, Lowest, Highest), sum);
        context.Release(sum);
        return limited;
    }
}
