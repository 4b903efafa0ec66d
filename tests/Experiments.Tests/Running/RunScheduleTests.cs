using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Tests.Running;

public class RunScheduleTests
{
    [Fact]
    public void A_chain_that_would_end_last_begins_in_time_and_the_others_as_asked_for()
    {
        var schedule = Schedule(atOnce: 2, ("a", 1), ("b", 2), ("c", 1), ("long", 4), ("d", 2), ("long", 2), ("e", 1));

        Assert.Equal(["a", "long", "b", "d", "c", "e"], schedule.Chains.Select(chain => chain[0].Chain));
        Assert.Equal([4.0, 2.0], schedule.Chains.Single(chain => chain.Length == 2).Select(run => (double)run.Seed));
        Assert.Equal(7, schedule.Expected.TotalSeconds);
    }

    [Fact]
    public void One_at_a_time_they_begin_as_asked_for() =>
        Assert.Equal(["a", "long", "b"], Schedule(atOnce: 1, ("a", 1), ("long", 60), ("b", 2)).Chains.Select(chain => chain[0].Chain));

    [Fact]
    public void What_is_left_is_nearly_as_much_faster_than_expected_as_what_is_done()
    {
        var schedule = Schedule(atOnce: 1, ("a", 1000), ("b", 3000));

        schedule.Begin(schedule.Chains[0][0]);
        var (done, left) = schedule.End(schedule.Chains[0][0]);

        Assert.Equal(1, done);
        Assert.InRange(left.TotalSeconds, 3000 * 200 / 1200, 530); // 1000 s took none, and a twentieth of 4000 s is taken to have come as expected
        schedule.Begin(schedule.Chains[1][0]);
        Assert.Equal((2, TimeSpan.Zero), schedule.End(schedule.Chains[1][0]));
    }

    /// <summary>Of runs that differ by their seconds, given as seeds too.</summary>
    private static RunSchedule Schedule(int atOnce, params (string Chain, int Seconds)[] runs) =>
        new([.. runs.Select(run => (new PlannedRun(ExperimentCatalogue.All[0], run.Seconds, run.Chain), (double)run.Seconds))], atOnce);
}
