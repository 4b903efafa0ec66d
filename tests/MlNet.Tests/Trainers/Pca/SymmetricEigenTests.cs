using Microsoft.ML.Transforms;

namespace MlNetFashion.MlNet.Tests.Trainers.Pca;

public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    public void A_matrix_times_a_vector_is_its_value_times_it(int n)
    {
        var random = new System.Random(n);
        double[][] matrix = Symmetric(n, (_, _) => random.NextDouble() - 0.5);

        Check(matrix);
    }

    [Fact]
    public void Diagonal_tridiagonal_and_repeated_values_are_no_exception()
    {
        Check(Symmetric(5, (i, j) => i == j ? i : 0));
        Check(Symmetric(5, (i, j) => Math.Abs(i - j) <= 1 ? 1 : 0));
        Check(Symmetric(4, (i, j) => i == j ? 2 : 1));
        Check(Symmetric(3, (_, _) => 0));
    }

    private static void Check(double[][] matrix)
    {
        int n = matrix.Length;
        (double[] values, double[][] vectors) = SymmetricEigen.Solve([.. matrix.Select(row => row.ToArray())]);

        Assert.Equal(values.OrderDescending(), values);
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
                Assert.Equal(values[k] * vectors[k][i], matrix[i].Zip(vectors[k]).Sum(pair => pair.First * pair.Second), 1e-5);
            for (int other = 0; other <= k; other++)
                Assert.Equal(k == other ? 1 : 0, vectors[k].Zip(vectors[other]).Sum(pair => pair.First * pair.Second), 1e-12);
        }
    }

    private static double[][] Symmetric(int n, Func<int, int, double> value)
    {
        double[][] matrix = [.. Enumerable.Range(0, n).Select(_ => new double[n])];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                matrix[i][j] = matrix[j][i] = value(i, j);
        }

        return matrix;
    }
}
