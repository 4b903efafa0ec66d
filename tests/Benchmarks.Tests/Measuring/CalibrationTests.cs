namespace MlNetFashion.Benchmarks.Tests;

public class CalibrationTests
{
    [Fact]
    public void A_slow_beginning_does_not_count()
    {
        var called = new List<int>();
        double Time(int count)
        {
            called.Add(count);
            return (count * 0.01) + (called.Count < 3 ? 0.5 : 0); // the first two times something is compiled
        }

        Assert.Equal(200, Calibration.CountFor(2, Time));
        Assert.True(called[^1] * 0.01 > 0.6 * 2);
    }

    [Fact]
    public void Work_longer_than_a_round_is_done_once() => Assert.Equal(1, Calibration.CountFor(1, count => 5 * count));
}
