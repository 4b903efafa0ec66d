using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>The primal and the dual loss of a linear model of several classes, summed over fixed chunks of rows.</summary>
internal sealed unsafe class DualAscentLosses<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int BlockRows = 64;
    private const int MaxChunks = 32;

    private readonly PackedRows _rows;
    private readonly int _classes;
    private readonly int[] _labels;
    private readonly float[]? _weights;
    private readonly DualAscentOptions _options;
    private readonly int _length;
    private readonly int _chunkRows;
    private readonly int _chunks;
    private readonly AlignedFloats _model;
    private readonly AlignedFloats _scores;
    private readonly (double Primal, double Dual)[] _sums;

    internal DualAscentLosses(PackedRows rows, int classes, int[] labels, float[]? weights, DualAscentOptions options)
    {
        _rows = rows;
        _classes = classes;
        _labels = labels;
        _weights = weights;
        _options = options;
        _length = PackedRows.PaddedLength(rows.Features);
        int blocks = (rows.Count + BlockRows - 1) / BlockRows;
        _chunkRows = (blocks + MaxChunks - 1) / MaxChunks * BlockRows;
        _chunks = (rows.Count + _chunkRows - 1) / _chunkRows;
        _model = new AlignedFloats(classes * _length);
        _scores = new AlignedFloats(classes * BlockRows * _chunks);
        _sums = new (double, double)[_chunks];
    }

    internal (double Primal, double Dual) Of(float[] parameters, float[] freeBiases, float[] duals, int threads)
    {
        for (int k = 0; k < _classes; k++)
            parameters.AsSpan(_classes + (k * _rows.Features), _rows.Features).CopyTo(_model.Span.Slice(k * _length, _rows.Features));
        Parallel.For(0, _chunks, new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk => _sums[chunk] = OfChunk(chunk, parameters, duals));
        double primal = 0;
        double dual = 0;
        foreach ((double chunkPrimal, double chunkDual) in _sums)
        {
            primal += chunkPrimal;
            dual += chunkDual;
        }

        double squares = 0;
        double magnitudes = 0;
        double free = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            double value = i < _classes ? parameters[i] - freeBiases[i] : parameters[i];
            squares += value * value;
            magnitudes += Math.Abs(value);
            if (i < _classes)
                free += value * freeBiases[i];
        }

        return (
            (primal / _rows.Count) + (_options.L2 * ((0.5 * squares) + (_options.L1Threshold * magnitudes))),
            (dual / _rows.Count) - (_options.L2 * ((0.5 * squares) + free)));
    }

    private (double Primal, double Dual) OfChunk(int chunk, float[] parameters, float[] duals)
    {
        float* scores = _scores.Pointer + ((nint)chunk * _classes * BlockRows);
        double primal = 0;
        double dual = 0;
        int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
        for (int first = chunk * _chunkRows; first < end; first += BlockRows)
        {
            int here = Math.Min(BlockRows, end - first);
            var ahead = new RowsAhead(_rows[first + here], _rows[Math.Min(first + here + BlockRows, end)]);
            ScoreKernels<TLanes, TVector>.Scores(
                _rows[first], _rows.Stride, PackedRows.RoundUp(here, PackedRows.RowTile), _length, _model.Pointer, _length, _classes, scores, BlockRows, ref ahead);
            for (int k = 0; k < _classes; k++)
            {
                var s = new Span<float>(scores + (k * BlockRows), here);
                TensorPrimitives.Add(s, parameters[k], s);
            }

            for (int r = 0; r < here; r++)
            {
                int row = first + r;
                int label = _labels[row];
                double rowPrimal = 0;
                double rowDual = 0;
                for (int k = 0; k < _classes; k++)
                {
                    if (k == label)
                        continue;
                    rowPrimal += _options.Loss.Loss(scores[(label * BlockRows) + r] - scores[(k * BlockRows) + r], 1);
                    rowDual += _options.Loss.DualLoss(1, duals[(row * _classes) + k]);
                }

                double weight = _weights is null ? 1 : _weights[row];
                primal += weight * rowPrimal;
                dual += weight * rowDual;
            }
        }

        return (primal, dual);
    }
}
