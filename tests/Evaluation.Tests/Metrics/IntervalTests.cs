namespace MlNetFashion.Evaluation.Tests.Metrics;

public class IntervalTests
{
    /// <summary>Expected: SciPy 1.10.1, binomtest(k, n).proportion_ci(level, method='wilson').</summary>
    [Theory]
    [InlineData(9181, 10000, 0.95, 0.9125636218372053, 0.923315278725235)]
    [InlineData(9181, 10000, 0.99, 0.9107564399899704, 0.9248891178229108)]
    [InlineData(0, 10, 0.95, 0.0, 0.27753279986288926)]
    [InlineData(10, 10, 0.95, 0.7224672001371109, 1.0)]
    [InlineData(1, 3, 0.95, 0.06149194472039626, 0.7923403991979523)]
    [InlineData(50, 100, 0.99, 0.37527962504483986, 0.6247203749551602)]
    public void Wilson_interval_is_that_of_scipy(long successes, long trials, double level, double lower, double upper)
    {
        var interval = Interval.Wilson(successes, trials, level);

        Assert.Equal(lower, interval.Lower, 10);
        Assert.Equal(upper, interval.Upper, 10);
        Assert.InRange((double)successes / trials, interval.Lower, interval.Upper);
    }

    [Fact]
    public void Nothing_tried_says_nothing() => Assert.Equal(new Interval(0, 1, 0.95), Interval.Wilson(0, 0));

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(1, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Wilson(1, 5, double.NaN));
    }

    /// <summary>Expected: NumPy 1.24.2 std(ddof=1); SciPy 1.10.1 t.interval(0.95, 2, mean, sd/sqrt(3)).</summary>
    [Fact]
    public void Spread_over_seeds_has_students_interval()
    {
        var spread = Spread.Of([0.9181, 0.9203, 0.9174]);

        Assert.Equal(0.9186, spread.Mean, 12);
        Assert.Equal(0.0015132745950421577, spread.StandardDeviation, 12);
        Assert.Equal(0.9148408175100806, spread.MeanInterval.Lower, 10);
        Assert.Equal(0.9223591824899193, spread.MeanInterval.Upper, 10);
        Assert.Equal((0.9174, 0.9203, 3), (spread.Minimum, spread.Maximum, spread.Count));
    }

    /// <summary>
    /// By hand, 3 times 2 folds of 1,000 rows: mean 0.9055, s² = (4.5² + 5.5² + 0.5² + 2.5² + 6.5² + 2.5²) / 5 · 1e-6 = 2.11e-5, t(0.975; 5) = 2.5705818366;
    /// half = t √((1/6 + 500/500) s²) = 0.0127540, where Student's alone has t √(s²/6): √7 times as wide. Ends: NumPy 1.24.2 and SciPy 1.10.1.
    /// </summary>
    [Fact]
    public void Over_folds_the_interval_is_widened_for_the_rows_they_share()
    {
        double[] accuracies = [0.910, 0.900, 0.905, 0.903, 0.912, 0.903];
        var plain = Spread.Of(accuracies);
        var folds = Spread.OverFolds(accuracies, 500, 500);

        Assert.Equal((plain.Mean, plain.StandardDeviation), (folds.Mean, folds.StandardDeviation));
        Assert.Equal(2.11e-5, folds.StandardDeviation * folds.StandardDeviation, 12);
        Assert.Equal(0.8927460104440548, folds.MeanInterval.Lower, 10);
        Assert.Equal(0.9182539895559452, folds.MeanInterval.Upper, 10);
        Assert.Equal(Math.Sqrt(7), folds.MeanInterval.HalfWidth / plain.MeanInterval.HalfWidth, 9);
        Assert.True(double.IsNaN(Spread.OverFolds([0.9], 10, 10).MeanInterval.Lower));
        Assert.Throws<ArgumentOutOfRangeException>(() => Spread.OverFolds(accuracies, 500, 0));
    }

    [Fact]
    public void One_value_has_no_spread()
    {
        var spread = Spread.Of([0.9]);

        Assert.Equal(0.9, spread.Mean);
        Assert.True(double.IsNaN(spread.StandardDeviation) && double.IsNaN(spread.MeanInterval.Lower));
        Assert.Throws<ArgumentException>(() => Spread.Of([]));
    }
}
