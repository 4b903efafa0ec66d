using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>One array of a layer before it has values: its name, its row-major shape and how it starts.</summary>
/// <param name="Name">Keras's name: kernel, bias, gamma, beta, moving_mean or moving_variance.</param>
/// <param name="Shape">Row-major dimensions.</param>
/// <param name="Initializer">How the values start.</param>
/// <param name="FanIn">Inputs that reach one output.</param>
/// <param name="FanOut">Outputs that one input reaches.</param>
/// <param name="L2">Weight of the sum of squares in the loss.</param>
/// <param name="Trainable">False for running statistics.</param>
internal sealed record ParameterSpec(
    string Name, ImmutableArray<int> Shape, Initializer Initializer, int FanIn = 1, int FanOut = 1, double L2 = 0, bool Trainable = true)
{
    /// <summary>What the array is for its layer; <see cref="Name"/> is longer only where layers are nested.</summary>
    public string Role => Name[(Name.LastIndexOf('/') + 1)..];

    public int Count { get; } = Shape.Aggregate(1, (product, dimension) => checked(product * dimension));
}
