using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Batch normalisation, perhaps ReLU, and the 2x2 max-pooling behind them, in one pass each way: the normalised image, four times as large as
/// what is left of it, is never written. Only winners have a gradient, so the sums on the way back are over the pooled pixels.
/// </summary>
internal sealed unsafe class NormalizedPoolStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly ResolvedLayer _layer;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly bool _relu;
    private readonly BatchStatistics<TSimd, TVector> _statistics;
    private readonly float* _winners;
    private readonly nint _winnersPerRow;

    public NormalizedPoolStage(PlanState state, Arena arena, ParameterStore store, ResolvedLayer layer, Tensor input, Tensor output, bool relu)
        : base(state)
    {
        (_layer, _input, _output, _relu) = (layer, input, output, relu);
        _statistics = new BatchStatistics<TSimd, TVector>(state, arena, store, layer, input);
        _winnersPerRow = (nint)((output.Shape.Width + PooledRows<TSimd, TVector>.WindowsPerLane - 1) / PooledRows<TSimd, TVector>.WindowsPerLane) * output.Channels;
        _winners = arena.Floats(_winnersPerRow * output.Shape.Height * state.Capacity);
    }

    public override string Description => $"{_layer.Name}: batch normalisation{(_relu ? " + ReLU" : "")} + 2x2 max-pooling, {_output.Shape}";

    private nint InputRow => (nint)_input.Shape.Width * _input.Channels;

    private nint OutputRow => (nint)_output.Shape.Width * _output.Channels;

    public override void AddForward(JobList jobs)
    {
        _statistics.AddForward(jobs);
        ForEachRow(jobs, (upper, pooled, winners, _) => NormalizedRows<TSimd, TVector>.Pool(
            _input.Values + upper, InputRow, _output.Shape.Width, _input.Channels, _statistics.A, _statistics.B, _relu, _output.Values + pooled, _winners + winners));
    }

    public override void AddBackward(JobList jobs)
    {
        ForEachRow(jobs, (upper, pooled, winners, shard) => NormalizedRows<TSimd, TVector>.AddGradientSums(
                _input.Values + upper, InputRow, _output.Shape.Width, _input.Channels, _output.Values + pooled, _output.Gradient + pooled, _winners + winners, _statistics.Means, _relu,
                _statistics.Sums(shard), _statistics.Products(shard)),
            _statistics.ClearSums);
        jobs.InTasks(() => 1, (_, _) => _statistics.PrepareBackward());
        if (!_input.NeedsGradient)
            return;
        ForEachRow(jobs, (upper, pooled, winners, _) => NormalizedRows<TSimd, TVector>.Unpool(
            _input.Values + upper, _input.Gradient + upper, InputRow, _output.Shape.Width, _input.Channels, _output.Gradient + pooled, _winners + winners,
            _statistics.P, _statistics.Q, _statistics.R));
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
                CombineUnpooled(image * _input.ImageStride);
        });
    }

    /// <summary>What lies beyond the last window has no gradient of its own, but a part in mean and variance.</summary>
    private void CombineUnpooled(nint image)
    {
        var pooled = (nint)2 * _output.Shape.Width * _input.Channels;
        for (var row = 0; row < _input.Shape.Height; row++)
        {
            var at = image + (row * InputRow) + (row < 2 * _output.Shape.Height ? pooled : 0);
            var length = InputRow - (row < 2 * _output.Shape.Height ? pooled : 0);
            NormalizedRows<TSimd, TVector>.CombineWithout(_input.Values + at, _input.Gradient + at, length, _input.Channels, _statistics.Q, _statistics.R);
        }
    }

    /// <summary>Work on two rows of input and the row pooled of them, given by offsets; and on the row's winners.</summary>
    private delegate void RowWork(nint upper, nint pooled, nint winners, int shard);

    private void ForEachRow(JobList jobs, RowWork work, Action<int>? beginShard = null) => jobs.PerImage(
        (first, count, shard, _) =>
        {
            for (var image = first; image < first + count; image++)
            {
                for (var row = 0; row < _output.Shape.Height; row++)
                {
                    work((image * _input.ImageStride) + (2 * row * InputRow), (image * _output.ImageStride) + (row * OutputRow),
                        (((nint)image * _output.Shape.Height) + row) * _winnersPerRow, shard);
                }
            }
        },
        beginShard);
}
