using System.Collections.Immutable;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>The points of a grid search. Where each is cross-validated its folds are members of their own.</summary>
internal sealed record GridExperiment(string Name, string Title, ImmutableArray<NetworkExperiment> Members) : CompositeExperiment(Name, Title, Members)
{
    /// <summary>What members stand for: a point, with one member or one for each fold of its cross-validation.</summary>
    public IEnumerable<ImmutableArray<NetworkExperiment>> Points =>
        Members.GroupBy(member => string.Join(' ', member.Coordinates.Select(coordinate => coordinate.Value)))
            .Select(point => point.ToImmutableArray());
}
