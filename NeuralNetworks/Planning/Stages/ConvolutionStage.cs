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
    private readonly ConvolutionFusion _fusion;
    private readonly ConvolutionEpilogue<TSimd, TVector> _epilogue;

    private readonly nint* _windowRows; // offsets of a window's rows in the padded image
    private readonly nint* _windowStarts; // offsets of the windows' rows of all output rows
    private readonly nint* _noOffset;
    private readonly float*[] _sums; // per worker: two rows of raw sums, with pooling

    private readonly PartialGradients<TSimd, TVector>? _gradients;
    private readonly float*[] _spread = []; // per worker: an image's gradient before the pooling
    private readonly float*[] _paddedGradient = []; // per worker: gradient by the padded image
    private readonly float*[] _biasSums = []; // per worker, where there is no bias to learn
    private readonly float* _transposed; // weights per tap as [filters, channels] in panels
    private readonly PackedMatrix _transposedLayout;

    public ConvolutionStage(PlanState state, Arena arena, ResolvedLayer layer, Tensor input, Tensor output, Parameter kernel, Parameter? bias, ConvolutionFusion fusion)
        : base(state)
    {
        var convolution = (Conv2D)layer.Layer;
        var shape = layer.Input.Shape;
        (_layer, _input, _output, _kernel, _bias, _fusion) = (layer, input, output, kernel, bias, fusion);
        _geometry = ConvolutionGeometry.For(convolution.KernelSize, convolution.Strides, convolution.Padding, shape, layer.Output.Shape);
        _images = new PaddedImages(arena, input, _geometry.Top, _geometry.Left, _geometry.PaddedRows(shape.Height), _geometry.PaddedColumns(shape.Width), state.Workers);
        _epilogue = new ConvolutionEpilogue<TSimd, TVector>(state, arena, output, bias, fusion);
        _windowRows = arena.Offsets([.. Enumerable.Range(0, _geometry.Kernel).Select(row => row * _images.Row)]);
        _windowStarts = arena.Offsets([.. Enumerable.Range(0, Rows).Select(row => row * _geometry.Stride * _images.Row)]);
        _noOffset = arena.Offsets([0]);
        _sums = arena.Floats(fusion.Pools ? state.Workers : 0, 2L * Columns * output.Channels);
        if (!state.Trains)
            return;

        _gradients = new PartialGradients<TSimd, TVector>(arena, state, bias is null ? [kernel] : [kernel, bias]);
        _spread = arena.Floats(fusion.Pools ? state.Workers : 0, (long)Rows * Columns * output.Channels);
        _biasSums = arena.Floats(bias is null ? state.Workers : 0, output.Channels);
        if (!input.NeedsGradient)
            return;
        _paddedGradient = arena.Floats(_images.IsPadded ? state.Workers : 0, _images.Length);
        _transposedLayout = new PackedMatrix(output.Channels, input.Channels / TSimd.Width, TSimd.Width);
        _transposed = arena.Floats((long)Taps * _transposedLayout.Count);
    }

    public override string Description =>
        $"{_layer.Name}: {_geometry.Kernel}x{_geometry.Kernel} convolution by implicit matrix product{_fusion}, {_output.Shape}";

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_kernel] : [_kernel, _bias];

    private int Taps => _geometry.Kernel * _geometry.Kernel;

    private int Rows => _epilogue.Rows;

    private int Columns => _epilogue.Columns;

    public override void BeginPass() => _epilogue.BeginPass();

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, worker) =>
    {
        for (var image = first; image < first + count; image++)
            Forward(image, worker);
    });

    public override void AddBackward(JobList jobs)
    {
        if (_input.NeedsGradient)
            jobs.Prepare(() => Taps, (tap, _) => TransposeTap(tap));
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
        for (var row = 0; row < _output.Shape.Height; row++)
        {
            if (!_fusion.Pools)
            {
                Convolve(padded, row, _epilogue.Output(image, row));
                _epilogue.Finish(image, row);
                continue;
            }

            float* upper = _sums[worker], lower = upper + ((nint)Columns * _output.Channels);
            Convolve(padded, 2 * row, upper);
            Convolve(padded, (2 * row) + 1, lower);
            _epilogue.Pool(image, row, upper, lower);
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
        MatrixProduct<TSimd, TVector>.Packed(shape, Columns, padded + _windowStarts[row], _kernel.Layout, _kernel.Values, sums, 2 * TSimd.Width);
    }

    private void Backward(int image, int shard, int worker)
    {
        var padded = _images.Image(image, worker);
        var biasGradient = _bias is null ? _biasSums[worker] : _gradients![1, shard];
        var gradient = _fusion.Pools ? Unpooled(image, worker, biasGradient) : _epilogue.Gradient(image, biasGradient);
        WeightGradient(padded, gradient, _gradients![0, shard]);
        if (_input.NeedsGradient)
            InputGradient(image, gradient, worker);
    }

    /// <summary>Gradient by the convolution's raw sums, <c>[rows, columns, filters]</c>, back through the pooling.</summary>
    private float* Unpooled(int image, int worker, float* biasGradient)
    {
        var row = (nint)Columns * _output.Channels;
        for (var y = 0; y < _output.Shape.Height; y++)
        {
            var upper = _spread[worker] + (2 * y * row);
            _epilogue.Unpool(image, y, upper, upper + row, biasGradient);
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
                Segments = Rows, Offsets = _windowStarts, Depth = Columns, ARow = 1, ADepth = (nint)_geometry.Stride * _input.Channels,
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
        Vectors<TSimd, TVector>.Clear(padded, _images.Length);
        var shape = new ProductShape
        {
            Segments = 1, Offsets = _noOffset, Depth = _output.Channels, ARow = _output.Channels, ADepth = 1, CRow = (nint)_geometry.Stride * _input.Channels, Accumulate = true,
        };
        for (var tap = 0; tap < Taps; tap++)
        {
            var (ky, kx) = Math.DivRem(tap, _geometry.Kernel);
            for (var row = 0; row < Rows; row++)
            {
                MatrixProduct<TSimd, TVector>.Packed(shape, Columns, gradient + ((nint)row * Columns * _output.Channels), _transposedLayout,
                    _transposed + ((nint)tap * _transposedLayout.Count), padded + _windowStarts[row] + _windowRows[ky] + (kx * _input.Channels), 2 * TSimd.Width);
            }
        }

        if (_images.IsPadded)
            _images.CopyInside(padded, target);
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
}
