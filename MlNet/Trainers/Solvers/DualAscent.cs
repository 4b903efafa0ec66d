using System.Numerics.Tensors;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013; proximal form, 2014) for a linear model of several classes: the mean over the rows of the
/// sum over the other classes k of loss(s[label] - s[k]), with l2/2 |.|^2 + l1 l2 |.|_1 over weights and biases.
/// A pass is sequential, as each step builds on the one before; only the losses between passes are summed on several threads, in a fixed order.
/// </summary>
internal sealed unsafe class DualAscent<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private readonly PackedRows _rows;
    private readonly int _classes;
    private readonly int[] _labels;
    private readonly float[]? _weights;
    private readonly DualAscentOptions _options;
    private readonly int _length;
    private readonly float[] _squares;
    private readonly float[] _duals;
    private readonly float[] _dualsSeen;
    private readonly AlignedFloats _v;
    private readonly float[] _biases;
    private readonly float[] _heldBiases;
    private readonly float[] _freeBiases;
    private readonly AlignedFloats _scores;
    private readonly AlignedFloats _steps;
    private readonly float _inverse;
    private readonly DualAscentLosses<TLanes, TVector> _losses;

    private DualAscent(PackedRows rows, int classes, int[] labels, float[]? weights, DualAscentOptions options)
    {
        _rows = rows;
        _classes = classes;
        _labels = labels;
        _weights = weights;
        _options = options;
        _length = PackedRows.PaddedLength(rows.Features);
        _squares = new float[rows.Count];
        for (int i = 0; i < rows.Count; i++)
            _squares[i] = TensorPrimitives.SumOfSquares(rows.Row(i));
        _duals = new float[checked(rows.Count * classes)];
        _dualsSeen = new float[_duals.Length];
        _v = new AlignedFloats(checked(_length * classes));
        _biases = new float[classes];
        _heldBiases = new float[classes];
        _freeBiases = new float[classes];
        _scores = new AlignedFloats(classes);
        _steps = new AlignedFloats(classes);
        _inverse = 1 / (options.L2 * rows.Count);
        _losses = new DualAscentLosses<TLanes, TVector>(rows, classes, labels, weights, options);
    }

    /// <summary>Biases, then weight vectors, of the pass with the least primal loss, and that pass.</summary>
    internal static (float[] Parameters, int BestIteration) Maximize(
        PackedRows rows, int classes, int[] labels, float[]? weights, DualAscentOptions options, Action<DualAscentReport> report) =>
        new DualAscent<TLanes, TVector>(rows, classes, labels, weights, options).Run(report);

    private (float[] Parameters, int BestIteration) Run(Action<DualAscentReport> report)
    {
        var order = new int[_rows.Count];
        float[] best = [];
        double bestPrimal = double.PositiveInfinity;
        int bestIteration = 0;
        Check? pending = null;
        for (int iteration = 1; iteration <= _options.Iterations; iteration++)
        {
            _options.Order(iteration - 1, order);
            Pass(order);

            // The losses are summed while the next pass runs; a pass that turns out to be one too many is not looked at.
            if (pending is not null && Done(pending))
                return (best, bestIteration);
            pending = null;
            if (iteration % _options.CheckFrequency == 0)
                pending = Begin(iteration);
        }

        if (pending is not null)
            Done(pending);
        return bestIteration > 0 ? (best, bestIteration) : (Parameters(), 0);

        bool Done(Check check)
        {
            (double primal, double dual) = check.Losses.GetAwaiter().GetResult();
            report(new DualAscentReport(check.Iteration, primal, dual));
            if (primal < bestPrimal || best.Length == 0)
            {
                bestPrimal = primal;
                best = check.Parameters;
                bestIteration = check.Iteration;
            }

            return (primal - dual) / primal < _options.Tolerance;
        }
    }

    private Check Begin(int iteration)
    {
        float[] parameters = Parameters();
        var freeBiases = (float[])_freeBiases.Clone();
        _duals.CopyTo(_dualsSeen, 0);
        int threads = _options.Threads - 1;
        return new Check(iteration, parameters, threads > 0
            ? Task.Run(() => _losses.Of(parameters, freeBiases, _dualsSeen, threads))
            : Task.FromResult(_losses.Of(parameters, freeBiases, _dualsSeen, 1)));
    }

    private void Pass(int[] order)
    {
        DualAscentKernels<TLanes, TVector>.Scores(_rows[order[0]], _length, _v.Pointer, _length, _classes, _options.L1Threshold, _scores.Pointer);
        for (int i = 0; i < order.Length; i++)
        {
            CallIn(order[Math.Min(i + 3, order.Length - 1)]);
            Ascend(order[i]);
            float* x = _rows[order[i]];
            if (i + 1 < order.Length)
            {
                DualAscentKernels<TLanes, TVector>.MoveAndScores(
                    x, _rows[order[i + 1]], _length, _v.Pointer, _length, _classes, _steps.Pointer, _options.L1Threshold, _scores.Pointer);
            }
            else
            {
                DualAscentKernels<TLanes, TVector>.Move(x, _length, _v.Pointer, _length, _classes, _steps.Pointer);
            }
        }
    }

    /// <summary>Calls a row of one of the next steps into the cache: rows come in no order that the processor could foresee.</summary>
    private void CallIn(int row)
    {
        if (!Sse.IsSupported)
            return;
        float* x = _rows[row];
        for (int j = 0; j < _length; j += RowsAhead.Line)
            Sse.Prefetch1(x + j);
    }

    /// <summary>From a row's scores by the weights, the steps of the weights along the row.</summary>
    private void Ascend(int row)
    {
        float* scores = _scores.Pointer;
        float* steps = _steps.Pointer;
        float threshold = _options.L1Threshold;
        for (int k = 0; k < _classes; k++)
            scores[k] += _heldBiases[k] + _freeBiases[k];

        int label = _labels[row];
        float weight = _weights is null ? 1f : _weights[row];
        float scale = _inverse * weight;
        float rate = _options.BiasLearningRate * _options.L2;
        float square = _squares[row] + (rate == 0 ? 1 : 0);
        float invariant = _options.Loss.ComputeDualUpdateInvariant(2 * square * scale);
        Span<float> duals = _duals.AsSpan(row * _classes, _classes);
        float own = 0;
        float ownFree = 0;
        for (int k = 0; k < _classes; k++)
        {
            if (k == label)
                continue;
            // Over-relaxation draws the sum of the duals, which is the bias, to zero, and hands it to a bias that is not penalised (Zhang, 2002).
            float drawn = rate * _biases[k];
            float update = _options.Loss.DualUpdate(scores[label] + (own * square) - scores[k], 1, duals[k], invariant, 1) - drawn;
            duals[k] += update;
            float step = update * scale;
            own += step;
            steps[k] = -step;
            _freeBiases[k] += drawn * scale;
            ownFree -= drawn;
            _biases[k] -= step;

            // As in ML.NET, a threshold and a learning rate together leave the penalised biases of the other classes where they are.
            if (threshold == 0 || rate == 0)
                _heldBiases[k] = SoftThreshold.Of(_biases[k], threshold);
        }

        steps[label] = own;
        _freeBiases[label] += ownFree * scale;
        _biases[label] += own;
        _heldBiases[label] = SoftThreshold.Of(_biases[label], threshold);
    }

    /// <summary>The biases, then the weight vectors, thresholded.</summary>
    private float[] Parameters()
    {
        var parameters = new float[_classes * (1 + _rows.Features)];
        for (int k = 0; k < _classes; k++)
        {
            parameters[k] = _heldBiases[k] + _freeBiases[k];
            Span<float> own = parameters.AsSpan(_classes + (k * _rows.Features), _rows.Features);
            _v.Span.Slice(k * _length, _rows.Features).CopyTo(own);
            SoftThreshold.Apply(own, _options.L1Threshold);
        }

        return parameters;
    }

    /// <summary>A look at the losses after a pass, which may still be under way.</summary>
    private sealed record Check(int Iteration, float[] Parameters, Task<(double Primal, double Dual)> Losses);
}
