namespace Microsoft.ML.Transforms;

/// <summary>
/// erf as ML.NET approximates it, to about 1e-4: sign(x) sqrt(1 - exp(-x^2 (4/pi + a x^2) / (1 + a x^2))) with a = 0.147 (S. Winitzki, "A handy
/// approximation for the error function and its inverse", 2008).
/// </summary>
internal static class ErrorFunction
{
    private const double A = 0.147;

    internal static double Of(double x)
    {
        var square = x * x;
        return Math.CopySign(Math.Sqrt(1 - Math.Exp(-square * ((4 / Math.PI) + (A * square)) / (1 + (A * square)))), x);
    }
}
