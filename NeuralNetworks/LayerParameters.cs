using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>The trained values of one layer.</summary>
/// <param name="Layer">The layer's name within its network, for example <c>dense_1</c>.</param>
/// <param name="Arrays">Its arrays in Keras's order (kernel, bias); empty for a layer without parameters.</param>
public sealed record LayerParameters(string Layer, ImmutableArray<NamedArray> Arrays)
{
    /// <summary>The array of that name.</summary>
    /// <exception cref="ArgumentException">The layer has none.</exception>
    public NamedArray this[string name] => Arrays.FirstOrDefault(array => array.Name == name)
        ?? throw new ArgumentException($"Layer '{Layer}' was asked for its array '{name}'. It has: {string.Join(", ", Arrays.Select(array => array.Name))}.");
}
