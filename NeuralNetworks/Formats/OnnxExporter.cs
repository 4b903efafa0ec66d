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
    private string _current = "";

    // The image whose values, channels first, the vector at hand holds; the next dense layer's weights are sorted accordingly.
    private TensorShape? _flattened;

    public OnnxGraph Export()
    {
        var layers = network.Architecture.Resolve();
        var input = network.Architecture.Input;
        var isVector = layers.FirstOrDefault(layer => layer.Layer is not (Dropout or ActivationLayer))?.Layer is Dense;
        _current = isVector ? _graph.Input(inputName, input.Size) : _graph.Input(inputName, input.Channels, input.Height, input.Width);
        for (var i = 0; i < layers.Length; i++)
            Add(layers[i], network.Parameters[i], layers.AsSpan()[(i + 1)..]);

        _graph.Unary("Identity", outputName, _current);
        var output = layers[^1].Output;
        if (output.IsVector)
            _graph.Output(outputName, output.Shape.Size);
        else
            _graph.Output(outputName, output.Shape.Channels, output.Shape.Height, output.Shape.Width);
        return _graph.Build();
    }

    private void Add(ResolvedLayer resolved, LayerParameters parameters, ReadOnlySpan<ResolvedLayer> following)
    {
        var name = resolved.Name;
        switch (resolved.Layer)
        {
            case Conv2D convolution:
                _current = _graph.Conv(
                    _names.Unique(name), _current, Weights(name, ChannelsFirst.Kernel(parameters["kernel"])), Bias(name, convolution.UseBias, parameters),
                    convolution.KernelSize, convolution.Strides, ChannelsFirst.Pads(resolved.Input.Shape, convolution.KernelSize, convolution.Strides, convolution.Padding));
                Activate(name, convolution.Activation, null);
                break;
            case Dense dense:
                _current = _graph.Gemm(
                    _names.Unique(name), _current, Weights(name, ChannelsFirst.Matrix(parameters["kernel"], _flattened)), Bias(name, dense.UseBias, parameters));
                _flattened = null;
                Activate(name, dense.Activation, null);
                break;
            case MaxPool2D pool:
                var stride = pool.Strides ?? pool.PoolSize;
                _current = _graph.MaxPool(
                    _names.Unique(name), _current, pool.PoolSize, stride, ChannelsFirst.Pads(resolved.Input.Shape, pool.PoolSize, stride, pool.Padding));
                break;
            case ActivationLayer activation:
                Activate(name, activation.Function, activation.Alpha);
                break;
            case Flatten:
                AddFlatten(name, resolved.Input.Shape, following);
                break;
            case Dropout:
                break;
            default:
                throw new NotSupportedException(
                    $"Layer '{name}' ({resolved.Layer.TypeName}) of network '{network.Architecture.Name}' has no counterpart in an ONNX model.");
        }
    }

    // Where a dense layer follows, its weights are sorted; anywhere else the values themselves must be.
    private void AddFlatten(string name, TensorShape image, ReadOnlySpan<ResolvedLayer> following)
    {
        if (image.Channels > 1 && image.Height * image.Width > 1)
        {
            foreach (var next in following)
            {
                if (next.Layer is Dropout or ActivationLayer { Function: not Activation.Softmax })
                    continue;
                _flattened = next.Layer is Dense ? image : null;
                break;
            }

            if (_flattened is null)
                _current = _graph.Transpose(_names.Unique($"{name}_transposed"), _current, 0, 2, 3, 1);
        }

        _current = _graph.Flatten(_names.Unique(name), _current);
    }

    private void Activate(string layer, Activation activation, double? alpha)
    {
        var name = activation == Activation.Linear ? "" : _names.Unique($"{layer}_{activation.ToString().ToLowerInvariant()}");
        _current = activation switch
        {
            Activation.Linear => _current,
            Activation.LeakyRelu => _graph.Unary("LeakyRelu", name, _current, (float)(alpha ?? LeakySlope)),
            Activation.Elu => _graph.Unary("Elu", name, _current, (float)(alpha ?? EluAlpha)),
            Activation.Softmax => _graph.Softmax(name, _current),
            Activation.Gelu => OnnxGelu.Add(_graph, name, _current, _names.Unique),
            _ => _graph.Unary(activation.ToString(), name, _current),
        };
    }

    private string? Bias(string layer, bool hasBias, LayerParameters parameters) => hasBias ? Weights(layer, parameters["bias"]) : null;

    private string Weights(string layer, NamedArray array) =>
        _graph.Initializer(OnnxTensor.OfSingles(_names.Unique($"{layer}_{array.Name}"), array.Values, array.Shape.AsSpan()));
}
