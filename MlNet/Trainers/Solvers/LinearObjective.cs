using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The mean weighted loss of a linear model over packed rows plus half the squared length of its weights times l2 over the total weight.
/// The parameters are K biases, then K weight vectors; biases are not penalised.
/// </summary>
/// <remarks>
/// Rows are cut into chunks whose number depends on the data alone, each with a gradient of its own; the chunks' gradients are added in order. So the
/// sums are the same bits on any number of threads.
/// </remarks>
internal sealed unsafe class LinearObjective<TLanes, TVector> : IDifferentiable
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // 64 rows of 784 floats are 200 kB: they stay in a core's second-level cache between the scores and the gradients.
    private const int BlockRows = 64;
    private const int MaxChunks = 32;

    private readonly PackedRows _rows;
    private readonly IBlockLoss _loss;
    private readonly float _l2;
    private readonly int _length;
    private readonly int _gradientSize;
    private readonly int _chunkRows;
    private readonly int _chunks;
    private readonly AlignedFloats _weights;
    private readonly AlignedFloats _gradients;
    private readonly AlignedFloats _scores;
    private readonly double[] _losses;
    private readonly ParallelOptions _parallel;

    internal LinearObjective(PackedRows rows, IBlockLoss loss, float l2, int threads)
    {
        _rows = rows;
        _loss = loss;
        _l2 = l2;
        _length = PackedRows.PaddedLength(rows.Features);
        int blocks = (rows.Count + BlockRows - 1) / BlockRows;
        _chunkRows = (blocks + MaxChunks - 1) / MaxChunks * BlockRows;
        _chunks = (rows.Count + _chunkRows - 1) / _chunkRows;

        // Behind each chunk's weights gradient lie its bias gradients.
        _gradientSize = checked((loss.Outputs * _length) + PackedRows.PaddedLength(loss.Outputs));
        _weights = new AlignedFloats(_gradientSize);
        _gradients = new AlignedFloats(checked(_gradientSize * _chunks));
        _scores = new AlignedFloats(checked(loss.Outputs * BlockRows * _chunks));
        _losses = new double[_chunks];

        // Under some hundred thousand multiplications a fork costs more than it saves.
        bool small = (long)rows.Count * _length * loss.Outputs < 200_000;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = small ? 1 : Math.Max(1, threads) };
    }

    public int Parameters => checked(_loss.Outputs * (1 + _rows.Features));

    public double Evaluate(ReadOnlySpan<float> point, Span<float> gradient)
    {
        int outputs = _loss.Outputs;
        int features = _rows.Features;
        Span<float> weights = _weights.Span;
        for (int k = 0; k < outputs; k++)
            point.Slice(outputs + (k * features), features).CopyTo(weights.Slice(k * _length, features));
        point[..outputs].CopyTo(weights[(outputs * _length)..]);

        if (_parallel.MaxDegreeOfParallelism == 1)
        {
            for (int chunk = 0; chunk < _chunks; chunk++)
                EvaluateChunk(chunk);
        }
        else
        {
            Parallel.For(0, _chunks, _parallel, EvaluateChunk);
        }

        Span<float> total = _gradients.Span[.._gradientSize];
        double loss = _losses[0];
        for (int chunk = 1; chunk < _chunks; chunk++)
        {
            TensorPrimitives.Add(total, _gradients.Span.Slice(chunk * _gradientSize, _gradientSize), total);
            loss += _losses[chunk];
        }

        double scale = 1 / _loss.TotalWeight;
        total.Slice(outputs * _length, outputs).CopyTo(gradient);
        for (int k = 0; k < outputs; k++)
        {
            ReadOnlySpan<float> w = point.Slice(outputs + (k * features), features);
            Span<float> g = gradient.Slice(outputs + (k * features), features);
            TensorPrimitives.MultiplyAdd(w, _l2, total.Slice(k * _length, features), g);
        }

        TensorPrimitives.Multiply(gradient, (float)scale, gradient);
        if (_l2 > 0)
            loss += 0.5 * _l2 * SumOfSquares(point[outputs..]);
        return loss * scale;
    }

    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        double sum = 0;
        for (; values.Length > 4096; values = values[4096..])
            sum += TensorPrimitives.SumOfSquares(values[..4096]);
        return sum + TensorPrimitives.SumOfSquares(values);
    }

    private void EvaluateChunk(int chunk)
    {
        int outputs = _loss.Outputs;
        float* gradient = _gradients.Pointer + ((nint)chunk * _gradientSize);
        float* biasGradient = gradient + ((nint)outputs * _length);
        float* biases = _weights.Pointer + ((nint)outputs * _length);
        float* scores = _scores.Pointer + ((nint)chunk * outputs * BlockRows);
        new Span<float>(gradient, _gradientSize).Clear();
        double loss = 0;
        int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
        for (int first = chunk * _chunkRows; first < end; first += BlockRows)
        {
            var ahead = new RowsAhead(_rows[Math.Min(first + BlockRows, end)], _rows[Math.Min(first + (2 * BlockRows), end)]);
            int rows = PackedRows.RoundUp(Math.Min(BlockRows, end - first), PackedRows.RowTile);
            ScoreKernels<TLanes, TVector>.Scores(
                _rows[first], _rows.Stride, rows, _length, _weights.Pointer, _length, outputs, scores, BlockRows, ref ahead);
            for (int k = 0; k < outputs; k++)
            {
                var s = new Span<float>(scores + (k * BlockRows), BlockRows);
                TensorPrimitives.Add(s, biases[k], s);
            }

            loss += _loss.Differentiate(first, PackedRows.RoundUp(rows, TLanes.Width), scores, BlockRows);
            for (int k = 0; k < outputs; k++)
                biasGradient[k] += TensorPrimitives.Sum(new ReadOnlySpan<float>(scores + (k * BlockRows), rows));
            GradientKernels<TLanes, TVector>.Gradients(
                _rows[first],
                _rows.Stride,
                rows,
                _length,
                scores,
                BlockRows,
                outputs,
                gradient,
                _length,
                ref ahead);
        }

        _losses[chunk] = loss;
    }
}
