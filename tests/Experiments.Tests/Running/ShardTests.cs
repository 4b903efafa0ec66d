using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Tests.Running;

public class ShardTests
{
    private static readonly PlannedRun[] All = [.. PlannedRun.Of(ExperimentCatalogue.All, firstSeed: 1, seeds: 3)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_parts_are_the_whole_and_share_nothing(int count)
    {
        var parts = Enumerable.Range(1, count).SelectMany(number => new Shard(number, count).Of(All)).ToList();

        Assert.Equal(All.Length, parts.Count);
        Assert.Equal(All.ToHashSet(), parts.ToHashSet());
    }

    [Fact]
    public void Runs_that_begin_with_each_others_weights_stay_together()
    {
        var part = Enumerable.Range(1, 5).ToDictionary(number => number, number => new Shard(number, 5).Of(All).Select(run => run.Chain).ToHashSet());

        var chains = All.Where(run => run.Experiment is NetworkExperiment { StartsFrom: not null }).Select(run => run.Chain).Distinct().ToList();
        Assert.Equal(6, chains.Count);
        Assert.All(chains, chain => Assert.Single(part.Values, mine => mine.Contains(chain)));
    }

    [Fact]
    public void The_parts_have_about_the_same_to_do()
    {
        var work = Enumerable.Range(1, 8).Select(number => new Shard(number, 8).Of(All).Sum(run => run.Work)).ToList();

        Assert.InRange(work.Max() / work.Min(), 1, 1.2);
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("-1/2")]
    [InlineData("a/b")]
    [InlineData("1/2/3")]
    public void Anything_else_is_no_part(string text) => Assert.Null(Shard.Parse(text));

    [Fact]
    public void A_part_reads_as_it_is_written() => Assert.Equal(new Shard(2, 8), Shard.Parse(new Shard(2, 8).ToString()));
}
