namespace Microsoft.ML.Transforms;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, section 8.5).</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 100;

    /// <summary>The values and, in the same order, the unit vectors that belong to them. The matrix is used up.</summary>
    internal static (double[] Values, double[][] Vectors) Solve(double[][] matrix)
    {
        int n = matrix.Length;
        var vectors = new double[n][];
        for (int i = 0; i < n; i++)
        {
            vectors[i] = new double[n];
            vectors[i][i] = 1;
        }

        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double off = 0;
            double diagonal = 0;
            for (int p = 0; p < n; p++)
            {
                diagonal += matrix[p][p] * matrix[p][p];
                for (int q = p + 1; q < n; q++)
                    off += matrix[p][q] * matrix[p][q];
            }

            if (off <= 1e-24 * diagonal)
                break;
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                    Rotate(matrix, vectors, p, q);
            }
        }

        return ([.. Enumerable.Range(0, n).Select(i => matrix[i][i])], vectors);
    }

    private static void Rotate(double[][] a, double[][] vectors, int p, int q)
    {
        if (a[p][q] == 0)
            return;
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int k = 0; k < a.Length; k++)
            (a[k][p], a[k][q]) = ((c * a[k][p]) - (s * a[k][q]), (s * a[k][p]) + (c * a[k][q]));
        for (int k = 0; k < a.Length; k++)
            (a[p][k], a[q][k]) = ((c * a[p][k]) - (s * a[q][k]), (s * a[p][k]) + (c * a[q][k]));
        for (int k = 0; k < a.Length; k++)
            (vectors[p][k], vectors[q][k]) = ((c * vectors[p][k]) - (s * vectors[q][k]), (s * vectors[p][k]) + (c * vectors[q][k]));
    }
}
