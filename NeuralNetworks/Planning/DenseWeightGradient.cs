using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// dw[i, o] = sum over images of x[image, i] * dy[image, o] in a dense layer, for one block of inputs at a time; then the update of those
/// weights at once, so that the weight gradient never leaves the cache.
/// </summary>
internal sealed unsafe class DenseWeightGradient<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>Inputs whose weights are one task.</summary>
    public const int InputBlock = 64;

    private const int RowsAnUpdate = 16;
    private const int SparsePanels = 4; // of outputs, worked on together
    private const int MostSparseImages = 512; // every input meets their gradients anew: they have to stay in the L2 cache

    private readonly PlanState _state;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly Parameter _kernel;
    private readonly nint* _noOffset;
    private readonly float*[] _inputs; // per worker: a block of inputs, [image, 64], or if sparse [64, image]
    private readonly float*[] _gradient; // per worker: a few rows of a panel, or if sparse all of some panels
    private readonly ulong*[] _nonZeros; // per worker: where an input's row is not zero

    public DenseWeightGradient(PlanState state, Arena arena, Tensor input, Tensor output, Parameter kernel)
    {
        (_state, _input, _output, _kernel) = (state, input, output, kernel);
        _noOffset = arena.Offsets([0]);
        _inputs = arena.Floats(state.Workers, (long)ImageStride(state.Capacity) * InputBlock);
        _gradient = arena.Floats(state.Workers, SparsePanels * PanelSize);
        _nonZeros = new ulong*[state.Workers];
        for (var worker = 0; worker < state.Workers; worker++)
            _nonZeros[worker] = (ulong*)arena.Floats(Words(state.Capacity) * sizeof(ulong) / sizeof(float));
    }

    /// <summary>One panel of a block's gradient.</summary>
    private static int PanelSize => InputBlock * 2 * TSimd.Width;

    /// <summary>The gradient of <paramref name="inputs"/> inputs' weights, from the <paramref name="first"/> input on, and their update.</summary>
    /// <returns>The sum of the squares of these weights as they were.</returns>
    public double Execute(int first, int inputs, int worker, Lookahead ahead) =>
        _state.Images <= MostSparseImages && SparseProduct<TSimd, TVector>.IsFaster(_input.Values + first, _input.ImageStride, _state.Images, inputs)
            ? ExecuteSparse(first, inputs, worker, ahead)
            : ExecuteDense(first, inputs, worker, ahead);

    private static int ImageStride(int images) => (images + TSimd.Width - 1) / TSimd.Width * TSimd.Width;

    private static int Words(int images) => (images + SparseProduct<TSimd, TVector>.Word - 1) / SparseProduct<TSimd, TVector>.Word;

    private double ExecuteDense(int first, int inputs, int worker, Lookahead ahead)
    {
        float* values = _inputs[worker], gradient = _gradient[worker];
        for (var image = 0; image < _state.Images; image++)
            new ReadOnlySpan<float>(_input.Values + (image * _input.ImageStride) + first, inputs).CopyTo(new Span<float>(values + ((nint)image * InputBlock), inputs));
        var layout = _kernel.Layout;
        var parts = (inputs + RowsAnUpdate - 1) / RowsAnUpdate;
        var all = layout.Panels * parts;
        var squares = 0.0;
        for (var part = 0; part < all; part++)
        {
            var (panel, i) = (part / parts, part % parts * RowsAnUpdate);
            int row = layout.RowStride(panel), rows = Math.Min(RowsAnUpdate, inputs - i);
            AskForInputs(first + InputBlock, part, all);
            var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = _state.Images, ARow = 1, ADepth = InputBlock, CRow = row };
            MatrixProduct<TSimd, TVector>.Panel(shape, rows, layout.PanelVectors(panel), values + i, _output.Gradient + (panel * 2 * TSimd.Width), _output.ImageStride, gradient, ahead);
            squares += Update(panel, first + i, rows, gradient);
        }

        return squares;
    }

    /// <summary>Inputs that are mostly zeros: an input's images in a row, and of those the ones where it is not zero.</summary>
    private double ExecuteSparse(int first, int inputs, int worker, Lookahead ahead)
    {
        float* values = _inputs[worker], gradient = _gradient[worker];
        var stride = ImageStride(_state.Images);
        Transpose.Copy(_input.Values + first, _input.ImageStride, _state.Images, inputs, values, stride);
        var layout = _kernel.Layout;
        var squares = 0.0;
        for (var firstPanel = 0; firstPanel < layout.Panels; firstPanel += SparsePanels)
        {
            var panels = Math.Min(SparsePanels, layout.Panels - firstPanel);
            var vectors = Math.Min(layout.Vectors - (2 * firstPanel), 2 * panels);
            var shape = new SparseShape
            {
                Depth = _state.Images, BRow = _output.ImageStride, BNarrowRow = _output.ImageStride, BPanel = 2 * TSimd.Width, CPanel = PanelSize,
            };
            for (var i = 0; i < inputs; i++)
            {
                if (firstPanel == 0)
                    AskForInputs(first + InputBlock, i, inputs);
                Look(values + (i * stride), _nonZeros[worker]);
                SparseProduct<TSimd, TVector>.Row(shape, _nonZeros[worker], vectors, values + (i * stride), _output.Gradient + (firstPanel * 2 * TSimd.Width),
                    gradient + (i * 2 * TSimd.Width), null, ahead);
            }

            if (vectors % 2 == 1)
                CloseGaps(gradient + ((panels - 1) * PanelSize), inputs);
            for (var panel = 0; panel < panels; panel++)
            {
                for (var i = 0; i < inputs; i += RowsAnUpdate)
                {
                    squares += Update(firstPanel + panel, first + i, Math.Min(RowsAnUpdate, inputs - i),
                        gradient + (panel * PanelSize) + (i * layout.RowStride(firstPanel + panel)));
                }
            }
        }

        return squares;
    }

    private double Update(int panel, int first, int inputs, float* gradient)
    {
        var layout = _kernel.Layout;
        return _state.Updater!.Apply(_kernel, (panel * layout.PanelStride) + ((nint)first * layout.RowStride(panel)), gradient, inputs * layout.RowStride(panel));
    }

    /// <summary>Asks for the inputs of the next block, those of a few images with each part of this one's work.</summary>
    private void AskForInputs(int first, int part, int parts)
    {
        for (int image = _state.Images * part / parts, end = _state.Images * (part + 1) / parts; image < end; image++)
            Cache.Prefetch(_input.Values + (image * _input.ImageStride) + first, InputBlock + Cache.Line - 1);
    }

    private void Look(float* images, ulong* nonZeros)
    {
        const int Word = SparseProduct<TSimd, TVector>.Word;
        for (var word = 0; word < Words(_state.Images); word++)
            nonZeros[word] = SparseProduct<TSimd, TVector>.NonZeros(images + (word * Word), Math.Min(Word, _state.Images - (word * Word)));
    }

    /// <summary>The last panel may be one vector wide: its rows, written two vectors apart, as the weights lie.</summary>
    private static void CloseGaps(float* panel, int rows)
    {
        for (var row = 1; row < rows; row++)
            TSimd.Store(panel + (row * TSimd.Width), TSimd.Load(panel + (row * 2 * TSimd.Width)));
    }
}
