using System.Numerics.Tensors;
using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The centres of clusters and their way through the data. Bounds on each row's distances spare it the comparison with all centres while they say that
/// its cluster cannot have changed (Ding and others, 2015, "Yinyang k-means", the global filter).
/// </summary>
internal sealed unsafe class Lloyd
{
    private readonly PackedRows _rows;
    private readonly int _clusters;
    private readonly int _length;
    private readonly int _chunkRows;
    private readonly int _chunks;
    private readonly float[] _squares;
    private readonly AlignedFloats _centres;
    private readonly float[] _centreSquares;
    private readonly float[] _moves;
    private readonly ChunkSums[] _sums;
    private readonly ParallelOptions _parallel;
    private readonly int[] _clusterOf;
    private readonly float[] _upper;
    private readonly float[] _lower;
    private readonly int _bounded;
    private bool _started;

    /// <param name="data">The rows; their weights do not count, as in ML.NET.</param>
    /// <param name="start">The first centres.</param>
    /// <param name="bounded">The number of rows whose distances are bounded, the first ones.</param>
    /// <param name="parallel">The threads to work on; they change no bit.</param>
    internal Lloyd(TrainingSet data, float[][] start, int bounded, ParallelOptions parallel)
    {
        _rows = data.Rows;
        _clusters = start.Length;
        _length = PackedRows.PaddedLength(_rows.Features);
        _chunkRows = PackedProducts.RowsOfChunk(_rows.Count);
        _chunks = (_rows.Count + _chunkRows - 1) / _chunkRows;
        _squares = new float[_rows.Count];
        for (int i = 0; i < _squares.Length; i++)
            _squares[i] = TensorPrimitives.SumOfSquares(_rows.Row(i));
        _centres = new AlignedFloats(checked(_clusters * _length));
        _centreSquares = new float[_clusters];
        _moves = new float[_clusters];
        _clusterOf = new int[_rows.Count];
        _bounded = bounded;
        _upper = new float[bounded];
        _lower = new float[bounded];
        _sums = new ChunkSums[_chunks];
        for (int i = 0; i < _chunks; i++)
            _sums[i] = new ChunkSums(_clusters, _rows.Features);
        _parallel = parallel;
        for (int k = 0; k < _clusters; k++)
            SetCentre(k, start[k]);
    }

    /// <summary>Gives each row to its nearest centre and moves the centres to the means of their rows.</summary>
    /// <returns>
    /// ML.NET's score: the mean, over all rows, of the squared distance before the move less the square of the row; 0 for rows whose bounds spared the comparison.
    /// </returns>
    internal double Step()
    {
        float furthest = _moves.Max();
        Parallel.For(0, _chunks, _parallel, chunk => Assign(chunk, furthest));
        _started = true;
        double score = 0;
        foreach (ChunkSums chunk in _sums)
            score += chunk.Score;
        var mean = new float[_rows.Features];
        for (int k = 0; k < _clusters; k++)
            _moves[k] = MeanOf(k, mean) ? Move(k, mean) : 0;
        return score / _rows.Count;
    }

    internal VBuffer<float>[] Centroids() =>
        [.. Enumerable.Range(0, _clusters).Select(k => new VBuffer<float>(_rows.Features, Centre(k).ToArray()))];

    /// <summary>False for a cluster without rows, which stays where it is.</summary>
    private bool MeanOf(int cluster, float[] mean)
    {
        long count = 0;
        var sum = new double[mean.Length];
        foreach (ChunkSums chunk in _sums)
        {
            count += chunk.Counts[cluster];
            Span<float> own = chunk.Of(cluster);
            for (int j = 0; j < sum.Length; j++)
                sum[j] += own[j];
        }

        for (int j = 0; j < sum.Length && count > 0; j++)
            mean[j] = (float)(sum[j] / count);
        return count > 0;
    }

    private float Move(int cluster, float[] mean)
    {
        float distance = TensorPrimitives.Distance(mean, Centre(cluster));
        SetCentre(cluster, mean);
        return distance;
    }

    private ReadOnlySpan<float> Centre(int cluster) => _centres.Span.Slice(cluster * _length, _rows.Features);

    private void SetCentre(int cluster, ReadOnlySpan<float> values)
    {
        values.CopyTo(_centres.Span.Slice(cluster * _length, _rows.Features));
        _centreSquares[cluster] = TensorPrimitives.SumOfSquares(values);
    }

    private void Assign(int chunk, float furthest)
    {
        ChunkSums sums = _sums[chunk];
        sums.Score = 0;
        var products = new AlignedFloats(_clusters * PackedProducts.BlockRows);
        Span<bool> spared = stackalloc bool[PackedProducts.BlockRows];
        int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
        for (int first = chunk * _chunkRows; first < end; first += PackedProducts.BlockRows)
        {
            int here = Math.Min(PackedProducts.BlockRows, end - first);
            bool all = true;
            for (int r = 0; r < here; r++)
                all &= spared[r] = IsSpared(first + r, furthest);
            if (all)
                continue;
            PackedProducts.Scores(_rows, first, here, _centres.Pointer, _clusters, products.Pointer);
            for (int r = 0; r < here; r++)
            {
                if (!spared[r])
                    Assign(first + r, products.Pointer + r, sums);
            }
        }

        GC.KeepAlive(products);
    }

    /// <summary>Follows the centres with the bounds of a row and says whether it is nearer to its centre than any other can be.</summary>
    private bool IsSpared(int row, float furthest)
    {
        if (!_started || row >= _bounded)
            return false;
        _upper[row] += _moves[_clusterOf[row]];
        _lower[row] -= furthest;
        return _upper[row] < _lower[row];
    }

    /// <param name="row">The row.</param>
    /// <param name="products">Its product with the first centre; that with the next is <see cref="PackedProducts.BlockRows"/> further.</param>
    /// <param name="sums">The sums of its chunk.</param>
    private void Assign(int row, float* products, ChunkSums sums)
    {
        int best = 0;
        float least = float.PositiveInfinity;
        float second = float.PositiveInfinity;
        for (int k = 0; k < _clusters; k++)
        {
            float distance = (-2 * products[k * PackedProducts.BlockRows]) + _centreSquares[k];
            if (distance <= least)
            {
                second = least;
                least = distance;
                best = k;
            }
            else if (distance < second)
            {
                second = distance;
            }
        }

        sums.Score += least;
        if (row < _bounded)
        {
            _upper[row] = MathF.Sqrt(MathF.Max(0, least + _squares[row]));
            _lower[row] = MathF.Sqrt(MathF.Max(0, second + _squares[row]));
        }

        if (_started && best == _clusterOf[row])
            return;
        ReadOnlySpan<float> features = _rows.Row(row);
        if (_started)
        {
            Span<float> former = sums.Of(_clusterOf[row]);
            TensorPrimitives.Subtract(former, features, former);
            sums.Counts[_clusterOf[row]]--;
        }

        Span<float> own = sums.Of(best);
        TensorPrimitives.Add(own, features, own);
        sums.Counts[best]++;
        _clusterOf[row] = best;
    }

    /// <summary>The rows of a chunk, added up by cluster, and kept from step to step: only rows that change cluster change them.</summary>
    private sealed class ChunkSums(int clusters, int features)
    {
        private readonly float[] _features = new float[checked(clusters * features)];

        internal long[] Counts { get; } = new long[clusters];

        internal double Score { get; set; }

        internal Span<float> Of(int cluster) => _features.AsSpan(cluster * features, features);
    }
}
