namespace MlNetFashion.Benchmarks.Tests;

public class CoreDistanceTests
{
    [SkippableFact]
    public void It_is_longer_than_a_cache_access_and_shorter_than_a_time_slice()
    {
        Skip.If(Environment.ProcessorCount < 2, "Two threads that wait for each other need two processors.");

        Assert.InRange(CoreDistance.Measure(), 1, 10_000_000);
    }
}
