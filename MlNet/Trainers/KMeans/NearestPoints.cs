using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>Which of some points is nearest to each row, while points are added.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="row">A row's features.</param>
/// <param name="parallel">The threads to work on; they change no bit.</param>
internal sealed class NearestPoints(int rows, Func<int, ReadOnlySpan<float>> row, ParallelOptions parallel)
{
    private const int RowsPerTask = 256;
    private readonly int[] _points = new int[rows];

    // Squared distances without the square of the row, which is the same for all points.
    private readonly float[] _least = CreateLeast(rows);
    private readonly float[] _squares = new float[rows];

    /// <summary>How many points there are.</summary>
    internal int Count { get; private set; }

    /// <summary>The nearest point of each row; of two as near, the later.</summary>
    internal ReadOnlySpan<int> Points => _points;

    internal void Add(float[][] points)
    {
        float[] squares = Array.ConvertAll(points, point => TensorPrimitives.Dot<float>(point, point));
        Parallel.For(0, (rows + RowsPerTask - 1) / RowsPerTask, parallel, task =>
        {
            for (int i = task * RowsPerTask; i < Math.Min(rows, (task + 1) * RowsPerTask); i++)
            {
                ReadOnlySpan<float> features = row(i);
                if (Count == 0)
                    _squares[i] = TensorPrimitives.Dot(features, features);
                for (int k = 0; k < points.Length; k++)
                {
                    float distance = (-2 * TensorPrimitives.Dot(features, points[k])) + squares[k];
                    if (distance > _least[i])
                        continue;
                    _least[i] = distance;
                    _points[i] = Count + k;
                }
            }
        });
        Count += points.Length;
    }

    /// <summary>The squared distance of each row from its nearest point.</summary>
    internal float[] Distances()
    {
        var distances = new float[rows];
        TensorPrimitives.Add(_least, _squares, distances);
        TensorPrimitives.Max(distances, 0, distances);
        return distances;
    }

    private static float[] CreateLeast(int rows)
    {
        var least = new float[rows];
        least.AsSpan().Fill(float.MaxValue);
        return least;
    }
}
