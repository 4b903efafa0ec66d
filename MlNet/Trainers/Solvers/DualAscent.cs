using System.Numerics.Tensors;

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
    private readonly AlignedFloats _v;
    private readonly float[] _biases;
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
        _v = new AlignedFloats(checked(_length * classes));
        _biases = new float[classes];
        _freeBiases = new float[classes];
        _scores = new AlignedFloats(classes);
        _steps = new AlignedFloats(classes);
        double total = weights is null ? rows.Count : weights.Sum(weight => (double)weight);
        _inverse = (float)(1 / (options.L2 * total));
        _losses = new DualAscentLosses<TLanes, TVector>(rows, classes, labels, weights, total, options);
    }

    /// <summary>Biases, then weight vectors, of the pass with the least primal loss, and that pass.</summary>
    internal static (float[] Parameters, int BestIteration) Maximize(
        PackedRows rows, int classes, int[] labels, float[]? weights, DualAscentOptions options, Action<DualAscentReport> report) =>
        new DualAscent<TLanes, TVector>(rows, classes, labels, weights, options).Run(report);

    private (float[] Parameters, int BestIteration) Run(Action<DualAscentReport> report)
    {
        var order = new int[_rows.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        float[] best = [];
        double bestPrimal = double.PositiveInfinity;
        int bestIteration = 0;
        for (int iteration = 1; iteration <= _options.Iterations; iteration++)
        {
            _options.Shuffle?.Invoke(iteration, order);
            foreach (int row in order)
                Ascend(row);
            if (iteration % _options.CheckFrequency != 0 && iteration != _options.Iterations)
                continue;
            float[] parameters = Parameters();
            (double primal, double dual) = _losses.Of(parameters, _freeBiases, _duals);
            report(new DualAscentReport(iteration, primal, dual));
            if (primal < bestPrimal || best.Length == 0)
            {
                bestPrimal = primal;
                best = parameters;
                bestIteration = iteration;
            }

            if ((primal - dual) / primal < _options.Tolerance)
                break;
        }

        return (best, bestIteration);
    }

    private void Ascend(int row)
    {
        float* x = _rows[row];
        float* scores = _scores.Pointer;
        float* steps = _steps.Pointer;
        float threshold = _options.L1Threshold;
        DualAscentKernels<TLanes, TVector>.Scores(x, _length, _v.Pointer, _length, _classes, threshold, scores);
        for (int k = 0; k < _classes; k++)
            scores[k] += SoftThreshold.Of(_biases[k], threshold) + _freeBiases[k];

        int label = _labels[row];
        float weight = _weights is null ? 1f : _weights[row];
        float scale = _inverse * weight;
        float square = _squares[row] + 1;
        float invariant = _options.Loss.ComputeDualUpdateInvariant(2 * square * scale);
        Span<float> duals = _duals.AsSpan(row * _classes, _classes);
        float own = 0;
        for (int k = 0; k < _classes; k++)
        {
            if (k == label)
                continue;
            float update = _options.Loss.DualUpdate(scores[label] + (own * square) - scores[k], 1, duals[k], invariant, 1);
            duals[k] += update;
            float step = update * scale;
            own += step;
            steps[k] = -step;
        }

        steps[label] = own;
        DualAscentKernels<TLanes, TVector>.Move(x, _length, _v.Pointer, _length, _classes, steps);
        for (int k = 0; k < _classes; k++)
        {
            _biases[k] += steps[k];
            _freeBiases[k] += steps[k] * _options.BiasLearningRate;
        }
    }

    /// <summary>The biases, then the weight vectors, thresholded.</summary>
    private float[] Parameters()
    {
        var parameters = new float[_classes * (1 + _rows.Features)];
        for (int k = 0; k < _classes; k++)
        {
            parameters[k] = SoftThreshold.Of(_biases[k], _options.L1Threshold) + _freeBiases[k];
            Span<float> own = parameters.AsSpan(_classes + (k * _rows.Features), _rows.Features);
            _v.Span.Slice(k * _length, _rows.Features).CopyTo(own);
            SoftThreshold.Apply(own, _options.L1Threshold);
        }

        return parameters;
    }
}
