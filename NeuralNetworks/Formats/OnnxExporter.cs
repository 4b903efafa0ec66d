using System.Collections.Immutable;
using MlNetFashion.Interchange.Onnx;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>Translates the layers of one network, first to last, into operations on images with the channels first.</summary>
internal sealed class OnnxExporter(Network network, string inputName, string outputName)
{
    // What Keras takes where a layer does not say.
    private const double LeakySlope = 0.2;
    private const double EluAlpha = 1;

    private readonly OnnxBuilder _graph = new(network.Architecture.Name, "MlNetFashion");
    private readonly NodeNames _names = new(inputName, outputName);

    // The image whose values, channels first, the vector at hand holds; the next dense layer's weights are sorted accordingly.
    private TensorShape? _flattened;

    public OnnxGraph Export()
    {
        var layers = network.Architecture.Resolve();
        var input = network.Architecture.Input;
        var current = NetworkInput.IsVector(layers) ? _graph.Input(inputName, input.Size) : _graph.Input(inputName, input.Channels, input.Height, input.Width);
        for (var i = 0; i < layers.Length; i++)
            current = Add(layers[i], network.Parameters[i], current, layers[(i + 1)..]);

        _graph.Unary("Identity", outputName, current);
        var output = layers[^1].Output;
        if (output.IsVector)
            _graph.Output(outputName, output.Shape.Size);
        else
            _graph.Output(outputName, output.Shape.Channels, output.Shape.Height, output.Shape.Width);
        return _graph.Build();
    }

    private string Add(ResolvedLayer place, LayerParameters parameters, string input, ImmutableArray<ResolvedLayer> following)
    {
        var name = place.Name;
        var image = place.Input.Shape;
        switch (place.Layer)
        {
            case Conv2D layer:
                var convolved = _graph.Conv(
                    _names.Unique(name), input, Weights(place, "kernel", ChannelsFirst.Kernel(parameters.Get(place, "kernel"))), Bias(place, parameters),
                    layer.KernelSize, layer.Strides, ChannelsFirst.Pads(image, layer.KernelSize, layer.Strides, layer.Padding));
                return Activate(name, convolved, layer.Activation, null);
            case Dense layer:
                var kernel = ChannelsFirst.Matrix(parameters.Get(place, "kernel"), _flattened);
                _flattened = null;
                var multiplied = _graph.Gemm(_names.Unique(name), input, Weights(place, "kernel", kernel), Bias(place, parameters));
                return Activate(name, multiplied, layer.Activation, null);
            case MaxPool2D layer:
                var stride = layer.Strides ?? layer.PoolSize;
                return _graph.MaxPool(_names.Unique(name), input, layer.PoolSize, stride, ChannelsFirst.Pads(image, layer.PoolSize, stride, layer.Padding));
            case AveragePool2D layer:
                var step = layer.Strides ?? layer.PoolSize;
                return _graph.AveragePool(_names.Unique(name), input, layer.PoolSize, step, ChannelsFirst.Pads(image, layer.PoolSize, step, layer.Padding));
            case GlobalAveragePool2D:
                return _graph.Flatten(_names.Unique(name), _graph.GlobalAveragePool(_names.Unique($"{name}_mean"), input));
            case BatchNormalization layer:
                return Normalize(layer, place, parameters, input);
            case ActivationLayer layer:
                return Activate(name, input, layer.Function, layer.Alpha);
            case Residual layer:
                var body = place.Body.Aggregate(input, (current, inner) => Add(inner, parameters, current, []));
                var shortcut = place.Shortcut.Aggregate(input, (current, inner) => Add(inner, parameters, current, []));
                return Activate(name, _graph.Binary("Add", _names.Unique(name), body, shortcut), layer.Activation, null);
            case Flatten:
                return AddFlatten(name, input, image, following);
            case Dropout:
                return input;
            default:
                throw new NotSupportedException(
                    $"Layer '{name}' ({place.Layer.TypeName}) of network '{network.Architecture.Name}' has no counterpart in an ONNX model.");
        }
    }

    // Where a dense layer follows, its weights are sorted; anywhere else the values themselves must be.
    private string AddFlatten(string name, string input, TensorShape image, ImmutableArray<ResolvedLayer> following)
    {
        if (image.Channels > 1 && image.Height * image.Width > 1)
        {
            var next = following.FirstOrDefault(layer => layer.Layer is not (Dropout or ActivationLayer { Function: not Activation.Softmax }));
            if (next?.Layer is Dense)
                _flattened = image;
            else
                input = _graph.Transpose(_names.Unique($"{name}_transposed"), input, 0, 2, 3, 1);
        }

        return _graph.Flatten(_names.Unique(name), input);
    }

    private string Normalize(BatchNormalization layer, ResolvedLayer place, LayerParameters parameters, string input)
    {
        var channels = place.Input.Shape.Channels;
        return _graph.BatchNormalization(
            _names.Unique(place.Name), input,
            Vector("gamma", parameters.ValuesOr(place, "gamma", 1, channels)),
            Vector("beta", parameters.ValuesOr(place, "beta", 0, channels)),
            Vector("moving_mean", parameters.Get(place, "moving_mean").Values),
            Vector("moving_variance", parameters.Get(place, "moving_variance").Values), (float)layer.Epsilon);

        string Vector(string role, float[] values) => Weights(place, role, new NamedArray(role, [values.Length], values));
    }

    private string Activate(string layer, string input, Activation activation, double? alpha)
    {
        var name = activation == Activation.Linear ? "" : _names.Unique($"{layer}_{activation.ToString().ToLowerInvariant()}");
        return activation switch
        {
            Activation.Linear => input,
            Activation.LeakyRelu => _graph.Unary("LeakyRelu", name, input, (float)(alpha ?? LeakySlope)),
            Activation.Elu => _graph.Unary("Elu", name, input, (float)(alpha ?? EluAlpha)),
            Activation.Softmax => _graph.Softmax(name, input),
            Activation.Gelu => OnnxGelu.Add(_graph, name, input, _names.Unique),
            _ => _graph.Unary(activation.ToString(), name, input),
        };
    }

    private string? Bias(ResolvedLayer place, LayerParameters parameters) =>
        parameters.Find(place, "bias") is { } bias ? Weights(place, "bias", bias) : null;

    private string Weights(ResolvedLayer place, string role, NamedArray array) =>
        _graph.Initializer(OnnxTensor.OfSingles(_names.Unique($"{place.Name}_{role}"), array.Values, array.Shape.AsSpan()));
}
