using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A layer in its place: named, with its shapes and parameters known. A residual block's parameters are those of the layers inside.</summary>
internal sealed record ResolvedLayer(Layer Layer, string Name, LayerShape Input, LayerShape Output, ImmutableArray<ParameterSpec> Parameters)
{
    /// <summary>Layers of a residual block's long branch.</summary>
    public ImmutableArray<ResolvedLayer> Body { get; private init; } = [];

    /// <summary>Layers of a residual block's short branch.</summary>
    public ImmutableArray<ResolvedLayer> Shortcut { get; private init; } = [];

    /// <summary>Whether the layer consists of others.</summary>
    public bool IsNest => !Body.IsEmpty;

    /// <summary>The array of that role (kernel, bias and so on); null where the layer has none.</summary>
    public ParameterSpec? Find(string role) => Parameters.FirstOrDefault(spec => spec.Role == role);

    /// <summary>The layers inside, then the layer itself.</summary>
    public IEnumerable<ResolvedLayer> WithNested() => Body.Concat(Shortcut).SelectMany(layer => layer.WithNested()).Append(this);

    /// <summary>Names layers as Keras would, and follows the shapes through them.</summary>
    /// <param name="layers">The layers, in order.</param>
    /// <param name="input">What the first one reads.</param>
    /// <param name="path">Put before names: empty, or the surrounding layer's name and a slash.</param>
    /// <exception cref="ArgumentException">A layer does not fit its input.</exception>
    public static ImmutableArray<ResolvedLayer> Resolve(ImmutableArray<Layer> layers, LayerShape input, string path)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var resolved = ImmutableArray.CreateBuilder<ResolvedLayer>(layers.Length);
        foreach (var layer in layers)
        {
            var number = used.TryGetValue(layer.DefaultName, out var before) ? before + 1 : 0;
            used[layer.DefaultName] = number;
            var own = layer.Name ?? (number == 0 ? layer.DefaultName : FormattableString.Invariant($"{layer.DefaultName}_{number}"));
            resolved.Add(Place(layer, input, path + own, path.Length == 0 ? "" : own + "/"));
            input = resolved[^1].Output;
        }

        return resolved.MoveToImmutable();
    }

    private static ResolvedLayer Place(Layer layer, LayerShape input, string name, string prefix)
    {
        var output = layer.Infer(input, name);
        if (layer is not Residual block)
            return new ResolvedLayer(layer, name, input, output, [.. layer.ParametersFor(input).Select(spec => spec with { Name = prefix + spec.Name })]);
        var body = Prefixed(Resolve(block.Body, input, name + "/"), prefix);
        var shortcut = Prefixed(Resolve(block.Shortcut, input, name + "/"), prefix + "shortcut/");
        return new ResolvedLayer(layer, name, input, output, [.. body.Concat(shortcut).SelectMany(inner => inner.Parameters)]) { Body = body, Shortcut = shortcut };
    }

    private static ImmutableArray<ResolvedLayer> Prefixed(ImmutableArray<ResolvedLayer> layers, string prefix) => prefix.Length == 0
        ? layers
        : [.. layers.Select(layer => layer.WithPrefix(prefix))];

    /// <summary>The same with every array's name behind a prefix; a block and its layers keep sharing them.</summary>
    private ResolvedLayer WithPrefix(string prefix)
    {
        if (!IsNest)
            return this with { Parameters = [.. Parameters.Select(spec => spec with { Name = prefix + spec.Name })] };
        var (body, shortcut) = (Prefixed(Body, prefix), Prefixed(Shortcut, prefix));
        return this with { Body = body, Shortcut = shortcut, Parameters = [.. body.Concat(shortcut).SelectMany(inner => inner.Parameters)] };
    }
}
