using System.Numerics.Tensors;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The mean weighted cross-entropy of a soft-max model over <see cref="ByteRows"/>, with the penalty of <see cref="LinearObjective{TLanes, TVector}"/> and the
/// same parameters. A soft-max looks at differences of scores only, so the last class's weights are taken from the others' beforehand, and its gradient is
/// what makes all gradients sum to zero.
/// </summary>
internal sealed unsafe class ByteObjective<TLanes, TVector> : IDifferentiable
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int MaxChunks = 32;
    private const int CacheLine = 64;
    private readonly ByteRows _rows;
    private readonly IBlockLoss _loss;
    private readonly float _l2;
    private readonly int _classes;
    private readonly int _outputs;
    private readonly int _features;
    private readonly int _gradientSize;
    private readonly int _chunkRows;
    private readonly int _chunks;
    private readonly AlignedFloats _weights;
    private readonly AlignedFloats _gradients;
    private readonly AlignedFloats _scores;
    private readonly double[] _losses;
    private readonly ParallelOptions _parallel;

    /// <summary>The loss sees the rows in the order of <see cref="ByteRows.Order"/>.</summary>
    internal ByteObjective(ByteRows rows, IBlockLoss loss, float l2, int threads)
    {
        _rows = rows;
        _loss = loss;
        _l2 = l2;
        _classes = loss.Outputs;
        _outputs = _classes - 1;
        _features = rows.Features.Length;
        int blocks = (rows.Count + ByteRows.Block - 1) / ByteRows.Block;
        _chunkRows = (blocks + MaxChunks - 1) / MaxChunks * ByteRows.Block;
        _chunks = (rows.Count + _chunkRows - 1) / _chunkRows;

        // Behind each chunk's weights gradient lie its bias gradients.
        _gradientSize = checked((_outputs * rows.Stride) + PackedRows.PaddedLength(_outputs));
        _weights = new AlignedFloats(_gradientSize);
        _gradients = new AlignedFloats(checked(_gradientSize * _chunks));
        _scores = new AlignedFloats(checked(_classes * ByteRows.Block * _chunks));
        _losses = new double[_chunks];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
    }

    public int Parameters => checked(_classes * (1 + _features));

    public double Evaluate(ReadOnlySpan<float> point, Span<float> gradient)
    {
        Spread(point);
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

    /// <summary>The differences to the last class's parameters, in the order and the scale of the bytes.</summary>
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
            weights[(_outputs * _rows.Stride) + k] = point[k] - point[_outputs];
        }
    }

    /// <summary>The gradient of all classes from the sums over the bytes.</summary>
    private void Collect(ReadOnlySpan<float> total, Span<float> gradient)
    {
        ReadOnlySpan<int> features = _rows.Features;
        ReadOnlySpan<float> scales = _rows.Scales;
        Span<float> last = gradient.Slice(_classes + (_outputs * _features), _features);
        last.Clear();
        gradient[_outputs] = 0;
        for (int k = 0; k < _outputs; k++)
        {
            ReadOnlySpan<float> source = total.Slice(k * _rows.Stride, _features);
            Span<float> target = gradient.Slice(_classes + (k * _features), _features);
            for (int place = 0; place < source.Length; place++)
                target[features[place]] = source[place] * scales[place];
            TensorPrimitives.Subtract(last, target, last);
            gradient[k] = total[(_outputs * _rows.Stride) + k];
            gradient[_outputs] -= gradient[k];
        }
    }

    /// <summary>Calls a part of the block from a row on into the cache, while work is done on rows that are there.</summary>
    private void CallIn(int first, int part, int parts)
    {
        if (!Sse.IsSupported || first >= _rows.Count)
            return;
        nint lines = (nint)ByteRows.Block * _rows.Stride / CacheLine;
        byte* block = _rows[first];
        for (nint line = lines * part / parts; line < lines * (part + 1) / parts; line++)
            Sse.Prefetch1(block + (line * CacheLine));
    }

    private void EvaluateChunk(int chunk)
    {
        float* gradient = _gradients.Pointer + ((nint)chunk * _gradientSize);
        float* biasGradient = gradient + ((nint)_outputs * _rows.Stride);
        float* biases = _weights.Pointer + ((nint)_outputs * _rows.Stride);
        float* scores = _scores.Pointer + ((nint)chunk * _classes * ByteRows.Block);
        new Span<float>(gradient, _gradientSize).Clear();
        double loss = 0;
        int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
        for (int first = chunk * _chunkRows; first < end; first += ByteRows.Block)
        {
            for (int row = 0; row < ByteRows.Block; row += ByteRows.Tile)
            {
                fixed (ulong* units = _rows.UnitsOfTile(first + row))
                {
                    ByteKernels<TLanes, TVector>.ScoresOfTile(
                        _rows[first + row], _rows.Stride, units, _rows.Words, _weights.Pointer, _rows.Stride, _outputs, scores + row, ByteRows.Block);
                }
            }

            for (int k = 0; k < _outputs; k++)
            {
                var s = new Span<float>(scores + (k * ByteRows.Block), ByteRows.Block);
                TensorPrimitives.Add(s, biases[k], s);
            }

            new Span<float>(scores + (_outputs * ByteRows.Block), ByteRows.Block).Clear();
            int rows = PackedRows.RoundUp(Math.Min(ByteRows.Block, end - first), TLanes.Width);
            loss += _loss.Differentiate(first, rows, scores, ByteRows.Block);
            for (int k = 0; k < _outputs; k++)
                biasGradient[k] += TensorPrimitives.Sum(new ReadOnlySpan<float>(scores + (k * ByteRows.Block), rows));
            ReadOnlySpan<ulong> masks = _rows.RowsOfBlock(first);
            for (int unit = 0; unit < masks.Length; unit++)
            {
                int place = unit * ByteRows.Unit;
                CallIn(first + ByteRows.Block, unit, masks.Length);
                ByteKernels<TLanes, TVector>.GradientsOfUnit(
                    _rows[first] + place, _rows.Stride, masks[unit], scores, ByteRows.Block, _outputs, gradient + place, _rows.Stride);
            }
        }

        _losses[chunk] = loss;
    }
}
