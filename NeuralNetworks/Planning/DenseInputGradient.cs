using System.Numerics;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>dx[image, i] = sum over outputs of dy[image, o] * w[i, o] in a dense layer, for one block of inputs at a time.</summary>
internal sealed unsafe class DenseInputGradient<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int InputBlock = DenseWeightGradient<TSimd, TVector>.InputBlock;

    private readonly PlanState _state;
    private readonly Tensor _input;
    private readonly Tensor _output;
    private readonly Parameter _kernel;
    private readonly nint* _noOffset;
    private readonly float*[] _transposed; // per worker: a block of weights, [outputs, 64] in panels
    private readonly float*[] _gradient; // per worker: a block of dx, [image, 64]
    private readonly int _words; // of where a row of dy is not zero
    private readonly ulong* _nonZeros; // [image, word]

    public DenseInputGradient(PlanState state, Arena arena, Tensor input, Tensor output, Parameter kernel)
    {
        (_state, _input, _output, _kernel) = (state, input, output, kernel);
        _noOffset = arena.Offsets([0]);
        _transposed = arena.Floats(state.Workers, (long)InputBlock * output.Channels);
        _gradient = arena.Floats(state.Workers, (long)state.Capacity * InputBlock);
        _words = (output.Shape.Channels + SparseProduct<TSimd, TVector>.Word - 1) / SparseProduct<TSimd, TVector>.Word;
        _nonZeros = (ulong*)arena.Floats((long)state.Capacity * _words * sizeof(ulong) / sizeof(float));
    }

    /// <summary>Notes where the output's gradient of some images is not zero: before the first block, and once for all of them.</summary>
    public void Look(int first, int count)
    {
        const int Word = SparseProduct<TSimd, TVector>.Word;
        for (var image = first; image < first + count; image++)
        {
            for (var word = 0; word < _words; word++)
            {
                _nonZeros[((nint)image * _words) + word] = SparseProduct<TSimd, TVector>.NonZeros(
                    _output.Gradient + (image * _output.ImageStride) + (word * Word), Math.Min(Word, _output.Shape.Channels - (word * Word)));
            }
        }
    }

    /// <summary>The gradient of <paramref name="inputs"/> inputs from the <paramref name="first"/> on.</summary>
    public void Execute(int first, int inputs, int worker, Lookahead ahead)
    {
        var block = new PackedMatrix(_output.Channels, inputs / TSimd.Width, TSimd.Width);
        float* transposed = _transposed[worker], gradient = _gradient[worker];
        TransposeWeights(first, block, transposed);
        if (IsSparse())
        {
            var shape = new SparseShape { Depth = _output.Shape.Channels, BRow = 2 * TSimd.Width, BNarrowRow = TSimd.Width, BPanel = block.PanelStride, CPanel = 2 * TSimd.Width };
            for (var image = 0; image < _state.Images; image++)
            {
                SparseProduct<TSimd, TVector>.Row(shape, _nonZeros + ((nint)image * _words), block.Vectors, _output.Gradient + (image * _output.ImageStride), transposed,
                    gradient + ((nint)image * InputBlock), null, ahead);
            }
        }
        else
        {
            var shape = new ProductShape { Segments = 1, Offsets = _noOffset, Depth = _output.Shape.Channels, ARow = _output.ImageStride, ADepth = 1, CRow = InputBlock };
            MatrixProduct<TSimd, TVector>.Packed(shape, _state.Images, _output.Gradient, block, transposed, gradient, 2 * TSimd.Width, ahead);
        }

        for (var image = 0; image < _state.Images; image++)
            Vectors<TSimd, TVector>.Stream(gradient + ((nint)image * InputBlock), inputs, _input.Gradient + (image * _input.ImageStride) + first);
        Cache.Fence();
    }

    private bool IsSparse()
    {
        var count = 0L;
        for (nint i = 0; i < (nint)_state.Images * _words; i++)
            count += BitOperations.PopCount(_nonZeros[i]);
        return SparseProduct<TSimd, TVector>.IsFaster(count, _state.Images, _output.Shape.Channels);
    }

    private void TransposeWeights(int first, in PackedMatrix block, float* transposed)
    {
        var layout = _kernel.Layout;
        for (var panel = 0; panel < layout.Panels; panel++)
        {
            var row = layout.RowStride(panel);
            var weights = _kernel.Values + (panel * layout.PanelStride) + (first * row);
            for (var target = 0; target < block.Panels; target++)
            {
                Transpose.Copy(weights + (target * 2 * TSimd.Width * row), row, block.RowStride(target), row,
                    transposed + block.Offset(panel * 2 * TSimd.Width, target * 2 * TSimd.Width), block.RowStride(target));
            }
        }
    }
}
