using MathNet.Numerics.LinearAlgebra;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Principal components of pictures (K. Pearson, "On lines and planes of closest fit", 1901): the directions along which they differ most,
/// perpendicular to each other and of length 1.
/// </summary>
public sealed class PixelComponents
{
    private readonly float[] _mean;
    private readonly float[] _directions; // [component, pixel]

    private PixelComponents(float[] mean, float[] directions, double[] shares)
    {
        _mean = mean;
        _directions = directions;
        Shares = shares;
    }

    /// <summary>The part of all variance that lies along each component, falling.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>How many there are.</summary>
    public int Count => Shares.Count;

    /// <summary>Finds the components of pictures.</summary>
    /// <param name="images">The pictures; at least two.</param>
    /// <param name="components">How many to find, at most one a pixel.</param>
    /// <param name="atMost">How many pictures to look at, evenly spread; 10,000 by default: more change nothing that can be seen.</param>
    /// <param name="cancellationToken">Looked at before each picture.</param>
    /// <exception cref="ArgumentException">Fewer than two pictures.</exception>
    public static PixelComponents Of(GreyImages images, int components, int atMost = 10_000, CancellationToken cancellationToken = default)
    {
        if (images.Count < 2)
            throw new ArgumentException($"Principal components need at least two pictures. Received: {images.Count}.", nameof(images));

        var size = images.Width * images.Height;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(components, size);
        var count = Math.Min(atMost, images.Count);
        var pictures = Enumerable.Range(0, count).Select(i => (int)((long)i * images.Count / count)).ToArray();
        var mean = Mean(images, pictures);
        var covariance = Covariance(images, pictures, mean, cancellationToken);
        var all = Matrix<double>.Build.Dense(size, size, (i, j) => covariance[i * size + j]).Evd(Symmetricity.Symmetric);
        var total = all.EigenValues.Sum(value => Math.Max(0, value.Real));
        var directions = new float[components * size];
        for (var c = 0; c < components; c++)
        {
            // In ascending order there; the sign is free, and is chosen so that the largest part is positive.
            var direction = all.EigenVectors.Column(size - 1 - c);
            var sign = direction[direction.AbsoluteMaximumIndex()] < 0 ? -1 : 1;
            for (var i = 0; i < size; i++)
                directions[c * size + i] = (float)(sign * direction[i]);
        }

        return new PixelComponents(
            mean, directions, [.. Enumerable.Range(0, components).Select(c => total == 0 ? 0 : Math.Max(0, all.EigenValues[size - 1 - c].Real) / total)]);
    }

    /// <summary>Where a picture lies along each component.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="places">Receives one number a component.</param>
    public void Project(ReadOnlySpan<byte> pixels, Span<float> places)
    {
        var size = _mean.Length;
        Span<float> centred = size <= 1024 ? stackalloc float[size] : new float[size];
        for (var i = 0; i < size; i++)
            centred[i] = pixels[i] - _mean[i];
        for (var c = 0; c < Count; c++)
            places[c] = Dot(centred, _directions.AsSpan(c * size, size));
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var lanes = System.Numerics.Vector<float>.Count;
        var sum = System.Numerics.Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - lanes; i += lanes)
            sum += new System.Numerics.Vector<float>(a[i..]) * new System.Numerics.Vector<float>(b[i..]);
        var total = System.Numerics.Vector.Sum(sum);
        for (; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    private static float[] Mean(GreyImages images, int[] pictures)
    {
        var sums = new long[images.Width * images.Height];
        foreach (var picture in pictures)
        {
            var pixels = images[picture];
            for (var i = 0; i < sums.Length; i++)
                sums[i] += pixels[i];
        }

        return Array.ConvertAll(sums, sum => (float)((double)sum / pictures.Length));
    }

    /// <summary>Rows of the matrix are shared among the cores; every one is summed in the order of the pictures.</summary>
    private static double[] Covariance(GreyImages images, int[] pictures, float[] mean, CancellationToken cancellationToken)
    {
        const int RowsTogether = 28;
        var size = mean.Length;
        var sums = new double[size * size];
        var blocks = (size + RowsTogether - 1) / RowsTogether;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
        {
            var first = block * RowsTogether;
            var last = Math.Min(size, first + RowsTogether);
            var centred = new double[size];
            foreach (var picture in pictures)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var pixels = images[picture];
                for (var i = first; i < size; i++)
                    centred[i] = pixels[i] - mean[i];
                for (var i = first; i < last; i++)
                {
                    if (centred[i] != 0)
                        AddScaled(sums.AsSpan(i * size + i, size - i), centred.AsSpan(i), centred[i]);
                }
            }
        });
        for (var i = 0; i < size; i++)
        {
            for (var j = i; j < size; j++)
                sums[j * size + i] = sums[i * size + j] /= pictures.Length - 1;
        }

        return sums;
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> values, double factor)
    {
        var lanes = System.Numerics.Vector<double>.Count;
        var scale = new System.Numerics.Vector<double>(factor);
        var i = 0;
        for (; i <= target.Length - lanes; i += lanes)
            (new System.Numerics.Vector<double>(target[i..]) + new System.Numerics.Vector<double>(values[i..]) * scale).CopyTo(target[i..]);
        for (; i < target.Length; i++)
            target[i] += values[i] * factor;
    }
}
