using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Stochastic dual coordinate ascent for a linear model of a binary label: the mean over the rows of loss(s, y), with l2/2 |.|^2 + l1 l2 |.|_1 over the weights
/// and the bias.
/// </summary>
internal sealed class BinaryDualAscent
{
    private const int ChunkRows = 2048;

    private readonly PackedRows _rows;
    private readonly float[] _signs;
    private readonly float[]? _weights;
    private readonly DualAscentOptions _options;
    private readonly float[] _duals;
    private readonly float[] _v;
    private readonly float[] _w;
    private float _bias;
    private float _heldBias;
    private float _freeBias;

    private BinaryDualAscent(PackedRows rows, float[] signs, float[]? weights, DualAscentOptions options)
    {
        _rows = rows;
        _signs = signs;
        _weights = weights;
        _options = options;
        _duals = new float[rows.Count];
        _v = new float[rows.Features];
        _w = new float[rows.Features];
    }

    /// <summary>The bias, then the weights, of the pass with the least primal loss, and that pass.</summary>
    internal static (float[] Parameters, int BestIteration) Maximize(
        PackedRows rows, float[] signs, float[]? weights, DualAscentOptions options, Action<DualAscentReport> report) =>
        new BinaryDualAscent(rows, signs, weights, options).Run(report);

    private (float[] Parameters, int BestIteration) Run(Action<DualAscentReport> report)
    {
        var order = new int[_rows.Count];
        float[] best = [];
        double bestPrimal = double.PositiveInfinity;
        int bestIteration = 0;
        for (int iteration = 1; iteration <= _options.Iterations; iteration++)
        {
            _options.Order(iteration - 1, order);
            foreach (int row in order)
                Ascend(row);
            if (iteration % _options.CheckFrequency != 0)
                continue;
            (double primal, double dual) = Losses();
            report(new DualAscentReport(iteration, primal, dual));
            if (primal < bestPrimal || best.Length == 0)
            {
                bestPrimal = primal;
                best = [_heldBias + _freeBias, .. _w];
                bestIteration = iteration;
            }

            if ((primal - dual) / primal < _options.Tolerance)
                break;
        }

        return bestIteration > 0 ? (best, bestIteration) : ([_heldBias + _freeBias, .. _w], 0);
    }

    private void Ascend(int row)
    {
        ReadOnlySpan<float> x = _rows.Row(row);
        float threshold = _options.L1Threshold;
        float rate = _options.BiasLearningRate * _options.L2;
        float scale = Weight(row) / (_options.L2 * _rows.Count);
        float output = TensorPrimitives.Dot(x, _w) + _heldBias + _freeBias;
        float invariant = _options.Loss.ComputeDualUpdateInvariant((TensorPrimitives.SumOfSquares(x) + (rate == 0 ? 1 : 0)) * scale);

        // Over-relaxation draws the sum of the duals, which is the bias, to zero, and hands it to a bias that is not penalised (Zhang, 2002).
        float drawn = rate * _bias;
        float update = _options.Loss.DualUpdate(output, _signs[row], _duals[row], invariant, 1) - drawn;
        if (update == 0 && drawn == 0)
            return;
        _duals[row] += update;
        float step = update * scale;
        _bias += step;
        _freeBias += drawn * scale;

        // As in ML.NET, a threshold and a learning rate together leave the penalised bias at zero.
        if (threshold == 0 || rate == 0)
            _heldBias = SoftThreshold.Of(_bias, threshold);
        if (threshold == 0)
        {
            TensorPrimitives.MultiplyAdd(x, step, _w, _w);
            return;
        }

        TensorPrimitives.MultiplyAdd(x, step, _v, _v);
        TensorPrimitives.Min<float>(_v, threshold, _w);
        TensorPrimitives.Max<float>(_w, -threshold, _w);
        TensorPrimitives.Subtract(_v, _w, _w);
    }

    private (double Primal, double Dual) Losses()
    {
        int chunks = (_rows.Count + ChunkRows - 1) / ChunkRows;
        var sums = new (double Primal, double Dual)[chunks];
        float bias = _heldBias;
        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, chunk =>
        {
            int end = Math.Min(_rows.Count, (chunk + 1) * ChunkRows);
            for (int row = chunk * ChunkRows; row < end; row++)
            {
                float output = TensorPrimitives.Dot(_rows.Row(row), _w) + bias + _freeBias;
                sums[chunk].Primal += Weight(row) * _options.Loss.Loss(output, _signs[row]);
                sums[chunk].Dual += Weight(row) * _options.Loss.DualLoss(_signs[row], _duals[row]);
            }
        });

        double squares = (double)TensorPrimitives.SumOfSquares<float>(_w) + (bias * bias);
        double magnitudes = (double)TensorPrimitives.SumOfMagnitudes<float>(_w) + Math.Abs(bias);
        return (
            (sums.Sum(sum => sum.Primal) / _rows.Count) + (_options.L2 * ((0.5 * squares) + (_options.L1Threshold * magnitudes))),
            (sums.Sum(sum => sum.Dual) / _rows.Count) - (_options.L2 * ((0.5 * squares) + (bias * _freeBias))));
    }

    private float Weight(int row) => (_weights is null ? 1 : _weights[row]) * (_signs[row] > 0 ? _options.PositiveWeight : 1);
}
