namespace MlNetFashion.Benchmarks.Tests;

public class SampleTests
{
    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2, 1, 3)]
    [InlineData(new double[] { 4, 1, 3, 2 }, 2.5, 1, 4)]
    [InlineData(new double[] { 7 }, 7, 7, 7)]
    public void Median_and_ends(double[] values, double median, double lowest, double highest) =>
        Assert.Equal(new Sample(median, lowest, highest), Sample.Of(values));

    [Fact]
    public void No_values_are_refused() => Assert.Throws<ArgumentException>(() => Sample.Of([]));
}
