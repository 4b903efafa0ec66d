using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Translates the layers of one network, first to last, into nodes.</summary>
internal sealed class FrozenGraphExporter(Network network, string inputName, string outputName)
{
    // The slope of leaky relu and the alpha of elu where a layer does not say otherwise; elu's is the only one that TensorFlow knows.
    private const double LeakySlope = 0.2;
    private const double EluAlpha = 1;

    private readonly GraphBuilder _graph = new();
    private readonly NodeNames _names = new(inputName, outputName);
    private string _current = "";

    public Graph Export()
    {
        var layers = network.Architecture.Resolve();
        var input = network.Architecture.Input;
        var isVector = layers.FirstOrDefault(layer => layer.Layer is not (Dropout or ActivationLayer))?.Layer is Dense;
        _current = isVector
            ? _graph.Placeholder(inputName, -1, input.Size)
            : _graph.Placeholder(inputName, -1, input.Height, input.Width, input.Channels);
        foreach (var (layer, parameters) in layers.Zip(network.Parameters))
            Add(layer, parameters);
        _graph.Unary("Identity", outputName, _current);
        return _graph.Build();
    }

    private void Add(ResolvedLayer resolved, LayerParameters parameters)
    {
        var name = resolved.Name;
        switch (resolved.Layer)
        {
            case Conv2D convolution:
                _current = _graph.Conv2D(_names.Unique(name), _current, Constant(name, parameters["kernel"]), convolution.Strides, PaddingOf(convolution.Padding));
                AddBias(name, convolution.UseBias, parameters);
                Activate(name, convolution.Activation, null);
                break;
            case Dense dense:
                _current = _graph.MatMul(_names.Unique(name), _current, Constant(name, parameters["kernel"]));
                AddBias(name, dense.UseBias, parameters);
                Activate(name, dense.Activation, null);
                break;
            case MaxPool2D pool:
                _current = _graph.MaxPool(_names.Unique(name), _current, pool.PoolSize, pool.Strides ?? pool.PoolSize, PaddingOf(pool.Padding));
                break;
            case ActivationLayer activation:
                Activate(name, activation.Function, activation.Alpha);
                break;
            case Flatten:
                var shape = _graph.Constant(_names.Unique($"{name}_shape"), GraphTensor.OfIntegers([-1, resolved.Output.Shape.Size], 2));
                _current = _graph.Reshape(_names.Unique(name), _current, shape);
                break;
            case Dropout:
                break;
            default:
                throw new NotSupportedException(
                    $"Layer '{name}' ({resolved.Layer.TypeName}) of network '{network.Architecture.Name}' has no counterpart in a frozen TensorFlow graph.");
        }
    }

    private void AddBias(string name, bool hasBias, LayerParameters parameters)
    {
        if (hasBias)
            _current = _graph.BiasAdd(_names.Unique($"{name}_add"), _current, Constant(name, parameters["bias"]));
    }

    private void Activate(string layer, Activation activation, double? alpha)
    {
        if (activation == Activation.Elu && (alpha ?? EluAlpha) != EluAlpha)
            throw new NotSupportedException($"Layer '{layer}' has an elu of alpha {alpha}; a TensorFlow graph knows only {EluAlpha}.");
        var name = activation == Activation.Linear ? "" : _names.Unique($"{layer}_{activation.ToString().ToLowerInvariant()}");
        _current = activation switch
        {
            Activation.Linear => _current,
            Activation.LeakyRelu => _graph.LeakyRelu(name, _current, (float)(alpha ?? LeakySlope)),
            Activation.Gelu => FrozenGraphGelu.Add(_graph, name, _current, _names.Unique),
            _ => _graph.Unary(activation.ToString(), name, _current),
        };
    }

    private string Constant(string layer, NamedArray array) =>
        _graph.Constant(_names.Unique($"{layer}_{array.Name}"), GraphTensor.OfSingles(array.Values, array.Shape.AsSpan()));

    private static GraphPadding PaddingOf(Padding padding) => padding == Padding.Same ? GraphPadding.Same : GraphPadding.Valid;
}
