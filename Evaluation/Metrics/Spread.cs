namespace MlNetFashion.Evaluation;

/// <summary>What repeated measurements of one figure (over seeds, over folds) amount to.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Of a sample (divided by count − 1); NaN for one value.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="MeanInterval">Student's 95 % interval of the mean; over folds corrected for the rows they share; NaN for one value.</param>
public sealed record Spread(
    int Count, double Mean, double StandardDeviation, double Minimum, double Maximum, Interval MeanInterval)
{
    /// <summary>The spread of <paramref name="values"/> that know nothing of each other, as those of several seeds.</summary>
    /// <exception cref="ArgumentException">No values.</exception>
    public static Spread Of(IReadOnlyCollection<double> values, double level = 0.95) =>
        Of(values, (deviation, count) => deviation / Math.Sqrt(count), level);

    /// <summary>
    /// The spread of values over folds. The interval of the mean is Student's with the variance of Nadeau and Bengio (2003),
    /// (1/J + test rows / training rows) s², since folds share rows.
    /// </summary>
    /// <param name="values">One a fold.</param>
    /// <param name="trainRows">Rows trained on in a fold, on average; above 0.</param>
    /// <param name="testRows">Rows judged in a fold, on average; above 0.</param>
    /// <param name="level">The confidence of the interval.</param>
    /// <exception cref="ArgumentException">No values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No training or test rows.</exception>
    public static Spread OverFolds(IReadOnlyCollection<double> values, double trainRows, double testRows, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trainRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(testRows);
        return Of(values, (deviation, folds) => ResampledVariance.StandardError(deviation, folds, trainRows, testRows), level);
    }

    private static Spread Of(IReadOnlyCollection<double> values, Func<double, int, double> standardError, double level)
    {
        if (values.Count == 0)
            throw new ArgumentException("The spread of at least one value can be computed. Received: none.", nameof(values));

        var mean = values.Average();
        var deviation = values.Count == 1 ? double.NaN : Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (values.Count - 1));
        return new Spread(
            values.Count, mean, deviation, values.Min(), values.Max(), Interval.StudentT(mean, standardError(deviation, values.Count), values.Count, level));
    }
}
