using System.Numerics.Tensors;
using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers;

/// <summary>The centres of clusters and their way through the data.</summary>
internal sealed unsafe class Lloyd
{
    private readonly PackedRows _rows;
    private readonly float[]? _weights;
    private readonly int _clusters;
    private readonly int _length;
    private readonly int _chunkRows;
    private readonly int _chunks;
    private readonly float[] _squares;
    private readonly AlignedFloats _centres;
    private readonly float[] _centreSquares;
    private readonly ChunkSums[] _sums;
    private readonly ParallelOptions _parallel;

    internal Lloyd(TrainingSet data, int clusters, int threads)
    {
        _rows = data.Rows;
        _weights = data.Weights;
        _clusters = clusters;
        _length = PackedRows.PaddedLength(_rows.Features);
        _chunkRows = PackedProducts.RowsOfChunk(_rows.Count);
        _chunks = (_rows.Count + _chunkRows - 1) / _chunkRows;
        _squares = new float[_rows.Count];
        for (int i = 0; i < _squares.Length; i++)
            _squares[i] = TensorPrimitives.SumOfSquares(_rows.Row(i));
        _centres = new AlignedFloats(checked(clusters * _length));
        _centreSquares = new float[clusters];
        _sums = new ChunkSums[_chunks];
        for (int i = 0; i < _chunks; i++)
            _sums[i] = new ChunkSums(clusters, _rows.Features);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
    }

    /// <summary>Chooses rows as the first centres: evenly, or each with a chance that is its squared distance from the centres chosen before.</summary>
    internal void Start(Random random, bool spread)
    {
        if (!spread)
        {
            int[] order = Runtime.RandomPermutation.Of(_rows.Count, random);
            for (int k = 0; k < _clusters; k++)
                SetCentre(k, _rows.Row(order[k]));
            return;
        }

        SetCentre(0, _rows.Row(random.Next(_rows.Count)));
        var nearest = new float[_rows.Count];
        nearest.AsSpan().Fill(float.PositiveInfinity);
        for (int k = 1; k < _clusters; k++)
        {
            int last = k - 1;
            Parallel.For(0, _chunks, _parallel, chunk =>
            {
                ReadOnlySpan<float> centre = Centre(last);
                int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
                for (int row = chunk * _chunkRows; row < end; row++)
                {
                    float distance = _squares[row] - (2 * TensorPrimitives.Dot(_rows.Row(row), centre)) + _centreSquares[last];
                    nearest[row] = MathF.Min(nearest[row], MathF.Max(0, distance) * Weight(row));
                }
            });
            SetCentre(k, _rows.Row(Draw(nearest, random)));
        }
    }

    /// <summary>Gives each row to its nearest centre, moves the centres to the means of their rows and returns the mean squared distance before the move.</summary>
    internal double Step()
    {
        Parallel.For(0, _chunks, _parallel, Assign);
        double distance = 0;
        double total = 0;
        var sum = new double[_rows.Features];
        var mean = new float[_rows.Features];
        for (int k = 0; k < _clusters; k++)
        {
            Array.Clear(sum);
            double weight = 0;
            foreach (ChunkSums chunk in _sums)
            {
                weight += chunk.Weights[k];
                for (int j = 0; j < sum.Length; j++)
                    sum[j] += chunk.Features[(k * _rows.Features) + j];
            }

            total += weight;

            // A cluster without rows stays where it is.
            if (weight == 0)
                continue;
            for (int j = 0; j < sum.Length; j++)
                mean[j] = (float)(sum[j] / weight);
            SetCentre(k, mean);
        }

        foreach (ChunkSums chunk in _sums)
            distance += chunk.Distance;
        return distance / total;
    }

    internal VBuffer<float>[] Centroids() =>
        [.. Enumerable.Range(0, _clusters).Select(k => new VBuffer<float>(_rows.Features, Centre(k).ToArray()))];

    private static int Draw(float[] chances, Random random)
    {
        double total = 0;
        foreach (float chance in chances)
            total += chance;
        double target = random.NextDouble() * total;
        for (int i = 0; i < chances.Length; i++)
        {
            target -= chances[i];
            if (target < 0)
                return i;
        }

        // All rows lie on centres, or rounding ate the rest.
        return random.Next(chances.Length);
    }

    private ReadOnlySpan<float> Centre(int cluster) => _centres.Span.Slice(cluster * _length, _rows.Features);

    private void SetCentre(int cluster, ReadOnlySpan<float> values)
    {
        values.CopyTo(_centres.Span.Slice(cluster * _length, _rows.Features));
        _centreSquares[cluster] = TensorPrimitives.SumOfSquares(values);
    }

    private void Assign(int chunk)
    {
        ChunkSums sums = _sums[chunk];
        sums.Clear();
        var scores = new AlignedFloats(_clusters * PackedProducts.BlockRows);
        int end = Math.Min(_rows.Count, (chunk + 1) * _chunkRows);
        for (int first = chunk * _chunkRows; first < end; first += PackedProducts.BlockRows)
        {
            int here = Math.Min(PackedProducts.BlockRows, end - first);
            PackedProducts.Scores(_rows, first, here, _centres.Pointer, _clusters, scores.Pointer);
            for (int r = 0; r < here; r++)
            {
                int best = 0;
                float least = float.PositiveInfinity;
                for (int k = 0; k < _clusters; k++)
                {
                    float distance = _centreSquares[k] - (2 * scores.Pointer[(k * PackedProducts.BlockRows) + r]);
                    if (distance < least)
                    {
                        least = distance;
                        best = k;
                    }
                }

                float weight = Weight(first + r);
                sums.Distance += weight * Math.Max(0, least + _squares[first + r]);
                sums.Weights[best] += weight;
                Span<float> own = sums.Features.AsSpan(best * _rows.Features, _rows.Features);
                TensorPrimitives.MultiplyAdd(_rows.Row(first + r), weight, own, own);
            }
        }

        GC.KeepAlive(scores);
    }

    private float Weight(int row) => _weights is null ? 1 : _weights[row];

    private sealed class ChunkSums(int clusters, int features)
    {
        internal float[] Features { get; } = new float[checked(clusters * features)];

        internal double[] Weights { get; } = new double[clusters];

        internal double Distance { get; set; }

        internal void Clear()
        {
            Array.Clear(Features);
            Array.Clear(Weights);
            Distance = 0;
        }
    }
}
