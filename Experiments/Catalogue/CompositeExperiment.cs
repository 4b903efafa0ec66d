using System.Collections.Immutable;

namespace MlNetFashion.Experiments.Catalogue;

/// <summary>Several trainings that answer one question together.</summary>
internal abstract record CompositeExperiment(string Name, string Title, ImmutableArray<NetworkExperiment> Members) : Experiment(Name, Title);
