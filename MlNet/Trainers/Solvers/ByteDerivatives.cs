using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The derivatives of rows' losses with respect to their scores as sums of 16-bit words times powers of two, which follow the true ones step by step, as
/// <see cref="ByteWeights"/> follows weights.
/// </summary>
internal sealed unsafe class ByteDerivatives<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Block = ByteRows.Block;

    // Added and taken away again it leaves a small float rounded: 1.5 times 2 to the 23.
    private const float Rounding = 12582912;
    private const int MantissaBits = 23;

    private readonly int _outputs;
    private readonly float _finest;
    private readonly AlignedFloats _followed;
    private readonly AlignedFloats _words;

    /// <summary>All zero at first.</summary>
    /// <param name="outputs">Derivatives of a row.</param>
    /// <param name="blocks">Blocks of rows.</param>
    /// <param name="chunks">Blocks that may make a step at the same time.</param>
    /// <param name="greatest">What no derivative exceeds in magnitude.</param>
    internal ByteDerivatives(int outputs, int blocks, int chunks, float greatest)
    {
        _outputs = outputs;
        _followed = new AlignedFloats(checked(outputs * Block * blocks));
        _words = new AlignedFloats(checked(outputs * Block * chunks * sizeof(short) / sizeof(float)));

        // Multiples of this up to the greatest derivative are exact floats.
        _finest = MathF.ScaleB(1, (int)MathF.Ceiling(MathF.Log2(MathF.Max(greatest, float.Epsilon))) - MantissaBits);
    }

    /// <summary>Makes a step towards the derivatives <c>[k * Block + row]</c> of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="chunk">Which of the blocks that make a step at the same time.</param>
    /// <param name="rows">Its rows, whole vectors.</param>
    /// <param name="derivatives">Where to.</param>
    /// <param name="words">The step, <c>[k * Block + row]</c>.</param>
    /// <returns>What the words are to be multiplied by; 0 where there is no step to make.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal float Step(int block, int chunk, int rows, float* derivatives, out short* words)
    {
        words = (short*)_words.Pointer + ((nint)chunk * _outputs * Block);
        float* followed = _followed.Pointer + ((nint)block * _outputs * Block);
        float greatest = Greatest(rows, derivatives, followed);
        if (!(greatest > 0) || !float.IsFinite(greatest))
            return 0;
        float scale = MathF.Max(_finest, MathF.ScaleB(1, (int)MathF.Ceiling(MathF.Log2(greatest / short.MaxValue))));
        TVector rounding = TLanes.Broadcast(Rounding);
        TVector unit = TLanes.Broadcast(scale);
        TVector inverse = TLanes.Broadcast(1 / scale);
        for (int k = 0; k < _outputs; k++)
        {
            for (int row = k * Block; row < (k * Block) + rows; row += TLanes.Width)
            {
                TVector before = TLanes.Load(followed + row);
                TVector step = TLanes.Multiply(TLanes.Subtract(TLanes.Load(derivatives + row), before), inverse);
                TVector whole = TLanes.Subtract(TLanes.Add(step, rounding), rounding);
                TLanes.StoreWords(words + row, whole);
                TLanes.Store(followed + row, TLanes.MultiplyAdd(whole, unit, before));
            }
        }

        return scale;
    }

    /// <summary>The greatest magnitude of a step's parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Greatest(int rows, float* derivatives, float* followed)
    {
        TVector greatest = TLanes.Zero;
        for (int k = 0; k < _outputs; k++)
        {
            for (int row = k * Block; row < (k * Block) + rows; row += TLanes.Width)
            {
                TVector step = TLanes.Subtract(TLanes.Load(derivatives + row), TLanes.Load(followed + row));
                greatest = TLanes.Max(greatest, TLanes.Max(step, TLanes.Subtract(TLanes.Zero, step)));
            }
        }

        float* parts = stackalloc float[TLanes.Width];
        TLanes.Store(parts, greatest);
        float most = 0;
        for (int i = 0; i < TLanes.Width; i++)
            most = parts[i] <= most ? most : parts[i];
        return most;
    }
}
