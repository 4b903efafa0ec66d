using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A 3x3 or 5x5 convolution of stride 1 by Winograd's F(6x6, 3x3), F(4x4, 3x3) or F(4x4, 5x5), with smaller tiles at the edges (Lavin and Gray
/// 2016). Some dozens of tiles at a time go through transform, a matrix product a plane and transform back within the L2 cache, and on to the pooling.
/// Gradients use the exact adjoints of the transforms; that of the weights is summed by shard, or, where that is less memory, formed of all tiles
/// at once.
/// </summary>
internal sealed unsafe class WinogradStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int FewestChannels = 16;
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
    private readonly WinogradAxis _tileRows;
    private readonly WinogradAxis _tileColumns;
    private readonly int _imagesTogether;
    private readonly int _rowsTogether; // of tiles, of one image, where an image is too large
    private readonly nint* _noOffset;
    private readonly WinogradPlanes[] _values; // per worker: transformed tiles, [plane][tile, channel]
    private readonly WinogradPlanes[] _products; // per worker: their products, [plane][tile, filter]
    private readonly WinogradPlanes? _batchValues; // of the whole batch, for the gradient of the weights
    private readonly WinogradPlanes? _batchProducts;
    private readonly float*[] _rows; // per worker: a row of tiles as pixels
    private readonly float*[] _strips; // per worker: a row of tiles between its two transforms
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
        var convolution = (Conv2D)layer.Layer;
        (_tileRows, _tileColumns) = (new WinogradAxis(_epilogue.Rows, convolution.KernelSize), new WinogradAxis(_epilogue.Columns, convolution.KernelSize));
        _transform = new WinogradTransform<TSimd, TVector>(_tileRows, _tileColumns);
        var shape = layer.Input.Shape;
        var geometry = ConvolutionGeometry.For(convolution.KernelSize, 1, convolution.Padding, shape, layer.Output.Shape);
        _images = new PaddedImages(arena, input, geometry.Top, geometry.Left, Math.Max(geometry.PaddedRows(shape.Height), _tileRows.Patch),
            Math.Max(geometry.PaddedColumns(shape.Width), _tileColumns.Patch), state.Workers);

        var together = Math.Max(FloatsOfTiles / _transform.Planes / (input.Channels + output.Channels), 12);
        _imagesTogether = Math.Max(together / TilesPerImage, 1);
        _rowsTogether = _imagesTogether > 1 ? _tileRows.Tiles : Math.Clamp(together / _tileColumns.Tiles, 1, _tileRows.Tiles);
        var tiles = _imagesTogether * _rowsTogether * _tileColumns.Tiles;
        _noOffset = arena.Offsets([0]);
        _values = [.. Enumerable.Range(0, state.Workers).Select(_ => new WinogradPlanes(arena, _transform.Planes, tiles * input.Channels))];
        _products = [.. Enumerable.Range(0, state.Workers).Select(_ => new WinogradPlanes(arena, _transform.Planes, tiles * output.Channels))];
        _rows = arena.Floats(state.Workers, _tileRows.LargestOutputs * RowLength);
        _strips = arena.Floats(state.Workers, _transform.StripLength(Math.Max(input.Channels, output.Channels)));

        var batch = (long)state.Capacity * TilesPerImage;
        var wholeBatch = state.Trains && batch * (input.Channels + output.Channels) < (long)input.Channels * output.Channels * state.MaximalShards;
        _weights = new WinogradWeights<TSimd, TVector>(state, arena, _transform, kernel, input, output.Channels, wholeBatch ? 1 : state.MaximalShards);
        if (!state.Trains)
            return;
        if (wholeBatch)
        {
            _batchValues = new WinogradPlanes(arena, _transform.Planes, batch * input.Channels);
            _batchProducts = new WinogradPlanes(arena, _transform.Planes, batch * output.Channels);
        }

        _paddedGradient = arena.Floats(_images.IsPadded && input.NeedsGradient ? state.Workers : 0, _images.Length);
        if (bias is null)
            _biasSums = arena.Floats(state.Workers, output.Channels);
        else
            _biasGradients = new PartialGradients<TSimd, TVector>(arena, state, bias);
    }

    public override string Description => $"{_layer.Name}: {Taps} convolution by Winograd F({Sizes(_tileRows)}x{Sizes(_tileColumns)}, {Taps}){_fusion}, {_output.Shape}";

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_weights.Kernel] : [_weights.Kernel, _bias];

    private string Taps => $"{_transform.Taps}x{_transform.Taps}";

    private int TilesPerImage => _tileRows.Tiles * _tileColumns.Tiles;

    /// <summary>All tiles of the batch.</summary>
    private WinogradTiles BatchTiles => new(_tileRows, _tileColumns, 0, State.Images, 0, _tileRows.Tiles);

    /// <summary>Floats of a row of pixels that a row of tiles gives.</summary>
    private nint RowLength => (nint)_tileColumns.Covered * _output.Channels;

    /// <summary>Floats of a row of the output.</summary>
    private int OutputRow => _epilogue.Columns * _output.Channels;

    /// <summary>Whether rows of tiles are rows of the output as it lies, so that none need be copied.</summary>
    private bool InPlace => !_fusion.Pools && _tileRows.Covered == _epilogue.Rows && _tileColumns.Covered == _epilogue.Columns;

    /// <summary>Whether there are taps to save, and channels enough for the transforms to pay.</summary>
    public static bool Suits(Conv2D layer, Tensor input, Tensor output) => layer is { Strides: 1, KernelSize: 3 or 5 } &&
        Math.Min(input.Channels, output.Channels) >= FewestChannels && input.Channels % TSimd.Width == 0;

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
            jobs.InTasks(() => _transform.Planes, (plane, worker) => _weights.TakeGradient(plane, worker, BatchTiles, values, _batchProducts!));
        _weights.AddUpdate(jobs);
        _biasGradients?.AddUpdate(jobs);
    }

    /// <summary>Tiles that are handled together: whole images, or some rows of tiles of one.</summary>
    private struct Chunk
    {
        public int FirstImage, Images, FirstRow, Rows, Shard, Worker;
    }

    /// <summary>The sizes of an axis' tiles: "4", "4,3" or "3".</summary>
    private static string Sizes(WinogradAxis axis) =>
        string.Join(",", new[] { axis.WholeTiles > 0 ? axis.LargestOutputs : 0, axis.EdgeOutputs }.Where(size => size > 0));

    private void ForEachChunk(int first, int count, Chunk chunk, Action<Chunk> work)
    {
        var end = first + count;
        for (var chunks = (count + _imagesTogether - 1) / _imagesTogether; chunks > 0; chunks--, first += chunk.Images)
        {
            (chunk.FirstImage, chunk.Images) = (first, (end - first + chunks - 1) / chunks); // alike, since a small product is a slow one
            for (var row = 0; row < _tileRows.Tiles; row += _rowsTogether)
            {
                (chunk.FirstRow, chunk.Rows) = (row, Math.Min(_rowsTogether, _tileRows.Tiles - row));
                work(chunk);
            }
        }
    }

    /// <summary>How a chunk's tiles lie in a worker's own planes.</summary>
    private WinogradTiles Tiles(in Chunk chunk) => new(_tileRows, _tileColumns, chunk.FirstImage, chunk.Images, chunk.FirstRow, chunk.FirstRow + chunk.Rows);

    private static RowOfTiles Row(in WinogradTiles tiles, int image, int row, float* planes, int channels)
    {
        var (whole, edge) = tiles.Row(image, row);
        return new RowOfTiles(planes + ((nint)whole * channels), planes + ((nint)edge * channels));
    }

    private void Forward(Chunk chunk)
    {
        var (values, products) = (_batchValues ?? _values[chunk.Worker], _products[chunk.Worker]);
        var tiles = Tiles(chunk);
        var valueTiles = _batchValues is null ? tiles : BatchTiles;
        TransformInput(chunk, valueTiles, values);
        Multiply(tiles, valueTiles, values, _input.Channels, _weights.Layout, _weights.Plane(0), products, _output.Channels);
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
        {
            for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
                Finish(chunk, tiles, image, row);
        }
    }

    private void TransformInput(in Chunk chunk, in WinogradTiles tiles, WinogradPlanes values)
    {
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
        {
            var padded = _images.Image(image, chunk.Worker);
            for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
            {
                _transform.Input(row, padded + (_tileRows.First(row) * _images.Row), _images.Row, Row(tiles, image, row, values[0], _input.Channels), values.Distance,
                    _input.Channels, _strips[chunk.Worker]);
            }
        }
    }

    /// <summary>A matrix product for each plane, from where tiles lie in the one set of planes to where they lie in the worker's own.</summary>
    private void Multiply(in WinogradTiles tiles, in WinogradTiles fromTiles, WinogradPlanes from, int depth, in PackedMatrix layout, float* weights, WinogradPlanes to, int columns)
    {
        var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = depth, ARow = depth, ADepth = 1, CRow = columns };
        var runs = tiles.Runs(fromTiles, stackalloc TileRun[WinogradTiles.MostRuns]);
        for (var plane = 0; plane < _transform.Planes; plane++, weights += layout.Count)
        {
            foreach (var run in runs[plane])
            {
                MatrixProduct<TSimd, TVector>.Packed(shape, run.Count, from[plane] + ((nint)run.There * depth), layout, weights,
                    to[plane] + ((nint)run.Here * columns), 2 * TSimd.Width);
            }
        }
    }

    /// <summary>A row of tiles to rows of sums, and on to the output.</summary>
    private void Finish(in Chunk chunk, in WinogradTiles tiles, int image, int row)
    {
        var products = _products[chunk.Worker];
        var first = _tileRows.First(row);
        var rows = InPlace ? _epilogue.Output(image, first) : _rows[chunk.Worker];
        _transform.Output(row, Row(tiles, image, row, products[0], _output.Channels), products.Distance, rows, _output.Channels, _strips[chunk.Worker]);
        for (int y = first, end = Math.Min(y + _tileRows.Outputs(row), _epilogue.Rows); y < end; y++, rows += RowLength)
        {
            if (_fusion.Pools)
            {
                if (y % 2 == 0)
                    _epilogue.Pool(image, y / 2, rows, rows + RowLength);
                continue;
            }

            if (!InPlace)
                new ReadOnlySpan<float>(rows, OutputRow).CopyTo(new Span<float>(_epilogue.Output(image, y), OutputRow));
            _epilogue.Finish(image, y);
        }
    }

    private void Backward(Chunk chunk)
    {
        var biasGradient = _biasGradients is null ? _biasSums[chunk.Worker] : _biasGradients[0, chunk.Shard];
        var (values, products) = (_values[chunk.Worker], _batchProducts ?? _products[chunk.Worker]);
        var tiles = Tiles(chunk);
        var productTiles = _batchProducts is null ? tiles : BatchTiles;
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
            TransformGradient(chunk, productTiles, image, biasGradient, products);
        if (_batchValues is null)
        {
            TransformInput(chunk, tiles, values);
            _weights.AddGradient(chunk.Shard, tiles, values, products);
        }

        if (!_input.NeedsGradient)
            return;
        Multiply(tiles, productTiles, products, _output.Channels, _weights.TransposedLayout, _weights.TransposedPlane(0), values, _input.Channels);
        for (var image = chunk.FirstImage; image < chunk.FirstImage + chunk.Images; image++)
            GatherInputGradient(chunk, tiles, image);
    }

    /// <summary>Gradients of an image's output to planes, back through dropout, ReLU and pooling.</summary>
    private void TransformGradient(in Chunk chunk, in WinogradTiles tiles, int image, float* biasGradient, WinogradPlanes products)
    {
        var rows = _rows[chunk.Worker];

        // Without pooling the whole image's gradient is made ready at once, with the first of its rows.
        var gradient = _fusion.Pools ? null : chunk.FirstRow == 0 ? _epilogue.Gradient(image, biasGradient) : _output.Gradient + (image * _output.ImageStride);
        for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
        {
            if (InPlace)
                rows = gradient + ((nint)_tileRows.First(row) * OutputRow);
            for (var i = 0; i < _tileRows.Outputs(row) && !InPlace; i++)
            {
                var y = _tileRows.First(row) + i;
                var target = rows + (i * RowLength);
                var length = y < _epilogue.Rows ? OutputRow : 0;
                if (length > 0 && !_fusion.Pools)
                    new ReadOnlySpan<float>(gradient + ((nint)y * length), length).CopyTo(new Span<float>(target, length));
                else if (length > 0 && y % 2 == 0)
                    _epilogue.Unpool(image, y / 2, target, target + RowLength, biasGradient);

                // Zero where the last tiles reach beyond the image.
                Vectors<TSimd, TVector>.Clear(target + length, RowLength - length);
            }

            _transform.OutputAdjoint(row, rows, Row(tiles, image, row, products[0], _output.Channels), products.Distance, _output.Channels, _strips[chunk.Worker]);
        }
    }

    /// <summary>Planes of gradients to an image's, overlapping tiles added up. Rows of one image come in order.</summary>
    private void GatherInputGradient(in Chunk chunk, in WinogradTiles tiles, int image)
    {
        var target = _input.Gradient + (image * _input.ImageStride);
        var padded = _images.IsPadded ? _paddedGradient[chunk.Worker] : target;
        var values = _values[chunk.Worker];
        if (chunk.FirstRow == 0)
            Vectors<TSimd, TVector>.Clear(padded, _images.Length);
        for (var row = chunk.FirstRow; row < chunk.FirstRow + chunk.Rows; row++)
        {
            _transform.InputAdjoint(row, Row(tiles, image, row, values[0], _input.Channels), values.Distance,
                padded + (_tileRows.First(row) * _images.Row), _images.Row, _input.Channels, _strips[chunk.Worker]);
        }

        if (_images.IsPadded && chunk.FirstRow + chunk.Rows == _tileRows.Tiles)
            _images.CopyInside(padded, target);
    }
}
