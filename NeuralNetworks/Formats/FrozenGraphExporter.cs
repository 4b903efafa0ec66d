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

    public Graph Export()
    {
        var layers = network.Architecture.Resolve();
        var input = network.Architecture.Input;
        var current = NetworkInput.IsVector(layers)
            ? _graph.Placeholder(inputName, -1, input.Size)
            : _graph.Placeholder(inputName, -1, input.Height, input.Width, input.Channels);
        foreach (var (layer, parameters) in layers.Zip(network.Parameters))
            current = Add(layer, parameters, current);
        _graph.Unary("Identity", outputName, current);
        return _graph.Build();
    }

    private string Add(ResolvedLayer place, LayerParameters parameters, string input)
    {
        var name = place.Name;
        switch (place.Layer)
        {
            case Conv2D layer:
                var convolved = _graph.Conv2D(
                    _names.Unique(name), input, Constant(name, parameters.Get(place, "kernel")), layer.Strides, PaddingOf(layer.Padding));
                return Activate(name, AddBias(place, parameters, convolved), layer.Activation, null);
            case Dense layer:
                var multiplied = _graph.MatMul(_names.Unique(name), input, Constant(name, parameters.Get(place, "kernel")));
                return Activate(name, AddBias(place, parameters, multiplied), layer.Activation, null);
            case MaxPool2D layer:
                return _graph.MaxPool(_names.Unique(name), input, layer.PoolSize, layer.Strides ?? layer.PoolSize, PaddingOf(layer.Padding));
            case AveragePool2D layer:
                return _graph.AvgPool(_names.Unique(name), input, layer.PoolSize, layer.Strides ?? layer.PoolSize, PaddingOf(layer.Padding));
            case GlobalAveragePool2D:
                return _graph.Mean(_names.Unique(name), input, Integers($"{name}_axes", 1, 2), keepDimensions: false);
            case BatchNormalization layer:
                return Normalize(layer, place, parameters, input);
            case ActivationLayer layer:
                return Activate(name, input, layer.Function, layer.Alpha);
            case Residual layer:
                var body = place.Body.Aggregate(input, (current, inner) => Add(inner, parameters, current));
                var shortcut = place.Shortcut.Aggregate(input, (current, inner) => Add(inner, parameters, current));
                return Activate(name, _graph.Add(_names.Unique(name), body, shortcut), layer.Activation, null);
            case Flatten:
                return _graph.Reshape(_names.Unique(name), input, Integers($"{name}_shape", -1, place.Output.Shape.Size));
            case Dropout:
                return input;
            default:
                throw new NotSupportedException(
                    $"Layer '{name}' ({place.Layer.TypeName}) of network '{network.Architecture.Name}' has no counterpart in a frozen TensorFlow graph.");
        }
    }

    private string AddBias(ResolvedLayer place, LayerParameters parameters, string input) => parameters.Find(place, "bias") is { } bias
        ? _graph.BiasAdd(_names.Unique($"{place.Name}_add"), input, Constant(place.Name, bias))
        : input;

    // The fused node takes images alone; for vectors the same is a factor and a summand.
    private string Normalize(BatchNormalization layer, ResolvedLayer place, LayerParameters parameters, string input)
    {
        var channels = place.Input.Shape.Channels;
        var gamma = parameters.ValuesOr(place, "gamma", 1, channels);
        var beta = parameters.ValuesOr(place, "beta", 0, channels);
        var mean = parameters.Get(place, "moving_mean").Values;
        var variance = parameters.Get(place, "moving_variance").Values;
        if (!place.Input.IsVector)
        {
            return _graph.FusedBatchNorm(
                _names.Unique(place.Name), input, Vector("gamma", gamma), Vector("beta", beta), Vector("mean", mean), Vector("variance", variance), (float)layer.Epsilon);
        }

        var factors = gamma.Select((value, i) => value / Math.Sqrt(variance[i] + layer.Epsilon)).ToArray();
        var summands = beta.Select((value, i) => (float)(value - (mean[i] * factors[i]))).ToArray();
        var scaled = _graph.Multiply(_names.Unique($"{place.Name}_scaled"), input, Vector("factors", Array.ConvertAll(factors, factor => (float)factor)));
        return _graph.Add(_names.Unique(place.Name), scaled, Vector("summands", summands));

        string Vector(string what, float[] values) => _graph.Constant(_names.Unique($"{place.Name}_{what}"), GraphTensor.OfSingles(values, values.Length));
    }

    private string Activate(string layer, string input, Activation activation, double? alpha)
    {
        if (activation == Activation.Elu && (alpha ?? EluAlpha) != EluAlpha)
            throw new NotSupportedException($"Layer '{layer}' has an elu of alpha {alpha}; a TensorFlow graph knows only {EluAlpha}.");
        var name = activation == Activation.Linear ? "" : _names.Unique($"{layer}_{activation.ToString().ToLowerInvariant()}");
        return activation switch
        {
            Activation.Linear => input,
            Activation.LeakyRelu => _graph.LeakyRelu(name, input, (float)(alpha ?? LeakySlope)),
            Activation.Gelu => FrozenGraphGelu.Add(_graph, name, input, _names.Unique),
            _ => _graph.Unary(activation.ToString(), name, input),
        };
    }

    private string Constant(string layer, NamedArray array) =>
        _graph.Constant(_names.Unique($"{layer}_{array.Name[(array.Name.LastIndexOf('/') + 1)..]}"), GraphTensor.OfSingles(array.Values, array.Shape.AsSpan()));

    private string Integers(string name, params ReadOnlySpan<int> values) =>
        _graph.Constant(_names.Unique(name), GraphTensor.OfIntegers(values, values.Length));

    private static GraphPadding PaddingOf(Padding padding) => padding == Padding.Same ? GraphPadding.Same : GraphPadding.Valid;
}
