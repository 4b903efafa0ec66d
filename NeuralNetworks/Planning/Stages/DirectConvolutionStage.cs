using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A 3x3 convolution of one channel with bias, ReLU, 2x2 max-pooling and perhaps dropout in one pass over the image; only pooled pixels
/// are ever stored. Backward, y > 0 is both the ReLU's and the dropout's mask, and two bits a pixel say where each maximum came from.
/// </summary>
internal sealed unsafe class DirectConvolutionStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int WindowsPerLane = 16;

    private readonly ResolvedLayer _convolution;
    private readonly Tensor _output;
    private readonly PaddedImages _images;
    private readonly Parameter _kernel;
    private readonly Parameter? _bias;
    private readonly float* _biasValues;
    private readonly float* _winners;
    private readonly nint _winnersPerImage;
    private readonly (double Rate, int Layer)? _dropout;
    private readonly PartialGradients<TSimd, TVector>? _gradients;
    private readonly float*[] _unusedBiasGradient;
    private DropoutMask _mask;

    public DirectConvolutionStage(PlanState state, Arena arena, ResolvedLayer convolution, Tensor input, Tensor output, Parameter kernel, Parameter? bias,
        (double Rate, int Layer)? dropout)
        : base(state)
    {
        var shape = convolution.Input.Shape;
        var geometry = ConvolutionGeometry.For(3, 1, ((Conv2D)convolution.Layer).Padding, shape, convolution.Output.Shape);
        (_convolution, _output, _kernel, _bias, _dropout) = (convolution, output, kernel, bias, dropout);
        _images = new PaddedImages(arena, input, geometry.Top, geometry.Left, geometry.PaddedRows(shape.Height), geometry.PaddedColumns(shape.Width), state.Workers);
        _biasValues = bias is null ? arena.Floats(output.Channels) : bias.Values;
        _winnersPerImage = (nint)output.Shape.Height * ((output.Shape.Width + WindowsPerLane - 1) / WindowsPerLane) * output.Channels;
        _winners = arena.Floats(_winnersPerImage * state.Capacity);
        _unusedBiasGradient = bias is null ? arena.Floats(state.MaximalShards, output.Channels) : [];
        if (state.Trains)
            _gradients = new PartialGradients<TSimd, TVector>(arena, state, bias is null ? [kernel] : [kernel, bias]);
    }

    public override string Description =>
        $"{_convolution.Name}: direct 3x3 convolution of one channel + ReLU + 2x2 max-pooling{(_dropout is { } d ? FormattableString.Invariant($" + dropout {d.Rate}") : "")}, {_output.Shape}";

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_kernel] : [_kernel, _bias];

    public override void BeginPass()
    {
        if (_dropout is { } dropout)
            _mask = DropoutMask.For(dropout.Rate, State.Seed, dropout.Layer, State.Step);
    }

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, worker) =>
    {
        for (var image = first; image < first + count; image++)
            Forward(image, worker);
    });

    public override void AddBackward(JobList jobs)
    {
        jobs.PerImage(
            (first, count, shard, worker) =>
            {
                for (var image = first; image < first + count; image++)
                    Backward(image, shard, worker);
            },
            shard => _gradients!.Clear(shard));
        _gradients!.AddUpdate(jobs);
    }

    private void Forward(int image, int worker)
    {
        var shape = Shape(image, worker);
        shape.Drop = State.Training && _dropout is not null;
        shape.Mask = _mask;
        ForEachTile(shape, static (in DirectConvolutionShape tile) => DirectConvolutionKernels<TSimd, TVector>.Forward1(tile),
            static (in DirectConvolutionShape tile) => DirectConvolutionKernels<TSimd, TVector>.Forward2(tile));
    }

    private void Backward(int image, int shard, int worker)
    {
        var shape = Shape(image, worker);
        shape.OutputGradient = _output.Gradient + (image * _output.ImageStride);
        shape.Scale = _dropout is null ? 1 : _mask.Scale;
        shape.WeightGradient = _gradients![0, shard];
        shape.BiasGradient = _bias is null ? _unusedBiasGradient[shard] : _gradients[1, shard];
        ForEachTile(shape, static (in DirectConvolutionShape tile) => DirectConvolutionKernels<TSimd, TVector>.Gradient1(tile),
            static (in DirectConvolutionShape tile) => DirectConvolutionKernels<TSimd, TVector>.Gradient2(tile));
    }

    private DirectConvolutionShape Shape(int image, int worker) => new()
    {
        Image = _images.Image(image, worker),
        ImageRow = _images.Row,
        Weights = _kernel.Values,
        Bias = _biasValues,
        Rows = _output.Shape.Height,
        Columns = _output.Shape.Width,
        Filters = _output.Channels,
        Output = _output.Values + (image * _output.ImageStride),
        Position = (uint)(image * _output.ImageStride),
        Winners = _winners + (image * _winnersPerImage),
    };

    private delegate void Kernel(in DirectConvolutionShape shape);

    /// <summary>All filters, two vectors at a time where there are registers for it.</summary>
    private void ForEachTile(DirectConvolutionShape shape, Kernel one, Kernel two)
    {
        for (var panel = 0; panel < _kernel.Layout.Panels; panel++)
        {
            var vectors = _kernel.Layout.PanelVectors(panel);
            shape.WeightRow = _kernel.Layout.RowStride(panel);
            if (vectors == 2 && TSimd.Registers >= 32)
            {
                two(shape);
                Advance(ref shape, 2 * TSimd.Width, 9 * 2 * TSimd.Width);
                continue;
            }

            for (var v = 0; v < vectors; v++)
            {
                one(shape);
                Advance(ref shape, TSimd.Width, v + 1 < vectors ? TSimd.Width : (9 * shape.WeightRow) - ((vectors - 1) * TSimd.Width));
            }
        }
    }

    private static void Advance(ref DirectConvolutionShape shape, nint filters, nint weights)
    {
        shape.Weights += weights;
        shape.WeightGradient += weights;
        shape.Output += filters;
        shape.OutputGradient += filters;
        shape.Winners += filters;
        shape.Bias += filters;
        shape.BiasGradient += filters;
        shape.Position += (uint)filters;
    }
}
