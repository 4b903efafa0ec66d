namespace MlNetFashion.Evaluation;

/// <summary>
/// Intervals for figures that have no formula of their own (B. Efron, "Bootstrap methods: another look at the jackknife", 1979): the test rows
/// are drawn again, with replacement, and the figure is computed anew each time.
/// </summary>
public static class Bootstrap
{
    /// <summary>The percentile interval of a figure of the confusion table, as macro F1.</summary>
    /// <param name="predictions">The rows; at least one.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="resamples">How often to draw, 1,000 by default.</param>
    /// <param name="seed">Where the draws start; the same seed gives the same interval.</param>
    /// <param name="level">The confidence, 0.95 by default.</param>
    /// <exception cref="ArgumentException">No rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 10 resamples, or a level outside (0, 1).</exception>
    public static Interval Of(
        Predictions predictions, Func<ConfusionCounts, double> figure, int resamples = 1000, int seed = 0, double level = 0.95) =>
        Of(predictions, [figure], resamples, seed, level)[0];

    /// <summary>The intervals of several figures from the same draws.</summary>
    /// <inheritdoc cref="Of(Predictions, Func{ConfusionCounts, double}, int, int, double)"/>
    public static IReadOnlyList<Interval> Of(
        Predictions predictions, IReadOnlyList<Func<ConfusionCounts, double>> figures, int resamples = 1000, int seed = 0, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 10);
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1, as 0.95 does.");
        if (predictions.Count == 0)
            throw new ArgumentException("At least one row is needed to draw from. Received: none.", nameof(predictions));

        var random = new Random(seed);
        var values = figures.Select(_ => new double[resamples]).ToArray();
        var classes = predictions.Classes;
        var cells = new int[predictions.Count];
        for (var row = 0; row < cells.Length; row++)
            cells[row] = predictions.Actual[row] * classes + predictions.Predicted[row];
        for (var i = 0; i < resamples; i++)
        {
            var counts = new long[classes * classes];
            for (var draw = 0; draw < cells.Length; draw++)
                counts[cells[random.Next(cells.Length)]]++;
            var drawn = new ConfusionCounts(counts, classes);
            for (var f = 0; f < values.Length; f++)
                values[f][i] = figures[f](drawn);
        }

        foreach (var drawn in values)
            Array.Sort(drawn);
        return [.. values.Select(drawn => new Interval(Quantile(drawn, (1 - level) / 2), Quantile(drawn, (1 + level) / 2), level))];
    }

    /// <summary>Linear between order statistics, NumPy's default.</summary>
    internal static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
