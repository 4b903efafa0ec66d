using System.Collections.Immutable;
using MlNetFashion.Experiments.Reports;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Everything that can be run, in the order in which it is listed.</summary>
internal static class ExperimentCatalogue
{
    public static ImmutableArray<Experiment> All { get; } =
    [
        .. Suite.Experiments,
        .. Safaei.Experiments,
        .. Kh.Experiments,
        .. Dalvi.Experiments,
        .. CloudxLab.Experiments,
        .. Fitch.Experiments,
    ];

    /// <summary>All of them and what they are made of: the points of grids, the folds.</summary>
    public static ImmutableArray<Experiment> WithMembers { get; } = [.. All.SelectMany(experiment => new[] { experiment }.Concat(MembersOf(experiment)))];

    /// <summary>The trainings that an experiment is made of: itself, or its members.</summary>
    public static IEnumerable<Experiment> TrainingsOf(Experiment experiment) => experiment is CompositeExperiment composite ? composite.Members : [experiment];

    /// <summary>The experiment of that name, without regard to case.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest.</exception>
    public static Experiment Find(string name) =>
        WithMembers.FirstOrDefault(experiment => string.Equals(experiment.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(Unknown(name));

    private static IEnumerable<Experiment> MembersOf(Experiment experiment) => experiment is CompositeExperiment composite ? composite.Members : [];

    private static string Unknown(string name) =>
        NearestMatch.Find(name, All.Select(experiment => experiment.Name)) is { } near
            ? $"The experiment '{name}' is unknown; did you mean '{near}'? ('list' shows all of them)"
            : $"The experiment '{name}' is unknown; expected one of the {All.Length} names that 'list' shows.";
}
