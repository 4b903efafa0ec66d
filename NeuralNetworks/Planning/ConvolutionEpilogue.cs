using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// What follows a convolution's raw sums while they are in the cache, and the way back: bias, ReLU, 2x2 max-pooling, dropout. Rows and columns that
/// the pooling would discard are not asked for.
/// </summary>
internal sealed unsafe class ConvolutionEpilogue<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly PlanState _state;
    private readonly Tensor _output;
    private readonly Parameter? _bias;
    private readonly ConvolutionFusion _fusion;
    private readonly float* _winners;
    private readonly nint _winnersPerRow;
    private DropoutMask _mask;

    public ConvolutionEpilogue(PlanState state, Arena arena, Tensor output, Parameter? bias, ConvolutionFusion fusion)
    {
        (_state, _output, _bias, _fusion) = (state, output, bias, fusion);
        var step = fusion.Pools ? 2 : 1;
        (Rows, Columns) = (step * output.Shape.Height, step * output.Shape.Width);
        _winnersPerRow = (nint)((output.Shape.Width + PooledRows<TSimd, TVector>.WindowsPerLane - 1) / PooledRows<TSimd, TVector>.WindowsPerLane) * output.Channels;
        _winners = fusion.Pools ? arena.Floats(_winnersPerRow * output.Shape.Height * state.Capacity) : null;
    }

    /// <summary>Rows of raw sums that are used.</summary>
    public int Rows { get; }

    /// <summary>Columns of raw sums that are used.</summary>
    public int Columns { get; }

    public bool Pools => _fusion.Pools;

    private bool Drop => _state.Training && _fusion.Dropout is not null;

    private float Scale => _fusion.Dropout is null ? 1 : _mask.Scale;

    private nint OutputRow => (nint)_output.Shape.Width * _output.Channels;

    public void BeginPass()
    {
        if (_fusion.Dropout is { } dropout)
            _mask = DropoutMask.For(dropout.Rate, _state.Seed, dropout.Layer, _state.Step);
    }

    /// <summary>Where a row of output lies.</summary>
    public float* Output(int image, int row) => _output.Values + (image * _output.ImageStride) + (row * OutputRow);

    /// <summary>Finishes a row of raw sums that already lies in the output; without pooling.</summary>
    public void Finish(int image, int row) => Vectors<TSimd, TVector>.Finish(Output(image, row), _output.Shape.Width, _output.Channels, _output.Channels,
        _bias is null ? null : _bias.Values, _fusion.Relu, Drop, _mask, Position(image, row));

    /// <summary>Makes one row of output of two rows of raw sums, <c>[columns, filters]</c>; with pooling.</summary>
    public void Pool(int image, int row, float* upper, float* lower) => PooledRows<TSimd, TVector>.Forward(upper, lower, _output.Shape.Width, _output.Channels,
        _bias is null ? null : _bias.Values, _fusion.Relu, Drop, _mask, Position(image, row), Output(image, row), Winners(image, row));

    /// <summary>The gradient by an image's raw sums, <c>[rows, columns, filters]</c>, made in place of that by the output; without pooling.</summary>
    public float* Gradient(int image, float* biasGradient)
    {
        var gradient = _output.Gradient + (image * _output.ImageStride);
        if (_fusion.Relu)
            Vectors<TSimd, TVector>.MaskPositive(gradient, Output(image, 0), _output.Size, Scale);
        Vectors<TSimd, TVector>.AddColumnSums(gradient, Rows * Columns, _output.Channels, _output.Channels, biasGradient);
        return gradient;
    }

    /// <summary>The gradient by two rows of raw sums, from one row of output; with pooling.</summary>
    public void Unpool(int image, int row, float* upper, float* lower, float* biasGradient) => PooledRows<TSimd, TVector>.Backward(Output(image, row),
        _output.Gradient + (image * _output.ImageStride) + (row * OutputRow), Winners(image, row), _output.Shape.Width, _output.Channels, _fusion.Relu, Scale, upper, lower, biasGradient);

    private uint Position(int image, int row) => (uint)((image * _output.ImageStride) + (row * OutputRow));

    private float* Winners(int image, int row) => _winners + ((((nint)image * _output.Shape.Height) + row) * _winnersPerRow);
}
