using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Type">What it is made of.</param>
/// <param name="Shape">The size along each axis, -1 for one that is open; null where the file does not say.</param>
public sealed record TensorPort(string Name, ElementType Type, ImmutableArray<long>? Shape);
