using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Tests.Running;

public class SplitStatisticsTests
{
    [Fact]
    public void Counts_and_moments_are_those_of_the_pixels()
    {
        var images = new PackedImages([0, 0, 10, 30, 0, 20, 40, 100], [2, 0], height: 2, width: 2);

        var split = SplitStatistics.Of(images, classes: 3);

        Assert.Equal<int>([1, 0, 1], split.RowsByClass.ToArray());
        Assert.Equal(25, split.Mean, 12);
        Assert.Equal(Math.Sqrt(1000), split.StandardDeviation, 12);
        Assert.Equal(3 / 8.0, split.ZeroShare, 12);
    }
}
