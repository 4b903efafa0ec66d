using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The mean weighted cross-entropy of a soft-max model over <see cref="ByteRows"/>, with the penalty of <see cref="LinearObjective{TLanes, TVector}"/> and the
/// same parameters. A soft-max looks at differences of scores only, so the last class's weights are taken from the others' beforehand, and its gradient is
/// what makes all gradients sum to zero.
/// </summary>
/// <remarks>
/// From one point to the next, weights and derivatives change little. So only their changes are multiplied by the rows, as 16-bit words, and added to the scores
/// and the gradient of the point before. These sums are exact; what the words leave over is part of the next change. The closer the points, the closer the
/// value and the gradient are to those of the point that was asked for.
/// </remarks>
internal sealed unsafe class ByteObjective<TLanes, TVector> : IDifferentiable
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int MaxChunks = 32;
    private const int Block = ByteRows.Block;
    private readonly ByteRows _rows;
    private readonly IBlockLoss _loss;
    private readonly float _l2;
    private readonly int _classes;
    private readonly int _outputs;
    private readonly int _features;
    private readonly int _gradientSize;
    private readonly int _chunkRows;
    private readonly int _chunks;
    private readonly ByteProducts _products;
    private readonly ByteWeights _followed;
    private readonly ByteDerivatives<TLanes, TVector> _derivatives;
    private readonly AlignedFloats _weights;
    private readonly float[] _biases;
    private readonly AlignedFloats _gradients;
    private readonly double[] _gradient;
    private readonly AlignedFloats _totals;
    private readonly AlignedFloats _sums;
    private readonly AlignedFloats _scores;
    private readonly double[] _losses;
    private readonly ParallelOptions _parallel;

    /// <summary>The loss sees the rows in the order of <see cref="ByteRows.Order"/>.</summary>
    internal ByteObjective(ByteRows rows, IBlockLoss loss, float l2, int threads, ByteProducts products)
    {
        _rows = rows;
        _loss = loss;
        _l2 = l2;
        _classes = loss.Outputs;
        _outputs = _classes - 1;
        _features = rows.Features.Length;
        _products = products;
        int blocks = (rows.Count + Block - 1) / Block;
        _chunkRows = (blocks + MaxChunks - 1) / MaxChunks * Block;
        _chunks = (rows.Count + _chunkRows - 1) / _chunkRows;

        // Behind each chunk's weights gradient lie its bias gradients.
        _gradientSize = checked((_outputs * rows.Stride) + PackedRows.PaddedLength(_outputs));
        _weights = new AlignedFloats(checked(_outputs * rows.Stride));
        _biases = new float[_outputs];
        _followed = new ByteWeights(_outputs, rows.Stride);
        _derivatives = new ByteDerivatives<TLanes, TVector>(_outputs, blocks, _chunks, loss.GreatestDerivative);
        _gradients = new AlignedFloats(checked(_gradientSize * _chunks));
        _gradient = new double[_outputs * rows.Stride];
        _totals = new AlignedFloats(checked(blocks * _outputs * Block * (sizeof(double) / sizeof(float))));
        _sums = new AlignedFloats(checked(_outputs * Block * _chunks));
        _scores = new AlignedFloats(checked(_classes * Block * _chunks));
        _losses = new double[_chunks];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
    }

    public int Parameters => checked(_classes * (1 + _features));

    public double Evaluate(ReadOnlySpan<float> point, Span<float> gradient)
    {
        if (!float.IsFinite(TensorPrimitives.SumOfMagnitudes(point)))
        {
            gradient.Fill(float.NaN);
            return double.NaN;
        }

        Spread(point);
        while (!_followed.Step(_weights.Span))
            ForEachChunk(Move);
        ForEachChunk(EvaluateChunk);
        Span<float> total = _gradients.Span[.._gradientSize];
        double loss = _losses[0];
        for (int chunk = 1; chunk < _chunks; chunk++)
        {
            TensorPrimitives.Add(total, _gradients.Span.Slice(chunk * _gradientSize, _gradientSize), total);
            loss += _losses[chunk];
        }

        Collect(total, gradient);
        double scale = 1 / _loss.TotalWeight;
        TensorPrimitives.MultiplyAdd(point[_classes..], _l2, gradient[_classes..], gradient[_classes..]);
        TensorPrimitives.Multiply(gradient, (float)scale, gradient);
        if (_l2 > 0)
            loss += 0.5 * _l2 * SumOfSquares(point[_classes..]);
        return loss * scale;
    }

    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        double sum = 0;
        for (; values.Length > 4096; values = values[4096..])
            sum += TensorPrimitives.SumOfSquares(values[..4096]);
        return sum + TensorPrimitives.SumOfSquares(values);
    }

    private void ForEachChunk(Action<int> work)
    {
        if (_parallel.MaxDegreeOfParallelism > 1)
        {
            Parallel.For(0, _chunks, _parallel, work);
            return;
        }

        for (int chunk = 0; chunk < _chunks; chunk++)
            work(chunk);
    }

    /// <summary>The differences to the last class's parameters, in the order and the scale of the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(ReadOnlySpan<float> point)
    {
        Span<float> weights = _weights.Span;
        ReadOnlySpan<int> features = _rows.Features;
        ReadOnlySpan<float> scales = _rows.Scales;
        ReadOnlySpan<float> last = point.Slice(_classes + (_outputs * _features), _features);
        for (int k = 0; k < _outputs; k++)
        {
            ReadOnlySpan<float> source = point.Slice(_classes + (k * _features), _features);
            Span<float> target = weights.Slice(k * _rows.Stride, _features);
            for (int place = 0; place < target.Length; place++)
                target[place] = (source[features[place]] - last[features[place]]) * scales[place];
            _biases[k] = point[k] - point[_outputs];
        }
    }

    /// <summary>Adds the change to the gradient of the point before, and makes that of all classes of the sums over the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect(ReadOnlySpan<float> change, Span<float> gradient)
    {
        ReadOnlySpan<int> features = _rows.Features;
        ReadOnlySpan<float> scales = _rows.Scales;
        Span<float> last = gradient.Slice(_classes + (_outputs * _features), _features);
        last.Clear();
        gradient[_outputs] = 0;
        for (int k = 0; k < _outputs; k++)
        {
            Span<double> total = _gradient.AsSpan(k * _rows.Stride, _features);
            ReadOnlySpan<float> source = change.Slice(k * _rows.Stride, _features);
            Span<float> target = gradient.Slice(_classes + (k * _features), _features);
            for (int place = 0; place < source.Length; place++)
            {
                total[place] += source[place];
                target[features[place]] = (float)(total[place] * scales[place]);
            }

            TensorPrimitives.Subtract(last, target, last);
            gradient[k] = change[(_outputs * _rows.Stride) + k];
            gradient[_outputs] -= gradient[k];
        }
    }

    /// <summary>Takes the scores of a chunk along one step of the weights.</summary>
    private void Move(int chunk)
    {
        int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
        for (int first = chunk * _chunkRows; first < end; first += Block)
            Move(chunk, first);
    }

    /// <summary>Takes the scores of a block along, and gives them with the biases, the last class's zeros included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float* Move(int chunk, int first)
    {
        int* sums = (int*)_sums.Pointer + ((nint)chunk * _outputs * Block);
        float* scores = _scores.Pointer + ((nint)chunk * _classes * Block);
        double* totals = (double*)_totals.Pointer + ((nint)first * _outputs);
        _products.Scores(_rows, first, _followed.Words, _outputs, sums);
        for (int k = 0; k < _outputs; k++)
        {
            TVector bias = TLanes.Broadcast(_biases[k]);
            double scale = _followed.Scales[k];
            for (int row = k * Block; row < (k + 1) * Block; row += TLanes.Width)
                TLanes.Store(scores + row, TLanes.Add(TLanes.AddScaled(totals + row, sums + row, scale), bias));
        }

        new Span<float>(scores + (_outputs * Block), Block).Clear();
        return scores;
    }

    private void EvaluateChunk(int chunk)
    {
        float* gradient = _gradients.Pointer + ((nint)chunk * _gradientSize);
        float* biasGradient = gradient + ((nint)_outputs * _rows.Stride);
        new Span<float>(gradient, _gradientSize).Clear();
        double loss = 0;
        int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
        for (int first = chunk * _chunkRows; first < end; first += Block)
        {
            float* scores = Move(chunk, first);
            int rows = PackedRows.RoundUp(Math.Min(Block, end - first), TLanes.Width);
            loss += _loss.Differentiate(first, rows, scores, Block);
            for (int k = 0; k < _outputs; k++)
                biasGradient[k] += TensorPrimitives.Sum(new ReadOnlySpan<float>(scores + (k * Block), rows));
            float scale = _derivatives.Step(first / Block, chunk, rows, scores, out short* words);
            if (scale > 0)
                _products.AddRows(_rows, first, words, _outputs, scale, gradient, _rows.Stride);
        }

        _losses[chunk] = loss;
    }
}
