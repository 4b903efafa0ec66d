using System.Numerics.Tensors;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace Microsoft.ML.Transforms;

/// <summary>
/// Principal axes by random projection (Halko, Martinsson and Tropp, 2011), in ML.NET's steps: a random subspace is turned towards the directions of great
/// variance and made orthonormal, turned once more, and the axes are the principal ones of what it became.
/// </summary>
internal sealed unsafe class RandomizedPca
{
    private readonly PackedRows _rows;
    private readonly float[]? _weights;
    private readonly double _total;
    private readonly int _length;
    private readonly int _size;
    private readonly float[] _mean;
    private readonly AlignedFloats _basis;

    // ML.NET adds the rows up again on its second pass, onto the mean of the first: what it takes off then is this much of the mean.
    private double _meanFactor = 1;

    private RandomizedPca(TrainingSet data, int size, bool center)
    {
        _rows = data.Rows;
        _weights = data.Weights;
        _size = size;
        _length = PackedRows.PaddedLength(_rows.Features);
        _basis = new AlignedFloats(checked(size * _length));
        _mean = new float[_rows.Features];
        var sum = new double[_rows.Features];
        for (int i = 0; i < _rows.Count; i++)
        {
            float weight = Weight(i);
            _total += weight;
            ReadOnlySpan<float> row = _rows.Row(i);
            for (int j = 0; center && j < sum.Length; j++)
                sum[j] += weight * row[j];
        }

        for (int j = 0; j < sum.Length; j++)
            _mean[j] = (float)(sum[j] / _total);
    }

    /// <summary>The axes of greatest variance.</summary>
    internal static PrincipalAxes Fit(TrainingSet data, int rank, int oversampling, bool center, Random random) =>
        FitWithMean(data, rank, oversampling, center, random).Axes;

    /// <summary>The axes of greatest variance and the mean that was taken off; zero where none was.</summary>
    internal static (PrincipalAxes Axes, float[] Mean) FitWithMean(TrainingSet data, int rank, int oversampling, bool center, Random random)
    {
        int features = data.Rows.Features;
        var work = new RandomizedPca(data, Math.Min(features, rank + oversampling), center);
        for (int k = 0; k < work._size; k++)
        {
            foreach (ref float value in work.Basis(k))
                value = (float)GaussianNumbers.Next(random);
        }

        work.Multiply();
        work.Orthonormalize();
        work._meanFactor += 1 / work._total;
        work.Multiply();
        (double[] squares, double[][] vectors) = SymmetricEigen.Solve(work.Products());
        int[] order = [.. Enumerable.Range(0, squares.Length).OrderByDescending(k => squares[k]).Take(rank)];
        float[][] axes = [.. order.Select(k => work.Combine(vectors[k], Math.Sqrt(Math.Max(0, squares[k]))))];
        float[] mean = Array.ConvertAll(work._mean, value => (float)(value * work._meanFactor));
        float[] projectedMean = center ? [.. axes.Select(axis => TensorPrimitives.Dot<float>(axis, mean))] : [];
        return (new PrincipalAxes(features, axes, projectedMean), mean);
    }

    /// <summary>Multiplies the basis by the covariance of the rows, in place.</summary>
    private void Multiply()
    {
        int chunkRows = PackedProducts.RowsOfChunk(_rows.Count);
        int chunks = (_rows.Count + chunkRows - 1) / chunkRows;
        var sums = new AlignedFloats[chunks];
        Parallel.For(0, chunks, chunk =>
        {
            var own = new AlignedFloats(_size * _length);
            ForEachBlock(chunk * chunkRows, Math.Min(_rows.Count, (chunk + 1) * chunkRows), (first, here, projections) =>
            {
                for (int k = 0; k < _size; k++)
                {
                    for (int r = 0; r < PackedProducts.BlockRows; r++)
                        projections[(k * PackedProducts.BlockRows) + r] *= r < here ? Weight(first + r) : 0;
                }

                PackedProducts.AddRows(_rows, first, here, projections, _size, own.Pointer);
            });
            sums[chunk] = own;
        });
        _basis.Span.Clear();
        foreach (AlignedFloats sum in sums)
            TensorPrimitives.Add(_basis.Span, sum.Span, _basis.Span);
        TensorPrimitives.Multiply(_basis.Span, (float)(1 / _total), _basis.Span);
    }

    /// <summary>Gram-Schmidt, twice over each vector; vectors that add nothing become zero.</summary>
    private void Orthonormalize()
    {
        for (int k = 0; k < _size; k++)
        {
            Span<float> vector = Basis(k);
            float before = TensorPrimitives.Norm<float>(vector);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i < k; i++)
                    TensorPrimitives.MultiplyAdd(Basis(i), -TensorPrimitives.Dot<float>(Basis(i), vector), vector, vector);
            }

            float norm = TensorPrimitives.Norm<float>(vector);
            if (norm > before * 1e-5f && norm > 0)
                TensorPrimitives.Divide(vector, norm, vector);
            else
                vector.Clear();
        }
    }

    /// <summary>The products of the basis vectors with each other.</summary>
    private double[][] Products()
    {
        var products = new double[_size][];
        for (int a = 0; a < _size; a++)
            products[a] = new double[_size];
        for (int a = 0; a < _size; a++)
        {
            for (int b = 0; b <= a; b++)
                products[a][b] = products[b][a] = TensorPrimitives.Dot<float>(Basis(a), Basis(b));
        }

        return products;
    }

    /// <summary>A sum of the basis vectors, brought to length 1 where its own length is not close to 0.</summary>
    private float[] Combine(double[] factors, double length)
    {
        var axis = new float[_rows.Features];
        for (int k = 0; k < _size; k++)
            TensorPrimitives.MultiplyAdd(Basis(k), (float)factors[k], axis, axis);
        TensorPrimitives.Multiply(axis, (float)(1 / (1e-6 + length)), axis);
        return axis;
    }

    /// <summary>Gives the projections of centred rows onto the basis, <c>[basis, BlockRows]</c>, block by block.</summary>
    private void ForEachBlock(int start, int end, BlockAction action)
    {
        var projections = new AlignedFloats(_size * PackedProducts.BlockRows);
        for (int first = start; first < end; first += PackedProducts.BlockRows)
        {
            int here = Math.Min(PackedProducts.BlockRows, end - first);
            PackedProducts.Scores(_rows, first, here, _basis.Pointer, _size, projections.Pointer);
            for (int k = 0; k < _size; k++)
            {
                var own = new Span<float>(projections.Pointer + (k * PackedProducts.BlockRows), here);
                TensorPrimitives.Subtract(own, (float)(_meanFactor * _meanFactor * TensorPrimitives.Dot<float>(Basis(k), _mean)), own);
            }

            action(first, here, projections.Pointer);
        }

        GC.KeepAlive(projections);
    }

    private delegate void BlockAction(int first, int here, float* projections);

    private Span<float> Basis(int k) => _basis.Span.Slice(k * _length, _rows.Features);

    private float Weight(int row) => _weights is null ? 1 : _weights[row];
}
