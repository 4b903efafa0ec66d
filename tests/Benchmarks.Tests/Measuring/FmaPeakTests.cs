namespace MlNetFashion.Benchmarks.Tests;

public class FmaPeakTests
{
    /// <summary>Not a speed test: no processor that runs this does less than one billion or more than a thousand billion a second and thread.</summary>
    [Fact]
    public void The_peak_is_a_plausible_number_of_operations_a_second() => Assert.InRange(FmaPeak.Measure(1), 1e9, 1e12);
}
