using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// A residual block: activation(body(x) + shortcut(x)) (He et al. 2016; in Keras two branches and an <c>Add</c> layer). Both branches must end in
/// the same shape. The arrays of the layers inside are named by their path, for example <c>conv2d/kernel</c>.
/// </summary>
/// <param name="Body">The layers of the long branch.</param>
public sealed record Residual(ImmutableArray<Layer> Body) : Layer
{
    /// <summary>The layers of the short branch, for example a 1x1 convolution. The default value is none: the input itself.</summary>
    public ImmutableArray<Layer> Shortcut { get; init; } = [];

    /// <summary>Applied to the sum. The default value is <see cref="Activation.Linear"/>.</summary>
    public Activation Activation { get; init; } = Activation.Linear;

    internal override string TypeName => "Add";

    internal override string DefaultName => "add";

    /// <inheritdoc/>
    public bool Equals(Residual? other) => other is not null && EqualityContract == other.EqualityContract && Name == other.Name && Activation == other.Activation &&
        Body.SequenceEqual(other.Body) && Shortcut.SequenceEqual(other.Shortcut);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Activation, Body.Length, Shortcut.Length);

    internal override LayerShape Infer(LayerShape input, string name)
    {
        Require(!Body.IsDefaultOrEmpty, name, "a body of at least one layer", "none");
        var body = ResolvedLayer.Resolve(Body, input, name + "/")[^1].Output;
        var shortcut = Shortcut.IsEmpty ? input : ResolvedLayer.Resolve(Shortcut, input, name + "/")[^1].Output;
        Require(body == shortcut, name, "a body and a shortcut that end in the same shape", $"{body} and {shortcut}");
        return body;
    }
}
