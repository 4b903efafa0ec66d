using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>A kernel in Winograd's planes: transformed before a pass, transposed for input gradients, and the way back of its gradient.</summary>
internal sealed unsafe class WinogradWeights<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int ChannelsPerTask = 8;
    private const int DepthBlock = 192; // tiles whose values and gradients stay in the L2 cache while a plane's gradient is formed

    private readonly PlanState _state;
    private readonly WinogradTransform<TSimd, TVector> _transform;
    private readonly int _channels;
    private readonly float* _planes; // [plane][channel, filter] in panels
    private readonly float* _transposed; // [plane][filter, channel] in panels
    private readonly float*[] _gradients = []; // per shard, or one for the whole batch: as the planes
    private readonly float*[] _transformScratch; // per worker
    private readonly float*[] _scratch = []; // per worker: some channels of one panel, all planes and taps
    private readonly Lookahead[] _ahead = []; // per worker
    private readonly nint* _noOffset;
    private int _version;
    private bool _stale;

    /// <param name="state">The plan's state.</param>
    /// <param name="arena">Where memory comes from.</param>
    /// <param name="transform">Which tiles.</param>
    /// <param name="kernel">The taps.</param>
    /// <param name="input">What is convolved.</param>
    /// <param name="filters">Physical channels of the output.</param>
    /// <param name="sums">Gradients that are summed apart and joined at the end: one a shard, or one for all.</param>
    public WinogradWeights(PlanState state, Arena arena, WinogradTransform<TSimd, TVector> transform, Parameter kernel, Tensor input, int filters, int sums)
    {
        (_state, _transform, Kernel, _channels) = (state, transform, kernel, input.Channels);
        Layout = new PackedMatrix(_channels, filters / TSimd.Width, TSimd.Width);
        TransposedLayout = new PackedMatrix(filters, _channels / TSimd.Width, TSimd.Width);
        _planes = arena.Floats((long)Planes * Layout.Count);
        _noOffset = arena.Offsets([0]);
        var run = ChannelsPerTask * 2 * TSimd.Width;
        _transformScratch = arena.Floats(state.Workers, transform.KernelScratch(run));
        if (!state.Trains)
            return;
        _transposed = input.NeedsGradient ? arena.Floats((long)Planes * TransposedLayout.Count) : null;
        _gradients = arena.Floats(sums, (long)Planes * Layout.Count);
        _ahead = [.. Enumerable.Range(0, state.Workers).Select(_ => new Lookahead())];
        _scratch = arena.Floats(state.Workers, (long)(Planes + Taps) * run);
    }

    public Parameter Kernel { get; }

    /// <summary>How each plane lies.</summary>
    public PackedMatrix Layout { get; }

    /// <summary>How each transposed plane lies.</summary>
    public PackedMatrix TransposedLayout { get; }

    private int Planes => _transform.Planes;

    private int Taps => _transform.Taps * _transform.Taps;

    private int ChannelTasks => (_channels + ChannelsPerTask - 1) / ChannelsPerTask;

    public float* Plane(int plane) => _planes + ((nint)plane * Layout.Count);

    public float* TransposedPlane(int plane) => _transposed + ((nint)plane * TransposedLayout.Count);

    /// <summary>Finds out whether the kernel has changed since the last pass.</summary>
    public void BeginPass()
    {
        _stale = _version != _state.WeightsVersion;
        _version = _state.WeightsVersion;
    }

    public void Clear(int shard) => Vectors<TSimd, TVector>.Clear(_gradients[shard], (nint)Planes * Layout.Count);

    public void AddTransform(JobList jobs) => jobs.Prepare(() => _stale ? ChannelTasks * Layout.Panels : 0, (task, worker) =>
    {
        var (panel, channel, length) = Run(task);
        var tap = (nint)_channels * Layout.RowStride(panel);
        var offset = (panel * Layout.PanelStride) + (channel * Layout.RowStride(panel));
        _transform.Kernel(Kernel.Values + (panel * Kernel.Layout.PanelStride) + (channel * Layout.RowStride(panel)), tap, _planes + offset, Layout.Count, length, _transformScratch[worker]);
    });

    public void AddTranspose(JobList jobs)
    {
        if (_transposed == null)
            return;
        jobs.Prepare(() => Planes, (plane, _) =>
        {
            for (var panel = 0; panel < Layout.Panels; panel++)
            {
                var row = Layout.RowStride(panel);
                for (var channel = 0; channel < _channels; channel += TSimd.Width)
                {
                    Transpose.Copy(Plane(plane) + (panel * Layout.PanelStride) + (channel * row), row, TSimd.Width, row,
                        TransposedPlane(plane) + TransposedLayout.Offset(panel * 2 * TSimd.Width, channel), TransposedLayout.RowStride(channel / (2 * TSimd.Width)));
                }
            }
        });
    }

    /// <summary>Adds, plane by plane, transformed tiles transposed times gradients of products to a shard's sums.</summary>
    public void AddGradient(int shard, in WinogradTiles tiles, WinogradPlanes values, WinogradPlanes products)
    {
        var runs = tiles.Runs(tiles, stackalloc TileRun[WinogradTiles.MostRuns]);
        for (var plane = 0; plane < Planes; plane++)
            PlaneGradient(plane, runs[plane], _gradients[shard], values[plane], products[plane], accumulate: true);
    }

    /// <summary>One plane's gradient over a whole batch of tiles; the plane after it is fetched meanwhile, as all of them are more than the cache holds.</summary>
    public void TakeGradient(int plane, int worker, in WinogradTiles tiles, WinogradPlanes values, WinogradPlanes products)
    {
        var ahead = _ahead[worker];
        ahead.Clear();
        var next = plane + _state.Workers;
        if (next < Planes)
        {
            ahead.Add(values[next], tiles.Count * _channels);
            ahead.Add(products[next], tiles.Count * TransposedLayout.Rows);
        }

        var runs = tiles.Runs(tiles, stackalloc TileRun[WinogradTiles.MostRuns]);
        PlaneGradient(plane, runs[plane], _gradients[0], values[plane], products[plane], accumulate: false, ahead);
    }

    /// <summary>Sums the shards, transforms the gradient back to the taps' and updates them, a few channels of a panel at a time.</summary>
    public void AddUpdate(JobList jobs) => jobs.InTasks(() => ChannelTasks * Layout.Panels, (task, worker) =>
    {
        var (panel, channel, length) = Run(task);
        var row = Layout.RowStride(panel);
        float* sums = _scratch[worker], taps = sums + (Planes * ChannelsPerTask * 2 * TSimd.Width);
        var offset = (panel * Layout.PanelStride) + (channel * row);
        for (var plane = 0; plane < Planes; plane++)
            Vectors<TSimd, TVector>.Sum(_gradients, ((nint)plane * Layout.Count) + offset, Math.Min(_state.Shards, _gradients.Length), length, sums + (plane * length));
        _transform.KernelAdjoint(sums, length, taps, length, length, _transformScratch[worker]);
        for (var tap = 0; tap < Taps; tap++)
            _state.Updater!.Apply(Kernel, (panel * Kernel.Layout.PanelStride) + (((tap * _channels) + channel) * row), taps + (tap * length), length);
    });

    /// <summary>A task's channels of a panel: the first one, and the floats of all.</summary>
    private (int Panel, int Channel, int Length) Run(int task)
    {
        var (panel, block) = Math.DivRem(task, ChannelTasks);
        var first = block * ChannelsPerTask;
        return (panel, first, Math.Min(ChannelsPerTask, _channels - first) * Layout.RowStride(panel));
    }

    private void PlaneGradient(int plane, ReadOnlySpan<TileRun> runs, float* gradient, float* values, float* products, bool accumulate, Lookahead? ahead = null)
    {
        gradient += (nint)plane * Layout.Count;
        foreach (var run in runs)
        {
            for (var first = 0; first < run.Count; first += DepthBlock, accumulate = true)
            {
                var depth = Math.Min(DepthBlock, run.Count - first);
                BlockGradient(depth, values + ((nint)(run.Here + first) * _channels), products + ((nint)(run.Here + first) * TransposedLayout.Rows), gradient, accumulate, ahead);
            }
        }
    }

    private void BlockGradient(int depth, float* values, float* products, float* gradient, bool accumulate, Lookahead? ahead)
    {
        for (var panel = 0; panel < Layout.Panels; panel++)
        {
            var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = depth, ARow = 1, ADepth = _channels, CRow = Layout.RowStride(panel), Accumulate = accumulate };
            MatrixProduct<TSimd, TVector>.Panel(shape, _channels, Layout.PanelVectors(panel), values, products + (panel * 2 * TSimd.Width),
                TransposedLayout.Rows, gradient + (panel * Layout.PanelStride), ahead);
        }
    }
}
