using System.Collections.Immutable;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Reproduction;

/// <summary>A report that is repeated here.</summary>
/// <param name="Name">What a user types.</param>
/// <param name="Title">Its author and title.</param>
/// <param name="Experiments">What has to be run for it.</param>
/// <param name="Parts">Its sections, in its own order.</param>
internal sealed record Report(string Name, string Title, ImmutableArray<Experiment> Experiments, ImmutableArray<IReportPart> Parts);
