namespace Microsoft.ML.Transforms;

/// <summary>erf, by its series near zero and the continued fraction of erfc (Lentz) far from it; about 1e-15 everywhere.</summary>
internal static class ErrorFunction
{
    internal static double Of(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        var magnitude = Math.Abs(x);
        if (magnitude > 6)
            return Math.Sign(x);
        var value = magnitude < 2 ? Series(magnitude) : 1 - Complement(magnitude);
        return x < 0 ? -value : value;
    }

    // Abramowitz and Stegun 7.1.6: erf x = 2/sqrt(pi) e^(-x^2) sum 2^n x^(2n+1) / (1*3*...*(2n+1)).
    private static double Series(double x)
    {
        var term = x;
        var sum = x;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // Abramowitz and Stegun 7.1.14.
    private static double Complement(double x)
    {
        var fraction = x;
        for (var n = 60; n > 0; n--)
            fraction = x + (n / 2.0 / fraction);
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
