using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Batch normalisation, perhaps with the ReLU behind it. Training: statistics by shard, joined in the order of the shards, then one pass
/// y = a * x + b. Backward likewise: sums by shard, then dx = p * dy + q * x + r per channel (the chain rule through mean and variance, collected).
/// </summary>
internal sealed unsafe class BatchNormalizationStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly BatchNormalization _settings;
    private readonly ResolvedLayer _layer;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly bool _relu;
    private readonly Parameter? _gamma;
    private readonly Parameter? _beta;
    private readonly Parameter _movingMean;
    private readonly Parameter _movingVariance;
    private readonly float*[] _means; // per shard; then joined in the first
    private readonly float*[] _deviations;
    private readonly float[] _rowsSeen;
    private readonly float* _a;
    private readonly float* _b;
    private readonly float*[] _sums = []; // per shard: of dy
    private readonly float*[] _products = []; // per shard: of dy * (x - mean)
    private readonly float* _p;
    private readonly float* _q;
    private readonly float* _r;

    public BatchNormalizationStage(PlanState state, Arena arena, ParameterStore store, ResolvedLayer layer, Tensor input, Tensor output, bool relu)
        : base(state)
    {
        (_settings, _layer, _input, _output, _relu) = ((BatchNormalization)layer.Layer, layer, input, output, relu);
        (_gamma, _beta) = (store.Vector(layer, "gamma"), store.Vector(layer, "beta"));
        (_movingMean, _movingVariance) = (store.Vector(layer, "moving_mean")!, store.Vector(layer, "moving_variance")!);
        var shards = state.Trains ? state.MaximalShards : 0;
        (_means, _deviations, _rowsSeen) = (arena.Floats(shards, Channels), arena.Floats(shards, Channels), new float[shards]);
        (_sums, _products) = (arena.Floats(shards, Channels), arena.Floats(shards, Channels));
        _a = arena.Floats(Channels);
        _b = arena.Floats(Channels);
        _p = arena.Floats(Channels);
        _q = arena.Floats(Channels);
        _r = arena.Floats(Channels);
    }

    public override string Description => $"{_layer.Name}: batch normalisation{(_relu ? " + ReLU" : "")}, {_output.Shape}";

    private int Channels => _input.Channels;

    private int Pixels => _input.Shape.Height * _input.Shape.Width;

    public override void AddForward(JobList jobs)
    {
        if (State.Trains)
        {
            jobs.PerImage((first, count, shard, _) =>
            {
                for (var image = first; image < first + count && State.Training; image++)
                    TakeStatistics(image, shard);
            }, ClearStatistics);
        }

        jobs.InTasks(() => 1, (_, _) => Prepare());
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
                ChannelStatistics<TSimd, TVector>.Scale(_input.Values + (image * _input.ImageStride), _output.Values + (image * _output.ImageStride), Pixels, Channels, _a, _b, _relu);
        });
    }

    public override void AddBackward(JobList jobs)
    {
        jobs.PerImage(
            (first, count, shard, _) =>
            {
                for (var image = first; image < first + count; image++)
                {
                    ChannelStatistics<TSimd, TVector>.AddGradientSums(_input.Values + (image * _input.ImageStride), _output.Values + (image * _output.ImageStride),
                        _output.Gradient + (image * _output.ImageStride), Pixels, Channels, _means[0], _relu, _sums[shard], _products[shard]);
                }
            },
            shard =>
            {
                new Span<float>(_sums[shard], Channels).Clear();
                new Span<float>(_products[shard], Channels).Clear();
            });
        jobs.InTasks(() => 1, (_, _) => PrepareBackward());
        if (!_input.NeedsGradient)
            return;
        jobs.PerImage((first, count, _, _) =>
        {
            for (var image = first; image < first + count; image++)
            {
                ChannelStatistics<TSimd, TVector>.Combine(_input.Values + (image * _input.ImageStride), _output.Gradient + (image * _output.ImageStride),
                    _input.Gradient + (image * _input.ImageStride), Pixels, Channels, _p, _q, _r);
            }
        });
    }

    private void ClearStatistics(int shard)
    {
        _rowsSeen[shard] = 0;
        new Span<float>(_means[shard], Channels).Clear();
        new Span<float>(_deviations[shard], Channels).Clear();
    }

    private void TakeStatistics(int image, int shard)
    {
        ChannelStatistics<TSimd, TVector>.Take(_input.Values + (image * _input.ImageStride), Pixels, Channels, _rowsSeen[shard], _means[shard], _deviations[shard]);
        _rowsSeen[shard] += Pixels;
    }

    /// <summary>Joins the shards' statistics, moves the running ones, and finds a and b.</summary>
    private void Prepare()
    {
        if (State.Training)
            JoinShards();
        var rows = (float)State.Images * Pixels;
        var (momentum, epsilon) = ((float)_settings.Momentum, (float)_settings.Epsilon);
        for (var i = 0; i < _layer.Input.Shape.Channels; i++)
        {
            var (mean, variance) = (_movingMean.Values[i], _movingVariance.Values[i]);
            if (State.Training)
            {
                _movingMean.Values[i] += (_means[0][i] - mean) * (1 - momentum);
                _movingVariance.Values[i] += ((_deviations[0][i] / rows) - variance) * (1 - momentum);
                (mean, variance) = (_means[0][i], _deviations[0][i] / rows);
            }

            _a[i] = (_gamma is null ? 1 : _gamma.Values[i]) / MathF.Sqrt(variance + epsilon);
            _b[i] = (_beta is null ? 0 : _beta.Values[i]) - (mean * _a[i]);
        }
    }

    private void JoinShards()
    {
        var seen = _rowsSeen[0];
        for (var shard = 1; shard < State.Shards; shard++)
        {
            var (rows, all) = (_rowsSeen[shard], seen + _rowsSeen[shard]);
            for (var i = 0; i < Channels; i++)
            {
                var difference = _means[shard][i] - _means[0][i];
                _means[0][i] += difference * rows / all;
                _deviations[0][i] += _deviations[shard][i] + (difference * difference * seen / all * rows);
            }

            seen = all;
        }
    }

    /// <summary>
    /// With N rows, s = 1 / sqrt(variance + epsilon) and a = gamma * s: dbeta = sum dy, dgamma = s * sum dy (x - mean), and
    /// dx = a * dy - a / N * dbeta - a * s / N * dgamma * (x - mean).
    /// </summary>
    private void PrepareBackward()
    {
        var rows = (float)State.Images * Pixels;
        Vectors<TSimd, TVector>.Sum(_sums, 0, State.Shards, Channels, _sums[0]);
        Vectors<TSimd, TVector>.Sum(_products, 0, State.Shards, Channels, _products[0]);
        for (var i = 0; i < _layer.Input.Shape.Channels; i++)
        {
            var inverse = 1 / MathF.Sqrt((_deviations[0][i] / rows) + (float)_settings.Epsilon);
            _products[0][i] *= inverse;
            _p[i] = _a[i];
            _q[i] = -_a[i] * inverse / rows * _products[0][i];
            _r[i] = (-_a[i] / rows * _sums[0][i]) - (_q[i] * _means[0][i]);
        }

        if (_gamma is not null)
            State.Updater!.Apply(_gamma, 0, _products[0], Channels);
        if (_beta is not null)
            State.Updater!.Apply(_beta, 0, _sums[0], Channels);
    }
}
