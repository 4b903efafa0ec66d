using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>A 3x3 kernel in Winograd's planes: transformed before a pass, transposed for input gradients, and the way back of its gradient.</summary>
internal sealed unsafe class WinogradWeights<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int Planes = 16;
    private const int Taps = 9;
    private const int ChannelsPerTask = 8;

    private readonly PlanState _state;
    private readonly int _channels;
    private readonly float* _planes; // [plane][channel, filter] in panels
    private readonly float* _transposed; // [plane][filter, channel] in panels
    private readonly float*[] _gradients = []; // per shard: as the planes
    private readonly float*[] _scratch = []; // per worker: some channels of one panel, 16 planes and 9 taps
    private readonly nint* _noOffset;
    private int _version;
    private bool _stale;

    public WinogradWeights(PlanState state, Arena arena, Parameter kernel, int channels, int filters, bool transposes)
    {
        (_state, Kernel, _channels) = (state, kernel, channels);
        Layout = new PackedMatrix(channels, filters / TSimd.Width, TSimd.Width);
        TransposedLayout = new PackedMatrix(filters, channels / TSimd.Width, TSimd.Width);
        _planes = arena.Floats((long)Planes * Layout.Count);
        _noOffset = arena.Offsets([0]);
        if (!state.Trains)
            return;
        _transposed = transposes ? arena.Floats((long)Planes * TransposedLayout.Count) : null;
        _gradients = arena.Floats(state.MaximalShards, (long)Planes * Layout.Count);
        _scratch = arena.Floats(state.Workers, (Planes + Taps) * ChannelsPerTask * 2L * TSimd.Width);
    }

    public Parameter Kernel { get; }

    /// <summary>How each plane lies.</summary>
    public PackedMatrix Layout { get; }

    /// <summary>How each transposed plane lies.</summary>
    public PackedMatrix TransposedLayout { get; }

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

    public void AddTransform(JobList jobs) => jobs.Prepare(() => _stale ? ChannelTasks : 0, (task, _) =>
    {
        for (var channel = task * ChannelsPerTask; channel < Math.Min((task + 1) * ChannelsPerTask, _channels); channel++)
        {
            for (var filter = 0; filter < Layout.Vectors * TSimd.Width; filter += TSimd.Width)
            {
                var tap = (nint)_channels * Layout.RowStride(filter / (2 * TSimd.Width));
                WinogradKernels<TSimd, TVector>.Kernel(Kernel.Values + Kernel.Layout.Offset(channel, filter), tap, _planes + Layout.Offset(channel, filter), Layout.Count);
            }
        }
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

    /// <summary>Adds, plane by plane, transformed tiles transposed times gradients of products.</summary>
    public void AddGradient(int shard, int tiles, float* values, nint valuePlane, float* products, nint productPlane)
    {
        for (var plane = 0; plane < Planes; plane++)
        {
            for (var panel = 0; panel < Layout.Panels; panel++)
            {
                var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = tiles, ARow = 1, ADepth = _channels, CRow = Layout.RowStride(panel), Accumulate = true };
                MatrixProduct<TSimd, TVector>.Panel(shape, _channels, Layout.PanelVectors(panel), values + (plane * valuePlane), products + (plane * productPlane) + (panel * 2 * TSimd.Width),
                    TransposedLayout.Rows, _gradients[shard] + ((nint)plane * Layout.Count) + (panel * Layout.PanelStride));
            }
        }
    }

    /// <summary>Sums the shards, transforms the gradient back to the taps' and updates them, a few channels of a panel at a time.</summary>
    public void AddUpdate(JobList jobs) => jobs.InTasks(() => ChannelTasks * Layout.Panels, (task, worker) =>
    {
        var (panel, block) = Math.DivRem(task, ChannelTasks);
        var row = Layout.RowStride(panel);
        int first = block * ChannelsPerTask, length = Math.Min(ChannelsPerTask, _channels - first) * row;
        float* sums = _scratch[worker], taps = sums + (Planes * ChannelsPerTask * 2 * TSimd.Width);
        var offset = (panel * Layout.PanelStride) + (first * row);
        for (var plane = 0; plane < Planes; plane++)
            Vectors<TSimd, TVector>.Sum(_gradients, ((nint)plane * Layout.Count) + offset, _state.Shards, length, sums + (plane * length));
        for (var i = 0; i < length; i += TSimd.Width)
            WinogradKernels<TSimd, TVector>.KernelAdjoint(sums + i, length, taps + i, length);
        for (var tap = 0; tap < Taps; tap++)
            _state.Updater!.Apply(Kernel, (panel * Kernel.Layout.PanelStride) + (((tap * _channels) + first) * row), taps + (tap * length), length);
    });
}
