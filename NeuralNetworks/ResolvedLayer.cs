using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A layer in its place: named, with its shapes and parameters known.</summary>
internal sealed record ResolvedLayer(Layer Layer, string Name, LayerShape Input, LayerShape Output, ImmutableArray<ParameterSpec> Parameters)
{
    /// <summary>The array of that role (kernel, bias and so on); null where the layer has none.</summary>
    public ParameterSpec? Find(string role) => Parameters.FirstOrDefault(spec => spec.Role == role);
}
