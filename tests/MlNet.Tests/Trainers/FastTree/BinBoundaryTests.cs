using Microsoft.ML.Trainers.FastTree;

namespace MlNetFashion.MlNet.Tests.Trainers.FastTree;

public sealed class BinBoundaryTests
{
    [Fact]
    public void Few_values_have_bins_of_their_own()
    {
        Assert.Equal([0.5f, 2.5f, float.PositiveInfinity], BinBoundaries.Find([0, 1, 4], [5, 1, 1], 255));
    }

    [Fact]
    public void Neighbours_with_fewest_rows_share_a_bin()
    {
        Assert.Equal([0.5f, 2.5f, float.PositiveInfinity], BinBoundaries.Find([0, 1, 2, 3], [9, 2, 2, 9], 3));
    }

    [Theory]
    [InlineData(1000, 255)]
    [InlineData(10000, 100)]
    public void Bins_of_different_values_are_nearly_equal(int values, int bins)
    {
        float[] ascending = [.. Enumerable.Range(0, values).Select(value => (float)value)];
        float[] bounds = BinBoundaries.Find(ascending, [.. Enumerable.Repeat(1, values)], bins);
        Assert.Equal(bins, bounds.Length);
        int[] counts = [.. bounds.Select((bound, bin) => ascending.Count(value => value <= bound && (bin == 0 || value > bounds[bin - 1])))];
        Assert.Equal(values, counts.Sum());
        Assert.InRange(counts.Max() - counts.Min(), 0, 2);
    }

    [Fact]
    public void A_threshold_lies_below_the_value_above_it_though_they_are_neighbours()
    {
        float upper = MathF.BitIncrement(1);
        Assert.Equal([1f, float.PositiveInfinity], BinBoundaries.Find([1, upper], [1, 1], 255));
    }
}
