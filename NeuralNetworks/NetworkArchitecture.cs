using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A network as data: a name, the shape of an image and the layers in order. It holds no weights.</summary>
/// <param name="Name">For example <c>safaei/cnn_1</c>.</param>
/// <param name="Input">Shape of one image.</param>
/// <param name="Layers">The layers, first to last.</param>
public sealed record NetworkArchitecture(string Name, TensorShape Input, ImmutableArray<Layer> Layers)
{
    /// <summary>Length of the network's output vector.</summary>
    /// <exception cref="ArgumentException">The layers do not fit together.</exception>
    public int Classes => Resolve()[^1].Output.Shape.Size;

    /// <summary>The layer table: output shapes and parameter counts as Keras gives them.</summary>
    /// <exception cref="ArgumentException">The layers do not fit together; the message names the first that does not.</exception>
    public NetworkSummary Summarize()
    {
        var layers = Resolve();
        var specs = layers.SelectMany(layer => layer.Parameters).ToList();
        return new NetworkSummary(
            Name,
            [.. layers.SelectMany(layer => layer.WithNested()).Select(layer => new LayerSummary(layer.Name, layer.Layer.TypeName, layer.Output.ToString(),
                layer.IsNest ? 0 : layer.Parameters.Sum(spec => (long)spec.Count), layer.Layer.MultiplyAdds(layer.Input, layer.Output)))],
            specs.Where(spec => spec.Trainable).Sum(spec => (long)spec.Count),
            specs.Where(spec => !spec.Trainable).Sum(spec => (long)spec.Count));
    }

    /// <inheritdoc/>
    public bool Equals(NetworkArchitecture? other) =>
        other is not null && Name == other.Name && Input == other.Input && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Input, Layers.Length);

    /// <summary>Every layer with its name, its input and output shape and its parameters.</summary>
    internal ImmutableArray<ResolvedLayer> Resolve()
    {
        if (Input.Height < 1 || Input.Width < 1 || Input.Channels < 1)
            throw new ArgumentException($"Network '{Name}' expects an input of at least 1x1x1. Received: {Input}.");
        if (Layers.IsDefaultOrEmpty)
            throw new ArgumentException($"Network '{Name}' expects at least one layer. Received: none.");
        return ResolvedLayer.Resolve(Layers, LayerShape.OfInput(Input), path: "");
    }
}
