using MathNet.Numerics.Distributions;

namespace MlNetFashion.Evaluation;

/// <summary>A confidence interval.</summary>
/// <param name="Lower">Its lower end, included.</param>
/// <param name="Upper">Its upper end, included.</param>
/// <param name="Level">The confidence it holds with, between 0 and 1.</param>
public readonly record struct Interval(double Lower, double Upper, double Level)
{
    /// <summary>Half the width: what is written after "±".</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>
    /// The Wilson score interval of a proportion (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    /// JASA 22, 1927): it never leaves [0, 1] and stays honest near its ends, which accuracies are close to.
    /// With no trials it is the whole of [0, 1].
    /// </summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="level">The confidence, between 0 and 1; 0.95 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside those ranges.</exception>
    public static Interval Wilson(long successes, long trials, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var z = NormalQuantile(level);
        if (trials == 0)
            return new Interval(0, 1, level);

        double n = trials;
        var p = successes / n;
        var shrink = 1 / (1 + z * z / n);
        var centre = (p + z * z / (2 * n)) * shrink;
        var half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n)) * shrink;

        // At the ends the formula is exact; rounding must not take the proportion itself out of its interval.
        return new Interval(
            successes == 0 ? 0 : Math.Max(0, centre - half),
            successes == trials ? 1 : Math.Min(1, centre + half),
            level);
    }

    /// <summary>Student's t interval of a mean: mean ± t · standard error. NaN at both ends for fewer than two values.</summary>
    internal static Interval StudentT(double mean, double standardError, int count, double level)
    {
        RequireLevel(level);
        if (count < 2)
            return new Interval(double.NaN, double.NaN, level);

        var t = StudentT(count - 1).InverseCumulativeDistribution(0.5 + level / 2);
        var half = t * standardError;
        return new Interval(mean - half, mean + half, level);

        static MathNet.Numerics.Distributions.StudentT StudentT(double freedom) => new(0, 1, freedom);
    }

    private static double NormalQuantile(double level)
    {
        RequireLevel(level);
        return Normal.InvCDF(0, 1, 0.5 + level / 2);
    }

    private static void RequireLevel(double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1, as 0.95 does.");
    }
}
