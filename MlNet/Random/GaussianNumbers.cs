namespace Microsoft.ML.Runtime;

/// <summary>Numbers of the standard normal distribution, by the ratio of two uniform ones (Leva, 1992, "A fast normal random number generator").</summary>
internal static class GaussianNumbers
{
    private static readonly double _width = 2 * Math.Sqrt(2 / Math.E);

    internal static double Next(Random random)
    {
        while (true)
        {
            double u = random.NextDouble();
            double v = _width * (random.NextDouble() - 0.5);

            // Two ellipses around the region that is accepted: inside the inner one for sure, outside the outer one never.
            double x = u - 0.449871;
            double y = Math.Abs(v) + 0.386595;
            double q = (x * x) + (y * ((0.196 * y) - (0.25472 * x)));
            if (q <= 0.27597 || (q <= 0.27846 && v * v <= -4 * u * u * Math.Log(u)))
                return v / u;
        }
    }
}
