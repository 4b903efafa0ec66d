using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Running;

/// <summary>What a pipeline is made with beyond its experiment's declaration.</summary>
/// <param name="Seed">Decides initial weights, order of images and dropout.</param>
/// <param name="Threads">0 means all cores.</param>
/// <param name="ClassNames">In the order of the class numbers.</param>
internal sealed record PipelineSettings(int Seed, int Threads, ImmutableArray<string> ClassNames)
{
    /// <summary>Where a network's weights start; null draws them from the seed.</summary>
    public ImmutableArray<LayerParameters>? InitialParameters { get; init; }

    public ImmutableArray<TrainingCallback> Callbacks { get; init; } = [];

    /// <summary>Calibrates the network on its validation images; null leaves it as trained.</summary>
    public TemperatureChoice? Temperature { get; init; }

    public IProgress<TrainingProgress>? Progress { get; init; }

    public CancellationToken CancellationToken { get; init; }
}
