using System.Collections.Immutable;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>One network trained fold after fold; the model of the last fold is the outcome.</summary>
internal sealed record FoldsExperiment(string Name, string Title, ImmutableArray<NetworkExperiment> Members) : CompositeExperiment(Name, Title, Members)
{
    /// <summary>Whether each fold begins with the weights of the one before.</summary>
    public bool IsWarm => Members[^1].StartsFrom is not null;
}
