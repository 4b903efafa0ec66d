using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// What batch normalisation knows of a batch: mean and variance a channel by shard, joined in the order of the shards, as y = a * x + b; and on the
/// way back the sums by shard that make dx = p * dy + q * x + r (the chain rule through mean and variance, collected).
/// </summary>
internal sealed unsafe class BatchStatistics<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly PlanState _state;
    private readonly BatchNormalization _settings;
    private readonly Tensor _input;
    private readonly Parameter? _gamma;
    private readonly Parameter? _beta;
    private readonly Parameter _movingMean;
    private readonly Parameter _movingVariance;
    private readonly float*[] _means; // per shard; then joined in the first
    private readonly float*[] _deviations;
    private readonly float[] _rowsSeen;
    private readonly float*[] _sums; // per shard: of dy
    private readonly float*[] _products; // per shard: of dy * (x - mean)

    public BatchStatistics(PlanState state, Arena arena, ParameterStore store, ResolvedLayer layer, Tensor input)
    {
        (_state, _settings, _input) = (state, (BatchNormalization)layer.Layer, input);
        (_gamma, _beta) = (store.Vector(layer, "gamma"), store.Vector(layer, "beta"));
        (_movingMean, _movingVariance) = (store.Vector(layer, "moving_mean")!, store.Vector(layer, "moving_variance")!);
        var shards = state.Trains ? state.MaximalShards : 0;
        (_means, _deviations, _rowsSeen) = (arena.Floats(shards, Channels), arena.Floats(shards, Channels), new float[shards]);
        (_sums, _products) = (arena.Floats(shards, Channels), arena.Floats(shards, Channels));
        A = arena.Floats(Channels);
        B = arena.Floats(Channels);
        P = arena.Floats(Channels);
        Q = arena.Floats(Channels);
        R = arena.Floats(Channels);
    }

    public float* A { get; }

    public float* B { get; }

    public float* P { get; }

    public float* Q { get; }

    public float* R { get; }

    /// <summary>The batch's mean of every channel.</summary>
    public float* Means => _means[0];

    private int Channels => _input.Channels;

    private int Pixels => _input.Shape.Height * _input.Shape.Width;

    /// <summary>A shard's sums of dy.</summary>
    public float* Sums(int shard) => _sums[shard];

    /// <summary>A shard's sums of dy * (x - mean).</summary>
    public float* Products(int shard) => _products[shard];

    /// <summary>Adds the jobs after which <see cref="A"/> and <see cref="B"/> are known.</summary>
    public void AddForward(JobList jobs)
    {
        if (_state.Trains)
        {
            jobs.PerImage((first, count, shard, _) =>
            {
                for (var image = first; image < first + count && _state.Training; image++)
                    Take(image, shard);
            }, Clear);
        }

        jobs.InTasks(() => 1, (_, _) => Prepare());
    }

    /// <summary>To be called before a shard's first image on the way back.</summary>
    public void ClearSums(int shard)
    {
        new Span<float>(_sums[shard], Channels).Clear();
        new Span<float>(_products[shard], Channels).Clear();
    }

    /// <summary>
    /// Updates gamma and beta by the sums, after which <see cref="P"/>, <see cref="Q"/> and <see cref="R"/> are known. With N rows,
    /// s = 1 / sqrt(variance + epsilon) and a = gamma * s: dbeta = sum dy, dgamma = s * sum dy (x - mean), and
    /// dx = a * dy - a / N * dbeta - a * s / N * dgamma * (x - mean).
    /// </summary>
    public void PrepareBackward()
    {
        var rows = (float)_state.Images * Pixels;
        Vectors<TSimd, TVector>.Sum(_sums, 0, _state.Shards, Channels, _sums[0]);
        Vectors<TSimd, TVector>.Sum(_products, 0, _state.Shards, Channels, _products[0]);
        for (var i = 0; i < _input.Shape.Channels; i++)
        {
            var inverse = 1 / MathF.Sqrt((_deviations[0][i] / rows) + (float)_settings.Epsilon);
            _products[0][i] *= inverse;
            P[i] = A[i];
            Q[i] = -A[i] * inverse / rows * _products[0][i];
            R[i] = (-A[i] / rows * _sums[0][i]) - (Q[i] * _means[0][i]);
        }

        if (_gamma is not null)
            _state.Updater!.Apply(_gamma, 0, _products[0], Channels);
        if (_beta is not null)
            _state.Updater!.Apply(_beta, 0, _sums[0], Channels);
    }

    private void Clear(int shard)
    {
        _rowsSeen[shard] = 0;
        new Span<float>(_means[shard], Channels).Clear();
        new Span<float>(_deviations[shard], Channels).Clear();
    }

    private void Take(int image, int shard)
    {
        ChannelStatistics<TSimd, TVector>.Take(_input.Values + (image * _input.ImageStride), Pixels, Channels, _rowsSeen[shard], _means[shard], _deviations[shard]);
        _rowsSeen[shard] += Pixels;
    }

    /// <summary>Joins the shards' statistics, moves the running ones, and finds a and b.</summary>
    private void Prepare()
    {
        if (_state.Training)
            JoinShards();
        var rows = (float)_state.Images * Pixels;
        var (momentum, epsilon) = ((float)_settings.Momentum, (float)_settings.Epsilon);
        for (var i = 0; i < _input.Shape.Channels; i++)
        {
            var (mean, variance) = (_movingMean.Values[i], _movingVariance.Values[i]);
            if (_state.Training)
            {
                _movingMean.Values[i] += (_means[0][i] - mean) * (1 - momentum);
                _movingVariance.Values[i] += ((_deviations[0][i] / rows) - variance) * (1 - momentum);
                (mean, variance) = (_means[0][i], _deviations[0][i] / rows);
            }

            A[i] = (_gamma is null ? 1 : _gamma.Values[i]) / MathF.Sqrt(variance + epsilon);
            B[i] = (_beta is null ? 0 : _beta.Values[i]) - (mean * A[i]);
        }
    }

    private void JoinShards()
    {
        var seen = _rowsSeen[0];
        for (var shard = 1; shard < _state.Shards; shard++)
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
}
