using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Any 2D convolution, as an implicit matrix product on NHWC images: output row = sum over kernel rows of (windows x kernel row) * weights,
/// where a kernel row of all channels is contiguous, so that nothing is copied together first. Bias, ReLU, 2x2 max-pooling and dropout
/// follow while a row or two are in the L1 cache; what the pooling discards is never computed.
/// </summary>
internal sealed unsafe class ConvolutionStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly ResolvedLayer _layer;
    private readonly ConvolutionGeometry _geometry;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly PaddedImages _images;
    private readonly Parameter _kernel;
    private readonly Parameter? _bias;
    private readonly bool _relu;
    private readonly bool _pool;
    private readonly (double Rate, int Layer)? _dropout;

    private readonly int _rows; // of the convolution that are used: the pooling may discard the last
    private readonly int _columns;
    private readonly nint* _windowRows; // offsets of a window's rows in the padded image
    private readonly nint* _windowStarts; // offsets of the windows' rows of all output rows
    private readonly nint* _noOffset;
    private readonly float*[] _sums; // per worker: two rows of raw sums, with pooling
    private readonly float* _winners;
    private readonly nint _winnersPerRow;

    private readonly PartialGradients<TSimd, TVector>? _gradients;
    private readonly float*[] _spread = []; // per worker: an image's gradient before the pooling
    private readonly float*[] _paddedGradient = []; // per worker: gradient by the padded image
    private readonly float*[] _biasSums = []; // per worker, where there is no bias to learn
    private readonly float* _transposed; // weights per tap as [filters, channels] in panels
    private readonly PackedMatrix _transposedLayout;
    private DropoutMask _mask;

    public ConvolutionStage(PlanState state, Arena arena, ResolvedLayer layer, Tensor input, Tensor output, Parameter kernel, Parameter? bias, bool relu, bool pool,
        (double Rate, int Layer)? dropout)
        : base(state)
    {
        var convolution = (Conv2D)layer.Layer;
        var shape = layer.Input.Shape;
        (_layer, _input, _output, _kernel, _bias, _relu, _pool, _dropout) = (layer, input, output, kernel, bias, relu, pool, dropout);
        _geometry = ConvolutionGeometry.For(convolution.KernelSize, convolution.Strides, convolution.Padding, shape, layer.Output.Shape);
        _images = new PaddedImages(arena, input, _geometry.Top, _geometry.Left, _geometry.PaddedRows(shape.Height), _geometry.PaddedColumns(shape.Width), state.Workers);
        _rows = pool ? 2 * output.Shape.Height : _geometry.Rows;
        _columns = pool ? 2 * output.Shape.Width : _geometry.Columns;
        _windowRows = arena.Offsets([.. Enumerable.Range(0, _geometry.Kernel).Select(row => row * _images.Row)]);
        _windowStarts = arena.Offsets([.. Enumerable.Range(0, _rows).Select(row => row * _geometry.Stride * _images.Row)]);
        _noOffset = arena.Offsets([0]);
        _sums = arena.Floats(pool ? state.Workers : 0, 2L * _columns * output.Channels);
        _winnersPerRow = (nint)((output.Shape.Width + PooledRows<TSimd, TVector>.WindowsPerLane - 1) / PooledRows<TSimd, TVector>.WindowsPerLane) * output.Channels;
        _winners = pool ? arena.Floats(_winnersPerRow * output.Shape.Height * state.Capacity) : null;
        if (!state.Trains)
            return;

        _gradients = new PartialGradients<TSimd, TVector>(arena, state, bias is null ? [kernel] : [kernel, bias]);
        _spread = arena.Floats(pool ? state.Workers : 0, (long)_rows * _columns * output.Channels);
        _biasSums = arena.Floats(bias is null ? state.Workers : 0, output.Channels);
        if (!input.NeedsGradient)
            return;
        _paddedGradient = arena.Floats(_images.IsPadded ? state.Workers : 0, PaddedLength);
        _transposedLayout = new PackedMatrix(output.Channels, input.Channels / TSimd.Width, TSimd.Width);
        _transposed = arena.Floats((long)Taps * _transposedLayout.Count);
    }

    public override string Description =>
        $"{_layer.Name}: {_geometry.Kernel}x{_geometry.Kernel} convolution by implicit matrix product{(_relu ? " + ReLU" : "")}{(_pool ? " + 2x2 max-pooling" : "")}" +
        $"{(_dropout is { } d ? FormattableString.Invariant($" + dropout {d.Rate}") : "")}, {_output.Shape}";

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_kernel] : [_kernel, _bias];

    private int Taps => _geometry.Kernel * _geometry.Kernel;

    private nint PaddedLength => _geometry.PaddedRows(_input.Shape.Height) * _images.Row;

    private float Scale => _dropout is null ? 1 : _mask.Scale;

    private bool Drop => State.Training && _dropout is not null;

    public override void BeginStep()
    {
        if (_dropout is { } dropout)
            _mask = DropoutMask.For(dropout.Rate, State.Seed, dropout.Layer, State.Step);
    }

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, worker) =>
    {
        for (var image = first; image < first + count; image++)
            Forward(image, worker);
    });

    public override void AddBackward(JobList jobs)
    {
        if (_input.NeedsGradient)
            jobs.InTasks(() => Taps, (tap, _) => TransposeTap(tap));
        jobs.PerImage(
            (first, count, shard, worker) =>
            {
                for (var image = first; image < first + count; image++)
                    Backward(image, shard, worker);
            },
            shard => _gradients!.Clear(shard));
        _gradients!.AddUpdate(jobs);
    }

    private void Forward(int image, int worker)
    {
        var padded = _images.Image(image, worker);
        var output = _output.Values + (image * _output.ImageStride);
        var position = (uint)(image * _output.ImageStride);
        var bias = _bias is null ? null : _bias.Values;
        var row = (nint)_output.Shape.Width * _output.Channels;
        for (var y = 0; y < _output.Shape.Height; y++, output += row, position += (uint)row)
        {
            if (!_pool)
            {
                Convolve(padded, y, output);
                Vectors<TSimd, TVector>.Finish(output, _columns, _output.Channels, _output.Channels, bias, _relu, Drop, _mask, position);
                continue;
            }

            float* upper = _sums[worker], lower = upper + ((nint)_columns * _output.Channels);
            Convolve(padded, 2 * y, upper);
            Convolve(padded, (2 * y) + 1, lower);
            PooledRows<TSimd, TVector>.Forward(upper, lower, _output.Shape.Width, _output.Channels, bias, _relu, Drop, _mask, position, output, Winners(image, y));
        }
    }

    /// <summary>One output row, <c>[columns, filters]</c>: a window's kernel rows are the segments of the depth.</summary>
    private void Convolve(float* padded, int row, float* sums)
    {
        var shape = new ProductShape
        {
            Segments = _geometry.Kernel, Offsets = _windowRows, Depth = _geometry.Kernel * _input.Channels, ARow = (nint)_geometry.Stride * _input.Channels, ADepth = 1,
            CRow = _output.Channels,
        };
        MatrixProduct<TSimd, TVector>.Packed(shape, _columns, padded + _windowStarts[row], _kernel.Layout, _kernel.Values, sums, 2 * TSimd.Width);
    }

    private float* Winners(int image, int row) => _winners + ((((nint)image * _output.Shape.Height) + row) * _winnersPerRow);

    private void Backward(int image, int shard, int worker)
    {
        var padded = _images.Image(image, worker);
        var biasGradient = _bias is null ? _biasSums[worker] : _gradients![1, shard];
        var gradient = GradientOfSums(image, worker, biasGradient);
        WeightGradient(padded, gradient, _gradients![0, shard]);
        if (_input.NeedsGradient)
            InputGradient(image, gradient, worker);
    }

    /// <summary>Gradient by the convolution's raw sums, <c>[rows, columns, filters]</c>: back through dropout, ReLU and pooling.</summary>
    private float* GradientOfSums(int image, int worker, float* biasGradient)
    {
        var output = _output.Values + (image * _output.ImageStride);
        var gradient = _output.Gradient + (image * _output.ImageStride);
        if (!_pool)
        {
            if (_relu)
                Vectors<TSimd, TVector>.MaskPositive(gradient, output, _output.Size, Scale);
            Vectors<TSimd, TVector>.AddColumnSums(gradient, _rows * _columns, _output.Channels, _output.Channels, biasGradient);
            return gradient;
        }

        var (pooledRow, row) = ((nint)_output.Shape.Width * _output.Channels, (nint)_columns * _output.Channels);
        for (var y = 0; y < _output.Shape.Height; y++)
        {
            var upper = _spread[worker] + (2 * y * row);
            PooledRows<TSimd, TVector>.Backward(output + (y * pooledRow), gradient + (y * pooledRow), Winners(image, y), _output.Shape.Width, _output.Channels, _relu, Scale,
                upper, upper + row, biasGradient);
        }

        return _spread[worker];
    }

    /// <summary>dw[(kx, c), f] += sum over positions of x * dy, a kernel row at a time; output rows are the segments of the depth.</summary>
    private void WeightGradient(float* padded, float* gradient, float* sums)
    {
        var layout = _kernel.Layout;
        var rows = _geometry.Kernel * _input.Channels;
        for (var panel = 0; panel < layout.Panels; panel++)
        {
            var shape = new ProductShape
            {
                Segments = _rows, Offsets = _windowStarts, Depth = _columns, ARow = 1, ADepth = (nint)_geometry.Stride * _input.Channels,
                CRow = layout.RowStride(panel), Accumulate = true,
            };
            for (var ky = 0; ky < _geometry.Kernel; ky++)
            {
                MatrixProduct<TSimd, TVector>.Panel(shape, rows, layout.PanelVectors(panel), padded + _windowRows[ky], gradient + (panel * 2 * TSimd.Width),
                    _output.Channels, sums + (panel * layout.PanelStride) + (ky * rows * shape.CRow));
            }
        }
    }

    /// <summary>dx[position + tap] += dy[position] * w[tap] transposed, tap by tap, into the padded image, whose inside is then the gradient.</summary>
    private void InputGradient(int image, float* gradient, int worker)
    {
        var target = _input.Gradient + (image * _input.ImageStride);
        var padded = _images.IsPadded ? _paddedGradient[worker] : target;
        Clear(padded, PaddedLength);
        var shape = new ProductShape
        {
            Segments = 1, Offsets = _noOffset, Depth = _output.Channels, ARow = _output.Channels, ADepth = 1, CRow = (nint)_geometry.Stride * _input.Channels, Accumulate = true,
        };
        for (var tap = 0; tap < Taps; tap++)
        {
            var (ky, kx) = Math.DivRem(tap, _geometry.Kernel);
            for (var row = 0; row < _rows; row++)
            {
                MatrixProduct<TSimd, TVector>.Packed(shape, _columns, gradient + ((nint)row * _columns * _output.Channels), _transposedLayout,
                    _transposed + ((nint)tap * _transposedLayout.Count), padded + _windowStarts[row] + _windowRows[ky] + (kx * _input.Channels), 2 * TSimd.Width);
            }
        }

        if (!_images.IsPadded)
            return;
        var length = _input.Shape.Width * _input.Channels;
        var inside = padded + (_geometry.Top * _images.Row) + (_geometry.Left * _input.Channels);
        for (var row = 0; row < _input.Shape.Height; row++)
            new ReadOnlySpan<float>(inside + (row * _images.Row), length).CopyTo(new Span<float>(target + ((nint)row * length), length));
    }

    private void TransposeTap(int tap)
    {
        var source = _kernel.Layout;
        for (var panel = 0; panel < source.Panels; panel++)
        {
            var row = source.RowStride(panel);
            for (var channel = 0; channel < _input.Channels; channel += TSimd.Width)
            {
                Transpose.Copy(_kernel.Values + (panel * source.PanelStride) + (((tap * _input.Channels) + channel) * row), row, TSimd.Width, row,
                    _transposed + ((nint)tap * _transposedLayout.Count) + _transposedLayout.Offset(panel * 2 * TSimd.Width, channel),
                    _transposedLayout.RowStride(channel / (2 * TSimd.Width)));
            }
        }
    }

    private static void Clear(float* values, nint length)
    {
        for (nint i = 0; i < length; i += TSimd.Width)
            TSimd.Store(values + i, TSimd.Zero);
    }
}
