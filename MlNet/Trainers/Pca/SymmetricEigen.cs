namespace Microsoft.ML.Transforms;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix: reflections make it tridiagonal, implicitly shifted QL steps diagonal (Wilkinson and Reinsch, 1971,
/// II/2 and II/4). An eigenvector may as well point the other way; rows are reflected from the last one on, without a change of sign, so that it points
/// where ML.NET's does, but for rounding.
/// </summary>
internal static class SymmetricEigen
{
    private const int MaxSteps = 50;

    /// <summary>The values, falling, and in the same order the unit vectors that belong to them. The matrix is used up.</summary>
    internal static (double[] Values, double[][] Vectors) Solve(double[][] matrix)
    {
        int n = matrix.Length;
        var beside = new double[n];
        double[][] vectors = Tridiagonalize(matrix, beside);
        double[] values = [.. Enumerable.Range(0, n).Select(i => matrix[i][i])];
        Diagonalize(values, beside, vectors);
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => values[i])];
        return ([.. order.Select(i => values[i])], [.. order.Select(i => vectors[i])]);
    }

    /// <summary>Leaves the diagonal in the matrix and the values beside it in <paramref name="beside"/>, from 0 on.</summary>
    /// <returns>The columns of the orthogonal matrix between the two.</returns>
    private static double[][] Tridiagonalize(double[][] matrix, double[] beside)
    {
        int n = matrix.Length;
        var reflections = new (double[] Vector, double Half)[n];
        for (int i = n - 1; i >= 2; i--)
        {
            double[] u = matrix[i][..i];
            double length = Math.Sqrt(Dot(u, u));
            double signed = Math.CopySign(length, u[i - 1]);
            double half = (length * length) - (u[i - 1] * signed);
            beside[i - 1] = signed;

            // Nothing is to be reflected in a row that is tridiagonal already.
            if (half <= length * length * 1e-14)
                continue;
            u[i - 1] -= signed;
            Reflect(matrix, u, half);
            reflections[i] = (u, half);
        }

        if (n > 1)
            beside[0] = matrix[1][0];
        double[][] columns = [.. Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Select(k => j == k ? 1d : 0).ToArray())];
        for (int i = 2; i < n; i++)
        {
            (double[] u, double half) = reflections[i];
            for (int j = 0; j < i && u is not null; j++)
                AddMultiple(columns[j], u, -Dot(u, columns[j]) / half);
        }

        return columns;
    }

    /// <summary>Reflects the leading part of the matrix on both sides.</summary>
    private static void Reflect(double[][] matrix, double[] u, double half)
    {
        double[] p = [.. Enumerable.Range(0, u.Length).Select(i => Dot(u, matrix[i]) / half)];
        AddMultiple(p, u, -Dot(u, p) / (2 * half));
        for (int i = 0; i < u.Length; i++)
        {
            AddMultiple(matrix[i], p, -u[i]);
            AddMultiple(matrix[i], u, -p[i]);
        }
    }

    private static void Diagonalize(double[] values, double[] beside, double[][] vectors)
    {
        int n = values.Length;
        for (int first = 0; first < n; first++)
        {
            for (int step = 0; step < MaxSteps; step++)
            {
                int last = first;
                while (last < n - 1 && !IsNegligible(values, beside, last))
                    last++;
                if (last == first)
                    break;
                Step(values, beside, vectors, first, last);
            }
        }
    }

    // In single precision, as ML.NET works: one step more may turn a vector round.
    private static bool IsNegligible(double[] values, double[] beside, int i)
    {
        float size = (float)Math.Abs(values[i]) + (float)Math.Abs(values[i + 1]);
        return size + (float)Math.Abs(beside[i]) == size;
    }

    /// <summary>One QL step on the part from <paramref name="first"/> to <paramref name="last"/>, shifted by an eigenvalue of its first two rows.</summary>
    private static void Step(double[] values, double[] beside, double[][] vectors, int first, int last)
    {
        double slope = (values[first + 1] - values[first]) / (2 * beside[first]);
        double shifted = values[last] - values[first] + (beside[first] / (slope + Math.CopySign(double.Hypot(slope, 1), slope)));
        double sine = 1;
        double cosine = 1;
        double moved = 0;
        for (int i = last - 1; i >= first; i--)
        {
            double across = sine * beside[i];
            double along = cosine * beside[i];
            double length = double.Hypot(across, shifted);
            beside[i + 1] = length;
            if (length == 0)
            {
                // The part falls in two.
                values[i + 1] -= moved;
                beside[last] = 0;
                return;
            }

            sine = across / length;
            cosine = shifted / length;
            shifted = values[i + 1] - moved;
            double turn = ((values[i] - shifted) * sine) + (2 * cosine * along);
            moved = sine * turn;
            values[i + 1] = shifted + moved;
            shifted = (cosine * turn) - along;
            Rotate(vectors[i], vectors[i + 1], cosine, sine);
        }

        values[first] -= moved;
        beside[first] = shifted;
        beside[last] = 0;
    }

    private static void Rotate(double[] lower, double[] upper, double cosine, double sine)
    {
        for (int k = 0; k < lower.Length; k++)
            (lower[k], upper[k]) = ((cosine * lower[k]) - (sine * upper[k]), (sine * lower[k]) + (cosine * upper[k]));
    }

    /// <summary>Over the length of <paramref name="u"/>.</summary>
    private static double Dot(double[] u, double[] other)
    {
        double sum = 0;
        for (int k = 0; k < u.Length; k++)
            sum += u[k] * other[k];
        return sum;
    }

    private static void AddMultiple(double[] target, double[] u, double factor)
    {
        for (int k = 0; k < u.Length; k++)
            target[k] += factor * u[k];
    }
}
