using System.Collections.Immutable;

namespace MlNetFashion.NeuralNetworks.Formats;

/// <summary>
/// A network in the making, fed with the finer operations of other formats: biases and activations join the layer before
/// them. Whatever does not fit is an <see cref="InvalidDataException"/> that names the operation.
/// </summary>
internal sealed class ImportedLayers
{
    // With it and this variance a normalisation is a mere factor and summand.
    private const double Epsilon = 1e-3;
    private const float UnitVariance = 0.999f;

    private readonly List<Layer> _layers = [];
    private readonly List<ImmutableArray<NamedArray>> _arrays = [];
    private LayerShape _input;
    private LayerShape _shape;

    public ImportedLayers(TensorShape input)
        : this(LayerShape.OfInput(input))
    {
    }

    private ImportedLayers(LayerShape input)
    {
        _input = input;
        _shape = input;
    }

    /// <summary>The shape that the last layer gives.</summary>
    public TensorShape Shape => _shape.Shape;

    /// <summary>Whether the last layer gives a vector and no image.</summary>
    public bool IsVector => _shape.IsVector;

    private LinearLayer? Last => _layers.Count == 0 ? null : LinearLayer.Of(_layers[^1], _arrays[^1]);

    /// <summary>An empty branch that begins here.</summary>
    public ImportedLayers Branch() => new(_shape);

    /// <summary>Adds a layer with its arrays, in the order of the layer's own.</summary>
    public void Add(string operation, Layer layer, params ImmutableArray<NamedArray> arrays)
    {
        try
        {
            var output = layer.Infer(_shape, operation);
            foreach (var (spec, array) in layer.ParametersFor(_shape).Zip(arrays))
            {
                if (!spec.Shape.SequenceEqual(array.Shape))
                {
                    throw new InvalidDataException(
                        $"The {array.Name} of '{operation}' has the shape [{string.Join(", ", array.Shape)}]; expected [{string.Join(", ", spec.Shape)}].");
                }
            }

            _shape = output;
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The graph's layers do not fit together. {fault.Message}", fault);
        }

        _layers.Add(layer);
        _arrays.Add(arrays);
    }

    /// <summary>Adds the sum of two branches that began here.</summary>
    public void AddSum(string operation, ImportedLayers body, ImportedLayers shortcut)
    {
        if (body._layers.Count == 0)
            throw new InvalidDataException($"'{operation}' adds a value to itself; expected two branches.");
        Add(operation, new Residual([.. body._layers]) { Shortcut = [.. shortcut._layers] }, [.. body._arrays.Concat(shortcut._arrays).SelectMany(arrays => arrays)]);
    }

    /// <summary>Adds a value per channel or output: to the linear layer before where it has none yet, else as a layer of its own.</summary>
    public void AddBias(string operation, float[] values)
    {
        values = PerChannel(operation, values);
        if (Last is { UseBias: false, Activation: Activation.Linear } last)
            Replace(last.WithBias(), [last.Kernel, new NamedArray("bias", [values.Length], values)]);
        else
            AddAffine(operation, Constant(1, values.Length), values);
    }

    /// <summary>Multiplies with a value per channel or output.</summary>
    public void AddFactor(string operation, float[] values)
    {
        values = PerChannel(operation, values);
        AddAffine(operation, values, new float[values.Length]);
    }

    /// <summary>Applies a function: as the activation of the layer before where it can be, else as a layer of its own.</summary>
    public void Activate(string operation, Activation activation, double? alpha)
    {
        // A layer's own leaky relu has the default slope.
        if (alpha is null && Last is { Activation: Activation.Linear } last)
            Replace(last.With(activation), _arrays[^1]);
        else if (alpha is null && _layers.LastOrDefault() is Residual { Activation: Activation.Linear } sum)
            Replace(sum with { Activation = activation }, _arrays[^1]);
        else
            Add(operation, new ActivationLayer(activation) { Alpha = alpha });
    }

    /// <summary>Adds (x - mean) / sqrt(variance + epsilon) * scale + offset, per channel.</summary>
    public void Normalize(string operation, float[] scale, float[] offset, float[] mean, float[] variance, float epsilon)
    {
        NamedArray Array(string name, float[] values) => new(name, [values.Length], values);
        Add(
            operation, new BatchNormalization { Epsilon = epsilon },
            Array("gamma", scale), Array("beta", offset), Array("moving_mean", mean), Array("moving_variance", variance));
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
                _input = LayerShape.OfInput(new TensorShape((int)height, (int)width, (int)channels));
                _shape = _input;
                break;
            default:
                throw new InvalidDataException($"'{operation}' reshapes {_shape} to [{string.Join(", ", shape)}]; expected [-1, {size}].");
        }
    }

    /// <param name="name">What the network is called: the values it lies between.</param>
    public Network ToNetwork(string name)
    {
        if (_layers.Count == 0)
            throw new InvalidDataException($"There is no layer on the way from {name}.");
        var architecture = new NetworkArchitecture(name, _input.Shape, [.. _layers]);
        return Network.FromParameters(architecture,
        [
            .. architecture.Resolve().Zip(_arrays, (layer, arrays) =>
                new LayerParameters(layer.Name, [.. layer.Parameters.Zip(arrays, (spec, array) => array with { Name = spec.Name })])),
        ]);
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

    private static float[] Constant(float value, int count)
    {
        var values = new float[count];
        Array.Fill(values, value);
        return values;
    }

    private void AddAffine(string operation, float[] factors, float[] summands)
    {
        var count = factors.Length;
        Add(
            operation, new BatchNormalization { Epsilon = Epsilon },
            new NamedArray("gamma", [count], factors), new NamedArray("beta", [count], summands),
            new NamedArray("moving_mean", [count], new float[count]), new NamedArray("moving_variance", [count], Constant(UnitVariance, count)));
    }

    // One constant stands for all channels.
    private float[] PerChannel(string operation, float[] values)
    {
        var channels = _shape.Shape.Channels;
        return values.Length == channels ? values
            : values.Length == 1 ? Constant(values[0], channels)
            : throw new InvalidDataException($"'{operation}' has {values.Length} constants; expected {channels}, one a channel of {_shape}.");
    }

    private void Replace(Layer layer, ImmutableArray<NamedArray> arrays)
    {
        _layers[^1] = layer;
        _arrays[^1] = arrays;
    }
}
