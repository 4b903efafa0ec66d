using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A dense layer with bias and perhaps ReLU and dropout. Forward: tasks of up to 64 images, the depth in blocks that keep inputs and weights
/// in the L2 cache. Backward: tasks of 64 inputs, each of which computes the input gradient and the weight gradient for those inputs and
/// updates the weights at once, a few rows at a time, so that the weight gradient never leaves the cache. In training the forward tasks are
/// cut by inputs, too, as the backward tasks are: a worker then meets the same weights and optimiser state in every pass and step, and they
/// stay with its core. What crosses instead are sums over a group of inputs, which are much smaller.
/// </summary>
internal sealed unsafe class DenseStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int ImagesPerTask = 64;
    private const int DepthBlock = 256;
    private const int InputBlock = 64;
    private const int InputGroups = 4;
    private const int LeastInputsAGroup = 128;
    private const int RowsAnUpdate = 16;

    private readonly ResolvedLayer _layer;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly Parameter _kernel;
    private readonly Parameter? _bias;
    private readonly bool _relu;
    private readonly (double Rate, int Layer)? _dropout;
    private readonly nint* _noOffset;
    private readonly int _groups;
    private readonly float*[] _sums; // per group of inputs: what it adds to the output
    private readonly float*[] _inputs; // per worker: a block of inputs, [image, 64]
    private readonly float*[] _inputGradient; // per worker: a block of it, [image, 64]
    private readonly float*[] _weightGradient; // per worker: a few rows of a panel, or the bias's
    private readonly float*[] _transposed; // per worker: a block of weights, [outputs, 64] in panels
    private readonly Lookahead[] _ahead; // per worker
    private readonly double[] _squares; // per block of inputs: of its weights, before their update
    private DropoutMask _mask;

    public DenseStage(PlanState state, Arena arena, ResolvedLayer layer, Tensor input, Tensor output, Parameter kernel, Parameter? bias, bool relu,
        (double Rate, int Layer)? dropout)
        : base(state)
    {
        (_layer, _input, _output, _kernel, _bias, _relu, _dropout) = (layer, input, output, kernel, bias, relu, dropout);
        _noOffset = arena.Offsets([0]);

        // A group's inputs must outnumber the images, or its sums would be more than its weights.
        _groups = state.Trains && _kernel.Layout.Rows >= InputGroups * Math.Max(LeastInputsAGroup, state.Capacity) ? InputGroups : 1;
        _sums = _groups == 1 ? [output.Values] : arena.Floats(_groups, output.ImageStride * state.Capacity);
        var workers = state.Trains ? state.Workers : 0;
        _inputs = arena.Floats(workers, (long)state.Capacity * InputBlock);
        _inputGradient = arena.Floats(input.NeedsGradient ? workers : 0, (long)state.Capacity * InputBlock);
        _weightGradient = arena.Floats(workers, Math.Max(RowsAnUpdate * 2 * TSimd.Width, output.Channels));
        _transposed = arena.Floats(workers, (long)InputBlock * output.Channels);
        _ahead = [.. Enumerable.Range(0, state.Workers).Select(_ => new Lookahead())];
        _squares = new double[InputBlocks];
    }

    public override string Description =>
        $"{_layer.Name}: dense {_input.Shape.Size} to {_output.Shape.Channels}{(_relu ? " + ReLU" : "")}{(_dropout is { } d ? FormattableString.Invariant($" + dropout {d.Rate}") : "")}" +
        (State.Trains ? ", update fused with the gradients" : "");

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_kernel] : [_kernel, _bias];

    public override Parameter Measured => _kernel;

    public override double SquaresBeforeUpdate => _squares.Sum();

    private int InputBlocks => (_kernel.Layout.Rows + InputBlock - 1) / InputBlock;

    private int Inputs(int block) => Math.Min(InputBlock, _kernel.Layout.Rows - (block * InputBlock));

    /// <summary>Panels are divided only where there is no other work to share evenly: apart, each of them fetches the inputs anew.</summary>
    private int PanelShares => _groups * ImageBlocks % State.Workers == 0 ? 1 : _kernel.Layout.Panels;

    private int ImageBlocks => (State.Images + ImagesPerTask - 1) / ImagesPerTask;

    public override void BeginPass()
    {
        if (_dropout is { } dropout)
            _mask = DropoutMask.For(dropout.Rate, State.Seed, dropout.Layer, State.Step);
    }

    public override void AddForward(JobList jobs)
    {
        jobs.InTasks(() => _groups * ImageBlocks * PanelShares, Forward);
        jobs.PerImage(Finish);
    }

    public override void AddBackward(JobList jobs)
    {
        if (_relu)
        {
            jobs.PerImage((first, count, _, _) => Vectors<TSimd, TVector>.MaskPositive(_output.Gradient + (first * _output.ImageStride),
                _output.Values + (first * _output.ImageStride), count * (int)_output.ImageStride, _dropout is null ? 1 : _mask.Scale));
        }

        jobs.InTasks(() => InputBlocks, Backward);
    }

    /// <summary>A group of inputs for some panels: a block of inputs is met by all of them while it is in the cache.</summary>
    private void Forward(int task, int worker)
    {
        var layout = _kernel.Layout;
        var (part, share) = Math.DivRem(task, PanelShares);
        var (group, imageBlock) = Math.DivRem(part, ImageBlocks);
        int firstPanel = layout.Panels * share / PanelShares, endPanel = layout.Panels * (share + 1) / PanelShares;
        int firstImage = imageBlock * ImagesPerTask, images = Math.Min(ImagesPerTask, State.Images - firstImage);
        int begin = InputBlocks * group / _groups * InputBlock, end = Math.Min(InputBlocks * (group + 1) / _groups * InputBlock, layout.Rows);
        var shape = new ProductShape { Segments = 1, Offsets = _noOffset, ARow = _input.ImageStride, ADepth = 1, CRow = _output.ImageStride };
        for (var k = begin; k < end; k += DepthBlock)
        {
            shape.Depth = Math.Min(DepthBlock, end - k);
            shape.Accumulate = k > begin;
            for (var panel = firstPanel; panel < endPanel; panel++)
            {
                var row = layout.RowStride(panel);
                MatrixProduct<TSimd, TVector>.Panel(shape, images, layout.PanelVectors(panel), _input.Values + (firstImage * _input.ImageStride) + k, Weights(k, panel), row,
                    _sums[group] + (firstImage * _output.ImageStride) + (panel * 2 * TSimd.Width), Next(k, panel));
            }
        }

        float* Weights(int k, int panel) => _kernel.Values + (panel * layout.PanelStride) + (k * layout.RowStride(panel));

        // What to fetch meanwhile: the weights of the product after this one.
        Lookahead Next(int k, int panel)
        {
            (k, panel) = panel + 1 < endPanel ? (k, panel + 1) : (k + DepthBlock, firstPanel);
            var ahead = _ahead[worker];
            ahead.Clear();
            if (k < end)
                ahead.Add(Weights(k, panel), Math.Min(DepthBlock, end - k) * layout.RowStride(panel));
            return ahead;
        }
    }

    /// <summary>The groups' sums together, bias, ReLU and dropout.</summary>
    private void Finish(int first, int count, int shard, int worker)
    {
        var position = first * _output.ImageStride;
        if (_groups > 1)
            Vectors<TSimd, TVector>.Sum(_sums, position, _groups, count * (int)_output.ImageStride, _output.Values + position);
        Vectors<TSimd, TVector>.Finish(_output.Values + position, count, _output.ImageStride, _output.Channels, _bias is null ? null : _bias.Values, _relu,
            _dropout is not null && State.Training, _mask, (uint)position);
    }

    private void Backward(int task, int worker)
    {
        if (task == 0 && _bias is not null)
            UpdateBias(_weightGradient[worker]);
        var ahead = _ahead[worker];
        LookAhead(task, ahead);
        if (_input.NeedsGradient)
            InputGradient(task * InputBlock, Inputs(task), _transposed[worker], _inputGradient[worker], ahead);
        CopyInputs(task * InputBlock, Inputs(task), _inputs[worker]);
        _squares[task] = WeightGradient(task * InputBlock, Inputs(task), _inputs[worker], _weightGradient[worker], ahead);
    }

    /// <summary>
    /// Optimiser state and then the next block's weights are fetched while this block's products are at work: they are far more than the
    /// cache holds, and read once a step.
    /// </summary>
    private void LookAhead(int task, Lookahead ahead)
    {
        ahead.Clear();
        var layout = _kernel.Layout;
        foreach (var state in _kernel.State)
            Add(state, task);
        Add(_kernel.Values, task + 1);

        void Add(float* values, int block)
        {
            for (var panel = 0; panel < layout.Panels && block < InputBlocks; panel++)
                ahead.Add(values + (panel * layout.PanelStride) + ((nint)block * InputBlock * layout.RowStride(panel)), Inputs(block) * layout.RowStride(panel));
        }
    }

    private void UpdateBias(float* gradient)
    {
        new Span<float>(gradient, _output.Channels).Clear();
        Vectors<TSimd, TVector>.AddColumnSums(_output.Gradient, State.Images, _output.ImageStride, _output.Channels, gradient);
        State.Updater!.Apply(_bias!, 0, gradient, _output.Channels);
    }

    private void CopyInputs(int first, int inputs, float* destination)
    {
        var source = _input.Values + first;
        for (var image = 0; image < State.Images; image++)
            new ReadOnlySpan<float>(source + (image * _input.ImageStride), inputs).CopyTo(new Span<float>(destination + ((nint)image * InputBlock), inputs));
    }

    /// <summary>dx[image, i] = sum over outputs of dy[image, o] * w[i, o], for one block of inputs.</summary>
    private void InputGradient(int first, int inputs, float* transposed, float* gradient, Lookahead ahead)
    {
        var layout = _kernel.Layout;
        var block = new PackedMatrix(_output.Channels, inputs / TSimd.Width, TSimd.Width);
        for (var panel = 0; panel < layout.Panels; panel++)
        {
            var row = layout.RowStride(panel);
            var weights = _kernel.Values + (panel * layout.PanelStride) + (first * row);
            for (var target = 0; target < block.Panels; target++)
            {
                Transpose.Copy(weights + (target * 2 * TSimd.Width * row), row, block.RowStride(target), row,
                    transposed + block.Offset(panel * 2 * TSimd.Width, target * 2 * TSimd.Width), block.RowStride(target));
            }
        }

        var shape = new ProductShape
        {
            Segments = 1, Offsets = _noOffset, Depth = _output.Shape.Channels, ARow = _output.ImageStride, ADepth = 1, CRow = InputBlock,
        };
        MatrixProduct<TSimd, TVector>.Packed(shape, State.Images, _output.Gradient, block, transposed, gradient, 2 * TSimd.Width, ahead);
        for (var image = 0; image < State.Images; image++)
            Vectors<TSimd, TVector>.Stream(gradient + ((nint)image * InputBlock), inputs, _input.Gradient + (image * _input.ImageStride) + first);
        Cache.Fence();
    }

    /// <summary>
    /// dw[i, o] = sum over images of x[image, i] * dy[image, o], for one block of inputs; then the update of those weights. A few images of the
    /// next block's inputs are asked for with each part.
    /// </summary>
    private double WeightGradient(int first, int inputs, float* values, float* gradient, Lookahead ahead)
    {
        var layout = _kernel.Layout;
        var parts = (inputs + RowsAnUpdate - 1) / RowsAnUpdate;
        var all = layout.Panels * parts;
        var squares = 0.0;
        for (var part = 0; part < all; part++)
        {
            var (panel, i) = (part / parts, part % parts * RowsAnUpdate);
            int row = layout.RowStride(panel), rows = Math.Min(RowsAnUpdate, inputs - i);
            for (int image = State.Images * part / all, end = State.Images * (part + 1) / all; image < end; image++)
                Cache.Prefetch(_input.Values + (image * _input.ImageStride) + first + InputBlock, InputBlock + Cache.Line - 1);
            var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = State.Images, ARow = 1, ADepth = InputBlock, CRow = row };
            MatrixProduct<TSimd, TVector>.Panel(shape, rows, layout.PanelVectors(panel), values + i, _output.Gradient + (panel * 2 * TSimd.Width), _output.ImageStride, gradient, ahead);
            squares += State.Updater!.Apply(_kernel, (panel * layout.PanelStride) + ((first + i) * row), gradient, rows * row);
        }

        return squares;
    }
}
