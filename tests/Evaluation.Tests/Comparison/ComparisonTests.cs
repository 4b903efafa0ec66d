using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Comparison;

public class ComparisonTests
{
    /// <summary>Expected: SciPy 1.10.1, binomtest(smaller, total, 0.5).pvalue.</summary>
    [Theory]
    [InlineData(0, 5, 0.0625)]
    [InlineData(3, 15, 0.03515625)]
    [InlineData(40, 100, 0.05688793364098088)]
    [InlineData(481, 1000, 0.24196933616887048)]
    [InlineData(50, 100, 1.0)]
    [InlineData(0, 0, 1.0)]
    public void McNemar_is_the_exact_binomial_test(int smaller, int total, double p) => Assert.Equal(p, McNemarTest.TwoSided(smaller, total), 9);

    [Fact]
    public void McNemar_counts_the_rows_that_tell_models_apart()
    {
        var first = Predictions.From([0, 0, 0, 1], [.9f, .1f, .9f, .1f, .9f, .1f, .9f, .1f], 2);
        var second = Predictions.From([0, 0, 0, 1], [.9f, .1f, .1f, .9f, .1f, .9f, .1f, .9f], 2);
        var test = McNemarTest.Of(first, second);

        Assert.Equal((2, 1, 1.0), (test.OnlyFirst, test.OnlySecond, test.PValue));
        Assert.Throws<ArgumentException>(() => McNemarTest.Of(first, Predictions.From([0, 0, 1, 1], new float[8], 2)));
    }

    /// <summary>Expected: SciPy 1.10.1, t = mean(d) / sqrt((1/5 + 12000/48000) var(d, ddof=1)); 2 t.sf(|t|, 4).</summary>
    [Fact]
    public void Resampled_t_test_is_corrected()
    {
        var test = ResampledTTest.Of([.918, .921, .916, .924, .919], [.915, .917, .916, .918, .914], 48000, 12000);

        Assert.Equal(0.0036, test.MeanDifference, 12);
        Assert.Equal(2.331086069657434, test.T, 9);
        Assert.Equal(0.08015667421022182, test.PValue, 9);
        Assert.Equal(4, test.DegreesOfFreedom);
    }

    [Fact]
    public void Models_that_never_differ_are_equal()
    {
        var test = ResampledTTest.Of([.9, .8], [.9, .8], 100, 10);
        Assert.Equal((0.0, 1.0), (test.T, test.PValue));
        Assert.Throws<ArgumentException>(() => ResampledTTest.Of([.9], [.8], 100, 10));
        Assert.Throws<ArgumentException>(() => ResampledTTest.Of([.9, .8], [.8], 100, 10));
    }

    [Fact]
    public void The_verdict_is_a_sentence()
    {
        double[] good = [.927, .925, .929, .928, .926];
        double[] fair = [.918, .917, .919, .920, .916];

        Assert.Equal(
            "B is better than A: 92.70 % against 91.80 %, p < 0.001 (corrected resampled t-test over 5 folds).",
            ModelComparison.OnSameFolds("A", fair, "B", good, 48000, 12000).Sentence);
        var level = ModelComparison.OnSameRows("A", SampleRun.Predictions, "B", SampleRun.Predictions);
        Assert.False(level.IsSignificant);
        Assert.StartsWith("A and B cannot be told apart here: 89.60 % against 89.60 %, p = 1.000 (McNemar's exact test on 2,000 rows: 0 right by A", level.Sentence, StringComparison.Ordinal);
    }
}
