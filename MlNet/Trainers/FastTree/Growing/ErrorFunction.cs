namespace Microsoft.ML.Trainers.FastTree;

/// <summary>The complementary error function of arguments that are not negative.</summary>
internal static class ErrorFunction
{
    private const double SeriesEnd = 2;

    /// <summary>
    /// 2/√π · ∫ from x to ∞ of exp(-t²): by the power series below 2 (Abramowitz and Stegun 7.1.6), by the continued fraction above (7.1.14).
    /// NaN and negative arguments give 1.
    /// </summary>
    internal static double Complementary(double x)
    {
        if (!(x > 0))
            return 1;
        double scale = Math.Exp(-x * x) / Math.Sqrt(Math.PI);
        if (x < SeriesEnd)
        {
            double term = x;
            double sum = x;
            for (int n = 1; term > sum * 1e-17; n++)
            {
                term *= 2 * x * x / ((2 * n) + 1);
                sum += term;
            }

            return 1 - (2 * scale * sum);
        }

        double fraction = x;
        for (int n = 60; n > 0; n--)
            fraction = x + (n / 2.0 / fraction);
        return scale / fraction;
    }
}
