using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>What a command asks of several runs together.</summary>
internal sealed record RunSetRequest(DataRequest Data)
{
    /// <summary>Full path of the folder that run folders go to.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>Runs that go on at the same time; null for as many as the cores hold.</summary>
    public int? Parallel { get; init; }

    /// <summary>Threads that each run trains on; null shares the cores among them.</summary>
    public int? Threads { get; init; }

    /// <summary>How much of the data is used; null for all of it.</summary>
    public RowLimit? Rows { get; init; }

    /// <summary>What replaces a training's declared settings. The default value replaces nothing.</summary>
    public Func<Experiment, Overrides> OverridesFor { get; init; } = _ => new Overrides();

    /// <summary>What else is asked of each run, as figures after every epoch. The default value asks nothing.</summary>
    public Func<RunRequest, RunRequest> Asking { get; init; } = run => run;

    public Shard Shard { get; init; } = Shard.Whole;
}
