using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Benchmarks;

/// <summary>A network as it is trained here, by us and by the peer.</summary>
/// <param name="Architecture">Described once; the peer gets it as a list of layers.</param>
/// <param name="BatchSize">Images a step.</param>
/// <param name="Optimizer">The report's, with Keras's settings.</param>
/// <param name="Goal">The ratio to the peer that is aimed at with 512-bit vectors.</param>
/// <param name="NarrowGoal">The ratio aimed at with 256-bit vectors.</param>
internal sealed record BenchmarkNetwork(NetworkArchitecture Architecture, int BatchSize, Optimizer Optimizer, double Goal, double NarrowGoal)
{
    public string Name => Architecture.Name;

    /// <summary>Changes made to the images while training; null for none.</summary>
    public Augmentation? Augmentation { get; init; }
}
