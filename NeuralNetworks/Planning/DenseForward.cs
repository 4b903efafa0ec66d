using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// The product of a dense layer's forward pass: tasks of up to 64 images, the depth in blocks that keep inputs and weights in the L2 cache. In
/// training the tasks are cut by inputs, too, as those of the backward pass are: a worker then meets the same weights and optimiser state in
/// every pass and step, and they stay with its core. What crosses instead are sums over a group of inputs, which are much smaller.
/// </summary>
internal sealed unsafe class DenseForward<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int ImagesPerTask = 64;
    private const int DepthBlock = 256;
    private const int InputGroups = 4;
    private const int LeastInputsAGroup = 128;

    private readonly PlanState _state;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly Parameter _kernel;
    private readonly nint* _noOffset;
    private readonly int _groups;
    private readonly float*[] _sums; // per group of inputs: what it adds to the output
    private readonly float*[] _started; // per worker: sums over the first parts of a block, [image, outputs]
    private readonly Lookahead[] _ahead; // per worker

    public DenseForward(PlanState state, Arena arena, Tensor input, Tensor output, Parameter kernel)
    {
        (_state, _input, _output, _kernel) = (state, input, output, kernel);
        _noOffset = arena.Offsets([0]);

        // A group's inputs must outnumber the images, or its sums would be more than its weights.
        _groups = state.Trains && kernel.Layout.Rows >= InputGroups * Math.Max(LeastInputsAGroup, state.Capacity) ? InputGroups : 1;
        _sums = _groups == 1 ? [output.Values] : arena.Floats(_groups, output.ImageStride * state.Capacity);
        _started = arena.Floats(state.Workers, (long)ImagesPerTask * kernel.Layout.Vectors * TSimd.Width);
        _ahead = [.. Enumerable.Range(0, state.Workers).Select(_ => new Lookahead())];
    }

    public int Tasks => _groups * ImageBlocks * PanelShares;

    /// <summary>Panels are divided only where there is no other work to share evenly: apart, each of them fetches the inputs anew.</summary>
    private int PanelShares => _groups * ImageBlocks % _state.Workers == 0 ? 1 : _kernel.Layout.Panels;

    private int ImageBlocks => (_state.Images + ImagesPerTask - 1) / ImagesPerTask;

    /// <summary>A group of inputs for some panels: a block of inputs is met by all of them while it is in the cache.</summary>
    public void Execute(int task, int worker)
    {
        const int InputBlock = DenseWeightGradient<TSimd, TVector>.InputBlock;
        var layout = _kernel.Layout;
        var (rest, share) = Math.DivRem(task, PanelShares);
        var (group, imageBlock) = Math.DivRem(rest, ImageBlocks);
        var blocks = (layout.Rows + InputBlock - 1) / InputBlock;
        var first = imageBlock * ImagesPerTask;
        var part = new Part(
            first, Math.Min(ImagesPerTask, _state.Images - first),
            layout.Panels * share / PanelShares, layout.Panels * (share + 1) / PanelShares,
            blocks * group / _groups * InputBlock, Math.Min(blocks * (group + 1) / _groups * InputBlock, layout.Rows),
            _sums[group]);
        for (var k = part.FirstInput; k < part.EndInput; k += DepthBlock)
        {
            if (SparseProduct<TSimd, TVector>.IsFaster(Inputs(part, k), _input.ImageStride, part.Images, Depth(part, k)))
                AddSparse(part, k, worker);
            else
                AddDense(part, k, _ahead[worker]);
        }
    }

    /// <summary>Adds up the groups' sums of some images.</summary>
    public void AddGroups(int first, int count)
    {
        var position = first * _output.ImageStride;
        if (_groups > 1)
            Vectors<TSimd, TVector>.Sum(_sums, position, _groups, count * (int)_output.ImageStride, _output.Values + position);
    }

    private static int Depth(in Part part, int k) => Math.Min(DepthBlock, part.EndInput - k);

    private float* Inputs(in Part part, int k) => _input.Values + (part.FirstImage * _input.ImageStride) + k;

    private float* Weights(int k, int panel) => _kernel.Values + (panel * _kernel.Layout.PanelStride) + (k * _kernel.Layout.RowStride(panel));

    private float* Sums(in Part part, int image, int panel) => part.Sums + ((part.FirstImage + image) * _output.ImageStride) + (panel * 2 * TSimd.Width);

    private void AddDense(in Part part, int k, Lookahead ahead)
    {
        var layout = _kernel.Layout;
        var shape = new ProductShape
        {
            Segments = 1, Offsets = _noOffset, Depth = Depth(part, k), ARow = _input.ImageStride, ADepth = 1, CRow = _output.ImageStride, Accumulate = k > part.FirstInput,
        };
        for (var panel = part.FirstPanel; panel < part.EndPanel; panel++)
        {
            ahead.Clear();
            if (panel + 1 < part.EndPanel)
                LookAhead(ahead, part, k, panel + 1);
            else
                LookAhead(ahead, part, k + DepthBlock, part.FirstPanel);
            MatrixProduct<TSimd, TVector>.Panel(shape, part.Images, layout.PanelVectors(panel), Inputs(part, k), Weights(k, panel), layout.RowStride(panel), Sums(part, 0, panel), ahead);
        }
    }

    /// <summary>Inputs that are mostly zeros. A word of them for all images before the next word: its weights stay in the L1 cache.</summary>
    private void AddSparse(in Part part, int k, int worker)
    {
        const int Word = SparseProduct<TSimd, TVector>.Word;
        var layout = _kernel.Layout;
        var ahead = _ahead[worker];
        ahead.Clear();
        for (var panel = part.FirstPanel; panel < part.EndPanel; panel++)
            LookAhead(ahead, part, k + DepthBlock, panel);
        var vectors = Math.Min(layout.Vectors, 2 * part.EndPanel) - (2 * part.FirstPanel);
        var end = k + Depth(part, k);
        for (var first = k; first < end; first += Word)
        {
            var isLast = first + Word >= end;
            var shape = new SparseShape
            {
                First = first, Depth = Math.Min(Word, end - first), BRow = 2 * TSimd.Width, BNarrowRow = TSimd.Width, BPanel = layout.PanelStride, CPanel = 2 * TSimd.Width,
                Accumulate = isLast && k > part.FirstInput,
            };
            for (var image = 0; image < part.Images; image++)
            {
                var inputs = _input.Values + ((part.FirstImage + image) * _input.ImageStride);
                var started = _started[worker] + (image * layout.Vectors * TSimd.Width);
                var nonZeros = SparseProduct<TSimd, TVector>.NonZeros(inputs + first, shape.Depth);
                Cache.Prefetch(inputs + first + DepthBlock, Word);
                SparseProduct<TSimd, TVector>.Row(shape, &nonZeros, vectors, inputs, Weights(0, part.FirstPanel),
                    isLast ? Sums(part, image, part.FirstPanel) : started, first == k ? null : started, ahead);
            }
        }
    }

    /// <summary>Wants the weights of a block of inputs, if there is one.</summary>
    private void LookAhead(Lookahead ahead, in Part part, int k, int panel)
    {
        if (k < part.EndInput)
            ahead.Add(Weights(k, panel), Depth(part, k) * _kernel.Layout.RowStride(panel));
    }

    /// <summary>What a task works on.</summary>
    private readonly struct Part(int firstImage, int images, int firstPanel, int endPanel, int firstInput, int endInput, float* sums)
    {
        public int FirstImage => firstImage;

        public int Images => images;

        public int FirstPanel => firstPanel;

        public int EndPanel => endPanel;

        public int FirstInput => firstInput;

        public int EndInput => endInput;

        public float* Sums => sums;
    }
}
