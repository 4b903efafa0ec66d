using System.Runtime.CompilerServices;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Weight vectors as sums of 16-bit words times powers of two, which follow other weights step by step: what a step's words leave over is part of the next step,
/// so that no error adds up, and small steps are followed closely.
/// </summary>
internal sealed unsafe class ByteWeights
{
    // Half of this, the greatest error of a word, is what single precision would come to in a sum of some hundred products.
    private const double Precision = 1.0 / (1 << 18);

    private readonly int _outputs;
    private readonly int _stride;
    private readonly double[] _followed;
    private readonly AlignedFloats _words;

    /// <summary>All zero at first. <paramref name="stride"/> is the length of a vector, in whole units.</summary>
    internal ByteWeights(int outputs, int stride)
    {
        _outputs = outputs;
        _stride = stride;
        _followed = new double[checked(outputs * stride)];
        _words = new AlignedFloats(checked(outputs * stride * ByteProducts.WordsOfUnit / ByteRows.Unit * sizeof(short) / sizeof(float)));
        Scales = new double[outputs];
    }

    /// <summary>The words of the last step, as <see cref="ByteProducts.Scores"/> takes them.</summary>
    internal short* Words => (short*)_words.Pointer;

    /// <summary>What the words of each vector are to be multiplied by.</summary>
    internal double[] Scales { get; }

    /// <summary>Makes a step towards weights in the same order. False where single precision would see that it does not lead quite there: then there has to be another one.</summary>
    internal bool Step(ReadOnlySpan<float> weights)
    {
        bool near = true;
        for (int k = 0; k < _outputs; k++)
            near &= Step(weights.Slice(k * _stride, _stride), _followed.AsSpan(k * _stride, _stride), k);
        return near;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Step(ReadOnlySpan<float> weights, Span<double> followed, int k)
    {
        double greatest = 0;
        double sum = 0;
        double size = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double step = Math.Abs(weights[i] - followed[i]);
            greatest = Math.Max(greatest, step);
            sum += step;
            size = Math.Max(size, Math.Abs(followed[i]));
        }

        // Neither a word nor the sum of their products with bytes may overflow, the latter not even if each word is rounded up.
        double mostOfSum = (int.MaxValue / byte.MaxValue) - (0.5 * weights.Length);
        double scale = Math.Max(greatest / short.MaxValue, sum / mostOfSum);
        scale = scale > 0 ? Math.ScaleB(1, (int)Math.Ceiling(Math.Log2(scale))) : 0;
        double inverse = scale > 0 ? 1 / scale : 0;
        Scales[k] = scale;
        short* words = Words + ((nint)k * _stride * ByteProducts.WordsOfUnit / ByteRows.Unit);
        for (int i = 0; i < weights.Length; i++)
        {
            double whole = Math.Round((weights[i] - followed[i]) * inverse);
            followed[i] += whole * scale;
            short* word = words + ByteProducts.WordOf(i);
            word[0] = (short)whole;
            word[ByteProducts.Twin] = (short)whole;
        }

        return scale <= Precision * Math.Max(size, greatest);
    }
}
