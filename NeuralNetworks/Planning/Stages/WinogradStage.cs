using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A 3x3 convolution of stride 1 by Winograd's F(2x2, 3x3) or F(4x4, 3x3), whichever multiplies less (Lavin and Gray 2016). Some dozens of tiles at
/// a time go through transform, a matrix product a plane and transform back within the L2 cache, and on to the pooling. Gradients use the
/// exact adjoints of the transforms; that of the weights is summed by shard, or, where that is less memory, formed of all tiles at once.
/// </summary>
internal sealed unsafe class WinogradStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int FewestChannels = 32;
    private const int FloatsOfTiles = 196_608; // planes x tiles together x (channels + filters), so that they fit the L2 cache

    private readonly ResolvedLayer _layer;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly PaddedImages _images;
    private readonly ConvolutionFusion _fusion;
    private readonly ConvolutionEpilogue<TSimd, TVector> _epilogue;
    private readonly Parameter? _bias;
    private readonly WinogradTransform<TSimd, TVector> _transform;
    private readonly WinogradWeights<TSimd, TVector> _weights;
    private readonly int _tileRows;
    private readonly int _tileColumns;
    private readonly int _imagesTogether;
    private readonly int _rowsTogether; // of tiles, of one image, where an image is too large
    private readonly nint* _noOffset;
    private readonly Planes[] _values; // per worker: transformed tiles, [plane][tile, channel]
    private readonly Planes[] _products; // per worker: their products, [plane][tile, filter]
    private readonly Planes? _batchValues; // of the whole batch, for the gradient of the weights
    private readonly Planes? _batchProducts;
    private readonly float*[] _rows; // per worker: a row of tiles as pixels
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
        _transform = WinogradTransform<TSimd, TVector>.For(_epilogue.Rows, _epilogue.Columns);
        (_tileRows, _tileColumns) = (_transform.Tiles(_epilogue.Rows), _transform.Tiles(_epilogue.Columns));
        var shape = layer.Input.Shape;
        var geometry = ConvolutionGeometry.For(3, 1, ((Conv2D)layer.Layer).Padding, shape, layer.Output.Shape);
        _images = new PaddedImages(arena, input, geometry.Top, geometry.Left, Math.Max(geometry.PaddedRows(shape.Height), (_transform.Outputs * _tileRows) + 2),
            Math.Max(geometry.PaddedColumns(shape.Width), (_transform.Outputs * _tileColumns) + 2), state.Workers);

        var together = Math.Max(FloatsOfTiles / _transform.Planes / (input.Channels + output.Channels), 12);
        _imagesTogether = Math.Max(together / TilesPerImage, 1);
        _rowsTogether = _imagesTogether > 1 ? _tileRows : Math.Clamp(together / _tileColumns, 1, _tileRows);
        var tiles = _imagesTogether * _rowsTogether * _tileColumns;
        _noOffset = arena.Offsets([0]);
        _values = [.. Enumerable.Range(0, state.Workers).Select(_ => new Planes(arena, _transform.Planes, tiles * input.Channels))];
        _products = [.. Enumerable.Range(0, state.Workers).Select(_ => new Planes(arena, _transform.Planes, tiles * output.Channels))];
        _rows = arena.Floats(state.Workers, _transform.Outputs * RowLength);

        var batch = (long)state.Capacity * TilesPerImage;
        var wholeBatch = state.Trains && batch * (input.Channels + output.Channels) < (long)input.Channels * output.Channels * state.MaximalShards;
        _weights = new WinogradWeights<TSimd, TVector>(state, arena, _transform, kernel, input, output.Channels, wholeBatch ? 1 : state.MaximalShards);
        if (!state.Trains)
            return;
        if (wholeBatch)
        {
            _batchValues = new Planes(arena, _transform.Planes, batch * input.Channels);
            _batchProducts = new Planes(arena, _transform.Planes, batch * output.Channels);
        }

        _paddedGradient = arena.Floats(_images.IsPadded && input.NeedsGradient ? state.Workers : 0, _images.Length);
        if (bias is null)
            _biasSums = arena.Floats(state.Workers, output.Channels);
        else
            _biasGradients = new PartialGradients<TSimd, TVector>(arena, state, bias);
    }

    public override string Description => $"{_layer.Name}: 3x3 convolution by Winograd F({_transform.Outputs}x{_transform.Outputs}, 3x3){_fusion}, {_output.Shape}";

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_weights.Kernel] : [_weights.Kernel, _bias];

    private int TilesPerImage => _tileRows * _tileColumns;

    /// <summary>Floats of a row of pixels that a row of tiles gives.</summary>
    private nint RowLength => (nint)_transform.Outputs * _tileColumns * _output.Channels;

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
                if (_batchValues is null)
                    _weights.Clear(shard);
                _biasGradients?.Clear(shard);
            });
        if (_batchValues is { } values)
            jobs.InTasks(() => _transform.Planes, (plane, _) => _weights.TakeGradient(plane, State.Images * TilesPerImage, values[plane], _batchProducts![plane]));
        _weights.AddUpdate(jobs);
        _biasGradients?.AddUpdate(jobs);
    }

    /// <summary>Tiles that are handled together: whole images, or some rows of tiles of one.</summary>
    private struct Chunk
    {
        public int FirstImage, Images, FirstRow, Rows, Shard, Worker;
    }

    /// <summary>Planes of tiles. They begin in different cache sets, since all are written at once.</summary>
    private sealed class Planes(Arena arena, int planes, long length)
    {
        private readonly float* _first = arena.Floats(planes * Stride(length));

        /// <summary>From one plane to the next.</summary>
        public nint Distance { get; } = Stride(length);

        public float* this[int plane] => _first + (plane * Distance);

        private static nint Stride(long length) => (nint)(((length + 1023) / 1024 * 1024) + 16);
    }

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
    private nint FirstTile(in Chunk chunk, int image, int row) => (((image - chunk.FirstImage) * chunk.Rows) + row - chunk.FirstRow) * _tileColumns;

    /// <summary>Where a chunk's tiles lie: among the whole batch's or, without those, in the worker's own planes.</summary>
    private float* At(in Chunk chunk, Planes? batch, Planes[] own, int channels) =>
        batch is null ? own[chunk.Worker][0] : batch[0] + ((((nint)chunk.FirstImage * _tileRows) + chunk.FirstRow) * _tileColumns * channels);

    private void Forward(Chunk chunk)
    {
        var values = At(chunk, _batchValues, _values, _input.Channels);
        var (distance, products) = ((_batchValues ?? _values[chunk.Worker]).Distance, _products[chunk.Worker]);
        TransformInput(chunk, values, distance);
        var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = _input.Channels, ARow = _input.Channels, ADepth = 1, CRow = _output.Channels };
        for (var plane = 0; plane < _transform.Planes; plane++)
            MatrixProduct<TSimd, TVector>.Packed(shape, Tiles(chunk), values + (plane * distance), _weights.Layout, _weights.Plane(plane), products[plane], 2 * TSimd.Width);
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
        {
            for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
                Finish(chunk, image, row);
        }
    }

    private void TransformInput(in Chunk chunk, float* values, nint distance)
    {
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
        {
            var padded = _images.Image(image, chunk.Worker);
            for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
            {
                _transform.InputRow(padded + (_transform.Outputs * row * _images.Row), _images.Row, values + (FirstTile(chunk, image, row) * _input.Channels), distance,
                    _input.Channels, _tileColumns);
            }
        }
    }

    /// <summary>A row of tiles to rows of sums, and on to the output.</summary>
    private void Finish(in Chunk chunk, int image, int row)
    {
        var products = _products[chunk.Worker];
        var rows = _rows[chunk.Worker];
        _transform.OutputRow(products[0] + (FirstTile(chunk, image, row) * _output.Channels), products.Distance, rows, RowLength, _output.Channels, _tileColumns);
        for (int y = _transform.Outputs * row, end = Math.Min(y + _transform.Outputs, _epilogue.Rows); y < end; y++, rows += RowLength)
        {
            if (!_fusion.Pools)
            {
                var length = _epilogue.Columns * _output.Channels;
                new ReadOnlySpan<float>(rows, length).CopyTo(new Span<float>(_epilogue.Output(image, y), length));
                _epilogue.Finish(image, y);
            }
            else if (y % 2 == 0)
            {
                _epilogue.Pool(image, y / 2, rows, rows + RowLength);
            }
        }
    }

    private void Backward(Chunk chunk)
    {
        var biasGradient = _biasGradients is null ? _biasSums[chunk.Worker] : _biasGradients[0, chunk.Shard];
        var products = At(chunk, _batchProducts, _products, _output.Channels);
        var (distance, values) = ((_batchProducts ?? _products[chunk.Worker]).Distance, _values[chunk.Worker]);
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
            TransformGradient(chunk, image, biasGradient, products, distance);
        if (_batchValues is null)
        {
            TransformInput(chunk, values[0], values.Distance);
            _weights.AddGradient(chunk.Shard, Tiles(chunk), values[0], values.Distance, products, distance);
        }

        if (!_input.NeedsGradient)
            return;
        var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = _output.Channels, ARow = _output.Channels, ADepth = 1, CRow = _input.Channels };
        for (var plane = 0; plane < _transform.Planes; plane++)
        {
            MatrixProduct<TSimd, TVector>.Packed(shape, Tiles(chunk), products + (plane * distance), _weights.TransposedLayout, _weights.TransposedPlane(plane), values[plane],
                2 * TSimd.Width);
        }

        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
            GatherInputGradient(chunk, image);
    }

    /// <summary>Gradients of an image's output to planes, back through dropout, ReLU and pooling.</summary>
    private void TransformGradient(in Chunk chunk, int image, float* biasGradient, float* products, nint distance)
    {
        var rows = _rows[chunk.Worker];

        // Without pooling the whole image's gradient is made ready at once, with the first of its rows.
        var gradient = _fusion.Pools ? null : chunk.FirstRow == 0 ? _epilogue.Gradient(image, biasGradient) : _output.Gradient + (image * _output.ImageStride);
        for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
        {
            for (var i = 0; i < _transform.Outputs; i++)
            {
                var y = (_transform.Outputs * row) + i;
                var target = rows + (i * RowLength);
                var length = y < _epilogue.Rows ? _epilogue.Columns * _output.Channels : 0;
                if (length > 0 && !_fusion.Pools)
                    new ReadOnlySpan<float>(gradient + ((nint)y * length), length).CopyTo(new Span<float>(target, length));
                else if (length > 0 && y % 2 == 0)
                    _epilogue.Unpool(image, y / 2, target, target + RowLength, biasGradient);

                // Zero where the last tiles reach beyond the image.
                Vectors<TSimd, TVector>.Clear(target + length, RowLength - length);
            }

            _transform.OutputRowAdjoint(rows, RowLength, products + (FirstTile(chunk, image, row) * _output.Channels), distance, _output.Channels, _tileColumns);
        }
    }

    /// <summary>Planes of gradients to an image's, overlapping tiles added up. Rows of one image come in order.</summary>
    private void GatherInputGradient(in Chunk chunk, int image)
    {
        var target = _input.Gradient + (image * _input.ImageStride);
        var padded = _images.IsPadded ? _paddedGradient[chunk.Worker] : target;
        var values = _values[chunk.Worker];
        if (chunk.FirstRow == 0)
            Vectors<TSimd, TVector>.Clear(padded, _images.Length);
        for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
        {
            _transform.InputRowAdjoint(values[0] + (FirstTile(chunk, image, row) * _input.Channels), values.Distance,
                padded + (_transform.Outputs * row * _images.Row), _images.Row, _input.Channels, _tileColumns);
        }

        if (_images.IsPadded && chunk.FirstRow + chunk.Rows == _tileRows)
            _images.CopyInside(padded, target);
    }
}
