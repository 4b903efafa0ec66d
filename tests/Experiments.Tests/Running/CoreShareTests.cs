using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Tests.Running;

public class CoreShareTests
{
    private const long Plenty = 1L << 40;

    [Theory]
    [InlineData(null, null, 300, 8, 8, 1)]
    [InlineData(null, null, 3, 8, 3, 2)]
    [InlineData(null, null, 1, 8, 1, 8)]
    [InlineData(null, 2, 300, 8, 4, 2)]
    [InlineData(null, 16, 300, 8, 1, 16)]
    [InlineData(2, null, 300, 8, 2, 4)]
    [InlineData(1, null, 300, 8, 1, 8)]
    [InlineData(12, null, 300, 8, 12, 1)]
    [InlineData(3, 5, 300, 8, 3, 5)]
    public void What_is_not_said_fills_the_cores(int? parallel, int? threads, int runs, int cores, int atOnce, int each) =>
        Assert.Equal(new CoreShare(atOnce, each), CoreShare.Of(parallel, threads, runs, cores, Plenty));

    [Fact]
    public void Runs_are_no_more_than_the_memory_holds_unless_asked_for()
    {
        const long threeRuns = 7L << 29;

        Assert.Equal(new CoreShare(3, 5), CoreShare.Of(null, null, 300, 16, threeRuns));
        Assert.Equal(new CoreShare(16, 1), CoreShare.Of(16, null, 300, 16, threeRuns));
        Assert.Equal(new CoreShare(1, 16), CoreShare.Of(null, null, 300, 16, memory: 1000));
    }
}
