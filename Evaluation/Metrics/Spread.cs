namespace MlNetFashion.Evaluation;

/// <summary>What repeated measurements of one figure (over seeds, over folds) amount to.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Of a sample (divided by count − 1); NaN for one value.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="MeanInterval">Student's 95 % interval of the mean; NaN for one value.</param>
public sealed record Spread(
    int Count, double Mean, double StandardDeviation, double Minimum, double Maximum, Interval MeanInterval)
{
    /// <summary>The spread of <paramref name="values"/>.</summary>
    /// <exception cref="ArgumentException">No values.</exception>
    public static Spread Of(IReadOnlyCollection<double> values, double level = 0.95)
    {
        if (values.Count == 0)
            throw new ArgumentException("The spread of at least one value can be computed. Received: none.", nameof(values));

        var mean = values.Average();
        var deviation = values.Count == 1 ? double.NaN : Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (values.Count - 1));
        return new Spread(
            values.Count, mean, deviation, values.Min(), values.Max(), Interval.StudentT(mean, deviation, values.Count, level));
    }
}
