using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>Everything a command line asks of <c>reproduce</c>, checked.</summary>
/// <param name="Reports">The reports to repeat.</param>
/// <param name="Data">Where the data may come from.</param>
internal sealed record ReproductionRequest(ImmutableArray<Report> Reports, DataRequest Data)
{
    /// <summary>Full path of the folder that run folders go to.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>Full path of the folder that the pages go to.</summary>
    public string PagesFolder => Path.Combine(ResultsFolder, "reproduction");

    public int FirstSeed { get; init; } = 1;

    /// <summary>How many seeds; experiments that need fewer take fewer.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>Run this experiment alone; null for all.</summary>
    public Experiment? Only { get; init; }

    /// <summary>A look at how everything works: few images, few epochs, a few points of each grid.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Tell what it would take, and run nothing.</summary>
    public bool EstimateOnly { get; init; }

    /// <summary>How much of the data is used; null for all of it.</summary>
    public RowLimit? Rows { get; init; }

    /// <summary>Runs that go on at the same time; null for as many as the cores hold.</summary>
    public int? Parallel { get; init; }

    /// <summary>Threads that each run trains on; null shares the cores among them.</summary>
    public int? Threads { get; init; }

    public Shard Shard { get; init; } = Shard.Whole;
}
