using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A row-major array with a name.</summary>
/// <param name="Name">Keras's name within the layer: kernel, bias, gamma, beta, moving_mean, moving_variance.</param>
/// <param name="Shape">Dimensions: a convolution's kernel is <c>[height, width, inputs, filters]</c>, a dense kernel <c>[inputs, units]</c>.</param>
/// <param name="Values">The values, the last dimension running fastest.</param>
public sealed record NamedArray(string Name, ImmutableArray<int> Shape, float[] Values);
