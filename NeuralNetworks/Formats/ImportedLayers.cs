using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>
/// A network in the making, fed with the finer operations of other formats: biases and activations join the layer before
/// them, normalisation folds into it. Whatever does not fit is an <see cref="InvalidDataException"/> that names the operation.
/// </summary>
internal sealed class ImportedLayers(string name, TensorShape input)
{
    private readonly List<Layer> _layers = [];
    private readonly List<LayerParameters> _parameters = [];
    private TensorShape _input = input;
    private LayerShape _shape = LayerShape.OfInput(input);

    /// <summary>The shape that the last layer gives.</summary>
    public TensorShape Shape => _shape.Shape;

    /// <summary>Whether the last layer gives a vector and no image.</summary>
    public bool IsVector => _shape.IsVector;

    public void Add(string operation, Layer layer, params ImmutableArray<NamedArray> arrays)
    {
        try
        {
            var output = layer.Infer(_shape, operation);
            foreach (var (spec, array) in layer.ParametersFor(_shape).Zip(arrays))
            {
                if (!spec.Shape.SequenceEqual(array.Shape))
                    throw new InvalidDataException($"The {array.Name} of '{operation}' has the shape [{string.Join(", ", array.Shape)}]; expected [{string.Join(", ", spec.Shape)}].");
            }

            _shape = output;
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The graph's layers do not fit together. {fault.Message}", fault);
        }

        _layers.Add(layer);
        _parameters.Add(new LayerParameters(operation, arrays));
    }

    /// <summary>Adds a value per output to the linear layer before.</summary>
    public void AddBias(string operation, float[] values)
    {
        if (Last is not { UseBias: false, Activation: Activation.Linear } last)
            throw new InvalidDataException($"'{operation}' adds constants, but stands behind no convolution or dense layer without them.");
        if (values.Length != last.Outputs)
            throw new InvalidDataException($"'{operation}' adds {values.Length} constants; expected {last.Outputs}, one an output of the layer before.");
        Replace(last.WithBias(), [last.Kernel, new NamedArray("bias", [values.Length], values)]);
    }

    /// <summary>Applies a function: as the activation of the linear layer before where it can be, else as a layer of its own.</summary>
    public void Activate(string operation, Activation activation, double? alpha)
    {
        // A layer's own leaky relu has the default slope.
        if (alpha is null && Last is { Activation: Activation.Linear } last)
            Replace(last.With(activation), _parameters[^1].Arrays);
        else
            Add(operation, new ActivationLayer(activation) { Alpha = alpha });
    }

    /// <summary>Folds (x - mean) / sqrt(variance + epsilon) * scale + offset, per output, into the linear layer before.</summary>
    public void Normalize(string operation, float[] scale, float[] offset, float[] mean, float[] variance, float epsilon)
    {
        if (Last is not { Activation: Activation.Linear } last)
            throw new InvalidDataException($"'{operation}' normalises, but stands behind no convolution or dense layer without activation.");
        var outputs = last.Outputs;
        if (new[] { scale, offset, mean, variance }.Any(values => values.Length != outputs))
            throw new InvalidDataException($"'{operation}' must have {outputs} constants of each kind, one an output of the layer before.");

        var factors = scale.Select((value, i) => value / Math.Sqrt(variance[i] + (double)epsilon)).ToArray();
        var kernel = last.Kernel.Values.Select((value, i) => (float)(value * factors[i % outputs])).ToArray();
        var biases = Enumerable.Range(0, outputs).Select(i => (float)(((last.Bias?.Values[i] ?? 0.0) - mean[i]) * factors[i] + offset[i])).ToArray();
        Replace(last.WithBias(), [last.Kernel with { Values = kernel }, new NamedArray("bias", [outputs], biases)]);
    }

    /// <summary>
    /// Adds the mean of each window as a convolution whose kernel gives every channel its own mean: exact, for lack of a layer of its own.
    /// </summary>
    public void AddMeans(string operation, int size, int stride)
    {
        var channels = Shape.Channels;
        var kernel = new float[size * size * channels * channels];
        for (var i = 0; i < size * size * channels; i++)
            kernel[(i * channels) + (i % channels)] = 1f / (size * size);
        Add(operation, new Conv2D(channels, size) { Strides = stride, UseBias = false }, new NamedArray("kernel", [size, size, channels, channels], kernel));
    }

    /// <summary>Another shape for the same values: a vector made of an image, or, at the very start, an image made of a vector.</summary>
    public void Reshape(string operation, long[] shape)
    {
        var size = _shape.Shape.Size;
        switch (shape)
        {
            case [_, var length] when length == size || (length == -1 && shape[0] == 1):
                if (!_shape.IsVector)
                    Add(operation, new Flatten());
                break;
            case [_, > 0 and <= 1 << 15 and var height, > 0 and <= 1 << 15 and var width, > 0 and <= 1 << 15 and var channels]
                when _layers.Count == 0 && height * width * channels == size:
                _input = new TensorShape((int)height, (int)width, (int)channels);
                _shape = LayerShape.OfInput(_input);
                break;
            default:
                throw new InvalidDataException($"'{operation}' reshapes {_shape} to [{string.Join(", ", shape)}]; expected [-1, {size}].");
        }
    }

    public Network ToNetwork()
    {
        if (_layers.Count == 0)
            throw new InvalidDataException($"There is no layer on the way from {name}.");
        return Network.FromParameters(new NetworkArchitecture(name, _input, [.. _layers]), [.. _parameters]);
    }

    internal static float[] Transpose(float[] values, int rows, int columns)
    {
        var transposed = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                transposed[(column * rows) + row] = values[(row * columns) + column];
        }

        return transposed;
    }

    private LinearLayer? Last => _layers.Count == 0 ? null : LinearLayer.Of(_layers[^1], _parameters[^1]);

    private void Replace(Layer layer, ImmutableArray<NamedArray> arrays)
    {
        _layers[^1] = layer;
        _parameters[^1] = _parameters[^1] with { Arrays = arrays };
    }
}
