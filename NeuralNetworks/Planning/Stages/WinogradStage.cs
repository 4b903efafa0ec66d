using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A 3x3 convolution of stride 1 by Winograd's F(2x2, 3x3): 16 multiplications where the direct way takes 36 (Lavin and Gray 2016). Some dozens of
/// tiles at a time go through transform, 16 matrix products and transform back within the L2 cache; a tile's 2x2 output is the pooling's
/// window. Gradients use the exact adjoints of the transforms.
/// </summary>
internal sealed unsafe class WinogradStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int Planes = 16;
    private const int FewestChannels = 32;
    private const int FloatsOfTiles = 12288; // tiles together x (channels + filters), so that their planes fit the L2 cache

    private readonly ResolvedLayer _layer;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly PaddedImages _images;
    private readonly ConvolutionFusion _fusion;
    private readonly ConvolutionEpilogue<TSimd, TVector> _epilogue;
    private readonly Parameter? _bias;
    private readonly WinogradWeights<TSimd, TVector> _weights;
    private readonly int _tileRows;
    private readonly int _tileColumns;
    private readonly int _imagesTogether;
    private readonly int _rowsTogether; // of tiles, of one image, where an image is too large
    private readonly nint _valuePlane;
    private readonly nint _productPlane;
    private readonly nint* _noOffset;
    private readonly float*[] _values; // per worker: transformed tiles, [plane][tile, channel]
    private readonly float*[] _products; // per worker: their products, [plane][tile, filter]
    private readonly float*[] _rows; // per worker: two rows of pixels
    private readonly float*[] _paddedGradient = [];
    private readonly float*[] _biasSums = [];
    private readonly PartialGradients<TSimd, TVector>? _biasGradients;
    private readonly Action<Chunk> _forward;
    private readonly Action<Chunk> _backward;

    public WinogradStage(PlanState state, Arena arena, ResolvedLayer layer, Tensor input, Tensor output, Parameter kernel, Parameter? bias, ConvolutionFusion fusion)
        : base(state)
    {
        (_layer, _input, _output, _bias, _fusion) = (layer, input, output, bias, fusion);
        (_forward, _backward) = (Forward, Backward);
        _epilogue = new ConvolutionEpilogue<TSimd, TVector>(state, arena, output, bias, fusion);
        (_tileRows, _tileColumns) = ((_epilogue.Rows + 1) / 2, (_epilogue.Columns + 1) / 2);
        var shape = layer.Input.Shape;
        var geometry = ConvolutionGeometry.For(3, 1, ((Conv2D)layer.Layer).Padding, shape, layer.Output.Shape);
        _images = new PaddedImages(arena, input, geometry.Top, geometry.Left, Math.Max(geometry.PaddedRows(shape.Height), (2 * _tileRows) + 2),
            Math.Max(geometry.PaddedColumns(shape.Width), (2 * _tileColumns) + 2), state.Workers);
        _weights = new WinogradWeights<TSimd, TVector>(state, arena, kernel, input.Channels, output.Channels, input.NeedsGradient);

        var together = Math.Max(FloatsOfTiles / (input.Channels + output.Channels), 12);
        _imagesTogether = Math.Max(together / (_tileRows * _tileColumns), 1);
        _rowsTogether = Math.Clamp(together / _tileColumns, 1, _tileRows);
        if (_imagesTogether > 1)
            _rowsTogether = _tileRows;
        var tiles = _imagesTogether * _rowsTogether * _tileColumns;
        (_valuePlane, _productPlane) = (Plane(tiles * input.Channels), Plane(tiles * output.Channels));
        _noOffset = arena.Offsets([0]);
        _values = arena.Floats(state.Workers, Planes * _valuePlane);
        _products = arena.Floats(state.Workers, Planes * _productPlane);
        _rows = arena.Floats(state.Workers, 4L * _tileColumns * output.Channels);
        if (!state.Trains)
            return;
        _paddedGradient = arena.Floats(_images.IsPadded && input.NeedsGradient ? state.Workers : 0, _images.Length);
        if (bias is null)
            _biasSums = arena.Floats(state.Workers, output.Channels);
        else
            _biasGradients = new PartialGradients<TSimd, TVector>(arena, state, bias);
    }

    public override string Description => $"{_layer.Name}: 3x3 convolution by Winograd F(2x2, 3x3){_fusion}, {_output.Shape}";

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_weights.Kernel] : [_weights.Kernel, _bias];

    /// <summary>Whether there are channels enough for the transforms to pay.</summary>
    public static bool Suits(Tensor input, Tensor output) =>
        input.Channels >= FewestChannels && output.Channels >= FewestChannels && input.Channels % TSimd.Width == 0;

    public override void BeginPass()
    {
        _epilogue.BeginPass();
        _weights.BeginPass();
    }

    public override void AddForward(JobList jobs)
    {
        _weights.AddTransform(jobs);
        jobs.PerImage((first, count, shard, worker) => ForEachChunk(first, count, new Chunk { Shard = shard, Worker = worker }, _forward));
    }

    public override void AddBackward(JobList jobs)
    {
        _weights.AddTranspose(jobs);
        jobs.PerImage((first, count, shard, worker) => ForEachChunk(first, count, new Chunk { Shard = shard, Worker = worker }, _backward),
            shard =>
            {
                _weights.Clear(shard);
                _biasGradients?.Clear(shard);
            });
        _weights.AddUpdate(jobs);
        _biasGradients?.AddUpdate(jobs);
    }

    /// <summary>Tiles that are handled together: whole images, or some rows of tiles of one.</summary>
    private struct Chunk
    {
        public int FirstImage, Images, FirstRow, Rows, Shard, Worker;
    }

    /// <summary>Planes begin in different cache sets, since all are written at once.</summary>
    private static nint Plane(int length) => Tensor.RoundUp(length, 1024) + 16;

    private void ForEachChunk(int first, int count, Chunk chunk, Action<Chunk> work)
    {
        for (var image = first; image < first + count; image += _imagesTogether)
        {
            (chunk.FirstImage, chunk.Images) = (image, Math.Min(_imagesTogether, first + count - image));
            for (var row = 0; row < _tileRows; row += _rowsTogether)
            {
                (chunk.FirstRow, chunk.Rows) = (row, Math.Min(_rowsTogether, _tileRows - row));
                work(chunk);
            }
        }
    }

    private int Tiles(in Chunk chunk) => chunk.Images * chunk.Rows * _tileColumns;

    /// <summary>The tile a row of an image begins with, within its chunk.</summary>
    private int FirstTile(in Chunk chunk, int image, int row) => ((((image - chunk.FirstImage) * chunk.Rows) + row - chunk.FirstRow) * _tileColumns);

    private void Forward(Chunk chunk)
    {
        TransformInput(chunk);
        float* values = _values[chunk.Worker], products = _products[chunk.Worker];
        var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = _input.Channels, ARow = _input.Channels, ADepth = 1, CRow = _output.Channels };
        for (var plane = 0; plane < Planes; plane++)
            MatrixProduct<TSimd, TVector>.Packed(shape, Tiles(chunk), values + (plane * _valuePlane), _weights.Layout, _weights.Plane(plane), products + (plane * _productPlane), 2 * TSimd.Width);
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
        {
            for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
                Finish(chunk, image, row);
        }
    }

    private void TransformInput(in Chunk chunk)
    {
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
        {
            var padded = _images.Image(image, chunk.Worker);
            for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
            {
                WinogradKernels<TSimd, TVector>.InputRow(padded + (2 * row * _images.Row), _images.Row,
                    _values[chunk.Worker] + ((nint)FirstTile(chunk, image, row) * _input.Channels), _valuePlane, _input.Channels, _tileColumns);
            }
        }
    }

    /// <summary>A row of tiles to two rows of sums, and on to the output.</summary>
    private void Finish(in Chunk chunk, int image, int row)
    {
        float* upper = _rows[chunk.Worker], lower = upper + (2 * (nint)_tileColumns * _output.Channels);
        WinogradKernels<TSimd, TVector>.OutputRow(_products[chunk.Worker] + ((nint)FirstTile(chunk, image, row) * _output.Channels), _productPlane, upper, lower, _output.Channels, _tileColumns);
        if (_fusion.Pools)
        {
            _epilogue.Pool(image, row, upper, lower);
            return;
        }

        var length = _epilogue.Columns * _output.Channels;
        for (var y = 2 * row; y < Math.Min((2 * row) + 2, _epilogue.Rows); y++)
        {
            new ReadOnlySpan<float>(y == 2 * row ? upper : lower, length).CopyTo(new Span<float>(_epilogue.Output(image, y), length));
            _epilogue.Finish(image, y);
        }
    }

    private void Backward(Chunk chunk)
    {
        var biasGradient = _biasGradients is null ? _biasSums[chunk.Worker] : _biasGradients[0, chunk.Shard];
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
            TransformGradient(chunk, image, biasGradient);
        TransformInput(chunk);
        _weights.AddGradient(chunk.Shard, Tiles(chunk), _values[chunk.Worker], _valuePlane, _products[chunk.Worker], _productPlane);
        if (!_input.NeedsGradient)
            return;

        var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = _output.Channels, ARow = _output.Channels, ADepth = 1, CRow = _input.Channels };
        for (var plane = 0; plane < Planes; plane++)
        {
            MatrixProduct<TSimd, TVector>.Packed(shape, Tiles(chunk), _products[chunk.Worker] + (plane * _productPlane), _weights.TransposedLayout, _weights.TransposedPlane(plane),
                _values[chunk.Worker] + (plane * _valuePlane), 2 * TSimd.Width);
        }

        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
            GatherInputGradient(chunk, image);
    }

    /// <summary>Gradients of an image's output to planes, back through dropout, ReLU and pooling.</summary>
    private void TransformGradient(in Chunk chunk, int image, float* biasGradient)
    {
        float* upper = _rows[chunk.Worker], lower = upper + (2 * (nint)_tileColumns * _output.Channels);

        // Without pooling the whole image's gradient is made ready at once, with the first of its rows.
        var gradient = _fusion.Pools ? null : chunk.FirstRow == 0 ? _epilogue.Gradient(image, biasGradient) : _output.Gradient + (image * _output.ImageStride);
        for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
        {
            if (_fusion.Pools)
            {
                _epilogue.Unpool(image, row, upper, lower, biasGradient);
            }
            else
            {
                CopyRow(gradient, 2 * row, upper);
                CopyRow(gradient, (2 * row) + 1, lower);
            }

            WinogradKernels<TSimd, TVector>.OutputRowAdjoint(upper, lower, _products[chunk.Worker] + ((nint)FirstTile(chunk, image, row) * _output.Channels), _productPlane, _output.Channels, _tileColumns);
        }
    }

    /// <summary>A row of gradients, with zeros where the last tile reaches beyond the image.</summary>
    private void CopyRow(float* gradient, int row, float* destination)
    {
        int length = _epilogue.Columns * _output.Channels, all = 2 * _tileColumns * _output.Channels;
        var target = new Span<float>(destination, all);
        if (row >= _epilogue.Rows)
        {
            target.Clear();
            return;
        }

        new ReadOnlySpan<float>(gradient + ((nint)row * length), length).CopyTo(target);
        target[length..].Clear();
    }

    /// <summary>Planes of gradients to an image's, overlapping tiles added up. Rows of one image come in order.</summary>
    private void GatherInputGradient(in Chunk chunk, int image)
    {
        var target = _input.Gradient + (image * _input.ImageStride);
        var padded = _images.IsPadded ? _paddedGradient[chunk.Worker] : target;
        if (chunk.FirstRow == 0)
            Vectors<TSimd, TVector>.Clear(padded, _images.Length);
        for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
        {
            WinogradKernels<TSimd, TVector>.InputRowAdjoint(_values[chunk.Worker] + ((nint)FirstTile(chunk, image, row) * _input.Channels), _valuePlane,
                padded + (2 * row * _images.Row), _images.Row, _input.Channels, _tileColumns);
        }

        if (_images.IsPadded && chunk.FirstRow + chunk.Rows == _tileRows)
            _images.CopyInside(padded, target);
    }
}
