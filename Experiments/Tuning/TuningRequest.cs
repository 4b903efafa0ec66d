using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>Everything a command line asks of <c>tune</c>, checked.</summary>
/// <param name="Experiment">What is tuned.</param>
/// <param name="Points">The points to try.</param>
/// <param name="Data">Where the data may come from.</param>
internal sealed record TuningRequest(NetworkExperiment Experiment, ImmutableArray<TuningPoint> Points, DataRequest Data)
{
    /// <summary>Full path of the folder that the search's own folder goes to.</summary>
    public required string ResultsFolder { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Folds of a cross-validation of the training images; null for one split, the experiment's own.</summary>
    public int? Folds { get; init; }

    /// <summary>Whether points are tried for a few epochs first, and only the best third goes on each time.</summary>
    public bool Halves { get; init; }

    /// <summary>Points that are tried at the same time; null for as many as the cores hold.</summary>
    public int? Parallel { get; init; }

    /// <summary>Threads that each trains on; null shares the cores among them.</summary>
    public int? Threads { get; init; }

    public Shard Shard { get; init; } = Shard.Whole;
}
