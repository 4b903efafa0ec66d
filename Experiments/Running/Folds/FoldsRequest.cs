using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>Everything a command line asks of folds, checked.</summary>
/// <param name="Experiments">With their overrides applied: one, or the candidates of a nested protocol.</param>
/// <param name="Data">Where the data may come from.</param>
/// <param name="Protocol">How the rows are split.</param>
internal sealed record FoldsRequest(ImmutableArray<Experiment> Experiments, DataRequest Data, ProtocolRequest Protocol)
{
    /// <summary>What was asked for by name: the experiments, or the grid whose points they are.</summary>
    public required ImmutableArray<string> Names { get; init; }

    public required Overrides Overrides { get; init; }

    /// <summary>Full path of the folder that reports and kept folds go to.</summary>
    public required string ResultsFolder { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Threads of each fold; null shares the cores among the folds that run at the same time.</summary>
    public int? Threads { get; init; }

    /// <summary>Folds that run at the same time; null for as many as the cores hold.</summary>
    public int? Parallel { get; init; }

    /// <summary>Whether folds kept from an earlier run are forgotten.</summary>
    public bool Fresh { get; init; }

    /// <summary>Which part of the folds is run here.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    public bool Quiet { get; init; }

    /// <summary>How folds that do not need each other share the cores; those that run one after another have all of them.</summary>
    public CoreShare Share => CoreShare.Of(Parallel, Threads, Math.Max(1, Shard.Of(Protocol.Splits).Count));
}
