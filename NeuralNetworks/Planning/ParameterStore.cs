using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Training;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>A network's weights in the layout of kernels, shared by all plans made for it. Plans create them as they find out the layout.</summary>
internal sealed class ParameterStore(ImmutableArray<ResolvedLayer> layers, ImmutableArray<LayerParameters> start, int width)
{
    private readonly Dictionary<ParameterSpec, Parameter> _parameters = new(ReferenceEqualityComparer.Instance);
    private readonly Arena _arena = new();

    /// <summary>Changes whenever weights do, so that what is derived from them can be kept as long as they stay.</summary>
    public int Version { get; set; } = 1;

    public IEnumerable<Parameter> All => layers.SelectMany(layer => layer.Parameters).Select(spec => _parameters[spec]);

    /// <summary>The kernel of a layer that reads <paramref name="input"/>; a dense layer's rows cover its whole image.</summary>
    public Parameter Kernel(ResolvedLayer layer, Tensor input)
    {
        var spec = layer.Find("kernel")!;
        if (_parameters.TryGetValue(spec, out var known))
            return known;
        var columns = spec.Shape[^1];
        var channels = input.Shape.Channels;
        var rows = layer.Layer is Dense ? input.Size : spec.Count / columns / channels * input.Channels;
        return Add(spec, new Parameter(_arena, spec, new PackedMatrix(rows, Tensor.RoundUp(columns, width) / width, width), columns, channels, input.Channels));
    }

    /// <summary>A value a channel, such as a bias; null where the layer has none of that name.</summary>
    public Parameter? Vector(ResolvedLayer layer, string role)
    {
        if (layer.Find(role) is not { } spec)
            return null;
        return _parameters.TryGetValue(spec, out var known) ? known : Add(spec, Parameter.Vector(_arena, spec, width));
    }

    /// <summary>Gives every parameter that gradients change what its optimiser keeps.</summary>
    public unsafe void AddStates(Updater updater)
    {
        foreach (var parameter in All.Where(parameter => parameter.Spec.Trainable))
        {
            parameter.State = _arena.Floats(updater.States, parameter.Count);
            foreach (var state in parameter.State)
                new Span<float>(state, parameter.Count).Fill(updater.InitialState);
        }
    }

    public void Import(ImmutableArray<LayerParameters> values)
    {
        foreach (var (layer, arrays) in layers.Zip(values))
        {
            foreach (var spec in layer.Parameters)
                _parameters[spec].Import(arrays[spec.Name].Values);
        }
    }

    public ImmutableArray<LayerParameters> Export() => Export(parameter => parameter.Export());

    public ImmutableArray<LayerParameters> Export(Func<Parameter, float[]> values) =>
    [
        .. layers.Select(layer => new LayerParameters(layer.Name,
            [.. layer.Parameters.Select(spec => new NamedArray(spec.Name, spec.Shape, values(_parameters[spec])))])),
    ];

    private Parameter Add(ParameterSpec spec, Parameter parameter)
    {
        var layer = layers.IndexOf(layers.First(layer => layer.Parameters.Any(own => ReferenceEquals(own, spec))));
        parameter.Import(start[layer][spec.Name].Values);
        _parameters.Add(spec, parameter);
        return parameter;
    }
}
