using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Running;

/// <summary>What can be trained over folds: single trainings, and the points of grids.</summary>
internal static class FoldCandidates
{
    /// <summary>A single training, freed of any fold it is declared for.</summary>
    /// <exception cref="ArgumentException">One that is several trainings.</exception>
    public static Experiment Single(Experiment experiment) => experiment switch
    {
        GridExperiment => throw new ArgumentException($"A single training was expected, but '{experiment.Name}' is a grid of several; choose among them with 'crossvalidate {experiment.Name} --protocol nested'."),
        CompositeExperiment => throw new ArgumentException($"A single training was expected, but '{experiment.Name}' is a series of folds itself; run it with 'experiment', or name what it trains."),
        NetworkExperiment network => network with { Fold = null, StartsFrom = null },
        _ => experiment,
    };

    /// <summary>What a nested protocol chooses among: an experiment itself, or each point of a grid.</summary>
    public static ImmutableArray<Experiment> Of(Experiment experiment) => experiment is GridExperiment grid
        ? [.. grid.Points.Select(point => Single(point[0] with { Name = PointName(point[0]) }))]
        : [Single(experiment)];

    /// <summary>A point's name without the fold that its first member is declared for.</summary>
    private static string PointName(NetworkExperiment member) =>
        member.Fold is null ? member.Name : member.Name[..member.Name.LastIndexOf('/')];
}
