using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Turns layers into stages. It looks a few layers ahead and fuses what belongs together: a convolution with its ReLU, the 2x2 pooling behind it
/// and the dropout behind that; a batch normalisation with its ReLU and 2x2 pooling; a dense layer with its ReLU and dropout. Flatten needs no stage, and dropout none in a plan for inference.
/// </summary>
internal sealed class PlanCompiler<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly PlanState _state;
    private readonly Arena _arena;
    private readonly ParameterStore _store;
    private readonly List<Stage> _stages = [];
    private Tensor _tensor;
    private int _layerNumber;

    public PlanCompiler(PlanState state, Arena arena, ParameterStore store, NetworkArchitecture architecture, ImmutableArray<ResolvedLayer> layers,
        Augmentation? augmentation)
    {
        (_state, _arena, _store) = (state, arena, store);

        // Convolutions and dense layers read values one by one, the others whole vectors of channels.
        var readsValues = layers.Select(layer => layer.Layer).FirstOrDefault(layer => layer is not (Flatten or Dropout)) is Conv2D or Dense or null;
        _tensor = readsValues
            ? Tensor.CreateInput(arena, architecture.Input, state.Capacity, TSimd.Width)
            : Tensor.Create(arena, architecture.Input, state.Capacity, TSimd.Width, gradient: false);
        Input = new InputStage<TSimd, TVector>(state, arena, _tensor, augmentation);
        _stages.Add(Input);
        if (augmentation is { MixupAlpha: > 0 })
            _stages.Add(Mixup = new MixupStage(state, _tensor, new Mixup(augmentation.MixupAlpha, state.Seed), Input.RowOf));
        Compile(layers, isNetwork: true);
    }

    public InputStage<TSimd, TVector> Input { get; }

    /// <summary>Blends images in pairs; null where that is not asked for.</summary>
    public MixupStage? Mixup { get; }

    /// <summary>What the last layer gives, before its softmax if that is the network's end.</summary>
    public Tensor Output => _tensor;

    public IReadOnlyList<Stage> Stages => _stages;

    /// <summary>Whether the network's last layer ends in softmax, which is left to the loss (or to a stage of its own, for inference).</summary>
    public static bool EndsInSoftmax(ImmutableArray<ResolvedLayer> layers) =>
        layers[^1].Layer is Dense { Activation: Activation.Softmax } or ActivationLayer { Function: Activation.Softmax };

    private void Compile(ImmutableArray<ResolvedLayer> layers, bool isNetwork)
    {
        for (var i = 0; i < layers.Length;)
        {
            var rest = layers.AsSpan()[i..];
            var isLast = isNetwork && i == layers.Length - 1;
            var used = layers[i].Layer switch
            {
                Conv2D layer => Convolution(layer, rest),
                Dense layer => DenseLayer(layer, rest, isLast),
                MaxPool2D => MaxPool(layers[i]),
                AveragePool2D layer => AveragePool(layers[i], layer.PoolSize, layer.PoolSize,
                    ConvolutionGeometry.For(layer.PoolSize, layer.Strides ?? layer.PoolSize, layer.Padding, layers[i].Input.Shape, layers[i].Output.Shape)),
                GlobalAveragePool2D => AveragePool(layers[i], _tensor.Shape.Height, _tensor.Shape.Width, new ConvolutionGeometry(0, 1, 0, 0, 1, 1)),
                BatchNormalization => Normalization(rest),
                Residual layer => ResidualBlock(layer, layers[i]),
                ActivationLayer layer => ActivationOf(layer.Function, layer.Alpha, isLast, layers[i].Input),
                Dropout layer => DropoutOf(layer, layers[i]),
                Flatten => 1,
                var other => throw new ArgumentException($"A layer of this library was expected. Received: {other.GetType().Name}."),
            };
            i += used;
            _layerNumber += used;
        }
    }

    private int Convolution(Conv2D layer, ReadOnlySpan<ResolvedLayer> rest)
    {
        var used = 1;
        var relu = layer.Activation == Activation.Relu || (layer.Activation == Activation.Linear && Follows(rest, ref used, IsRelu));
        var fuses = relu || layer.Activation == Activation.Linear;
        var pools = fuses && Follows(rest, ref used, IsPairPool);
        var (input, place, shape) = (_tensor, rest[0], rest[pools ? used - 1 : 0].Output.Shape);
        var dropout = relu ? DropoutBehind(rest, ref used) : null;
        var (kernel, bias) = (_store.Kernel(place, input), _store.Vector(place, "bias"));
        _tensor = NewTensor(shape);
        var fusion = new ConvolutionFusion(relu, pools, dropout);
        _stages.Add(layer switch
        {
            { KernelSize: 3, Strides: 1 } when pools && relu && input is { Channels: 1, NeedsGradient: false } =>
                new DirectConvolutionStage<TSimd, TVector>(_state, _arena, place, input, _tensor, kernel, bias, dropout),
            _ when WinogradStage<TSimd, TVector>.Suits(layer, input, _tensor) =>
                new WinogradStage<TSimd, TVector>(_state, _arena, place, input, _tensor, kernel, bias, fusion),
            _ => new ConvolutionStage<TSimd, TVector>(_state, _arena, place, input, _tensor, kernel, bias, fusion),
        });
        if (!fuses)
            ActivationOf(layer.Activation, null, isLast: false);
        return used;
    }

    private int DenseLayer(Dense layer, ReadOnlySpan<ResolvedLayer> rest, bool isLast)
    {
        var used = 1;
        var relu = layer.Activation == Activation.Relu || (layer.Activation == Activation.Linear && Follows(rest, ref used, IsRelu));
        var dropout = relu ? DropoutBehind(rest, ref used) : null;
        var (input, place) = (_tensor, rest[0]);
        var (kernel, bias) = (_store.Kernel(place, input), _store.Vector(place, "bias"));
        _tensor = NewTensor(place.Output.Shape);
        _stages.Add(new DenseStage<TSimd, TVector>(_state, _arena, place, input, _tensor, kernel, bias, relu, dropout));
        if (!relu && layer.Activation != Activation.Linear)
            ActivationOf(layer.Activation, null, isLast);
        return used;
    }

    private int MaxPool(ResolvedLayer place)
    {
        var input = _tensor;
        _tensor = NewTensor(place.Output.Shape);
        _stages.Add(new MaxPoolStage<TSimd, TVector>(_state, place, input, _tensor));
        return 1;
    }

    private int AveragePool(ResolvedLayer place, int height, int width, ConvolutionGeometry geometry)
    {
        var input = _tensor;
        _tensor = NewTensor(place.Output.Shape);
        _stages.Add(new AveragePoolStage<TSimd, TVector>(_state, place, geometry, height, width, input, _tensor));
        return 1;
    }

    private int Normalization(ReadOnlySpan<ResolvedLayer> rest)
    {
        var used = 1;
        var relu = Follows(rest, ref used, IsRelu);
        Repack(rest[0].Input);
        var input = _tensor;
        if (Follows(rest, ref used, IsPairPool))
        {
            _tensor = NewTensor(rest[used - 1].Output.Shape);
            _stages.Add(new NormalizedPoolStage<TSimd, TVector>(_state, _arena, _store, rest[0], input, _tensor, relu));
            return used;
        }

        _tensor = Tensor.Like(_arena, input, _state.Capacity, _state.Trains);
        _stages.Add(new BatchNormalizationStage<TSimd, TVector>(_state, _arena, _store, rest[0], input, _tensor, relu));
        return used;
    }

    private int ResidualBlock(Residual layer, ResolvedLayer place)
    {
        var input = _tensor;
        var (body, shortcut) = (input.Alias(_arena, _state.Capacity), input.Alias(_arena, _state.Capacity));
        _stages.Add(new ForkStage<TSimd, TVector>(_state, input, body, shortcut));
        _tensor = body;
        Compile(place.Body, isNetwork: false);
        body = _tensor;
        _tensor = shortcut;
        Compile(place.Shortcut, isNetwork: false);
        shortcut = _tensor;
        _tensor = Tensor.Like(_arena, body, _state.Capacity, _state.Trains);
        _stages.Add(new AddStage<TSimd, TVector>(_state, place, body, shortcut, _tensor, layer.Activation == Activation.Relu));
        if (layer.Activation != Activation.Relu)
            ActivationOf(layer.Activation, null, isLast: false);
        return 1;
    }

    /// <summary>A flattened image, for a layer that looks at a vector's values one by one.</summary>
    private void Repack(LayerShape expected)
    {
        if (_tensor.Shape == expected.Shape)
            return;
        var input = _tensor;
        _tensor = Tensor.Create(_arena, expected.Shape, _state.Capacity, TSimd.Width, input.NeedsGradient);
        _stages.Add(new RepackStage(_state, input, _tensor));
    }

    private int ActivationOf(Activation function, double? alpha, bool isLast, LayerShape? place = null)
    {
        if (function == Activation.Softmax && place is { } shape)
            Repack(shape);
        if (function == Activation.Linear || (function == Activation.Softmax && isLast))
            return 1;
        var input = _tensor;
        _tensor = Tensor.Like(_arena, input, _state.Capacity, input.NeedsGradient);
        _stages.Add(function == Activation.Softmax
            ? new SoftmaxStage(_state, input, _tensor)
            : new ActivationStage<TSimd, TVector>(_state, function, alpha, input, _tensor));
        return 1;
    }

    private int DropoutOf(Dropout layer, ResolvedLayer place)
    {
        if (!_state.Trains || layer.Rate == 0)
            return 1;
        var input = _tensor;
        _tensor = Tensor.Like(_arena, input, _state.Capacity, input.NeedsGradient);
        _stages.Add(new DropoutStage<TSimd, TVector>(_state, place, _layerNumber, input, _tensor));
        return 1;
    }

    private Tensor NewTensor(TensorShape shape) => Tensor.Create(_arena, shape, _state.Capacity, TSimd.Width, _state.Trains);

    /// <summary>A dropout that comes next, or behind a flattening, which changes nothing.</summary>
    private (double Rate, int Layer)? DropoutBehind(ReadOnlySpan<ResolvedLayer> rest, ref int used)
    {
        var at = used < rest.Length && rest[used].Layer is Flatten ? used + 1 : used;
        if (at >= rest.Length || rest[at].Layer is not Dropout { Rate: > 0 } layer || !_state.Trains)
            return null;
        used = at + 1;
        return (layer.Rate, _layerNumber + at);
    }

    private static bool IsPairPool(Layer layer) => layer is MaxPool2D { PoolSize: 2, Strides: null or 2, Padding: Padding.Valid };

    private static bool IsRelu(Layer layer) => layer is ActivationLayer { Function: Activation.Relu };

    private static bool Follows(ReadOnlySpan<ResolvedLayer> rest, ref int used, Func<Layer, bool> condition)
    {
        if (used >= rest.Length || !condition(rest[used].Layer))
            return false;
        used++;
        return true;
    }
}
