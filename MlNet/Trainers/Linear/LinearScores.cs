using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>The weights of a linear model where vector instructions want them; scores one row at a time, on any number of threads.</summary>
internal sealed unsafe class LinearScores
{
    private readonly int _features;
    private readonly int _length;
    private readonly AlignedFloats _weights;
    private readonly float[] _biases;

    internal LinearScores(int features, IReadOnlyList<Data.VBuffer<float>> weights, float[] biases)
    {
        _features = features;
        _length = PackedRows.PaddedLength(features);
        _biases = biases;
        _weights = new AlignedFloats(checked(_length * biases.Length));
        for (int k = 0; k < biases.Length; k++)
            weights[k].CopyTo(_weights.Span.Slice(k * _length, features));
    }

    /// <summary>Fills <paramref name="scores"/> with bias plus weights times features; <paramref name="padded"/> is room of the caller's thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Fill(in Data.VBuffer<float> features, AlignedFloats padded, Span<float> scores)
    {
        if (features.Length != _features)
            throw new InvalidOperationException($"A vector of {_features} features was expected. Received: {features.Length}.");
        fixed (float* output = scores)
        {
            if (features.IsDense && _features == _length)
            {
                fixed (float* x = features.GetValues())
                    Products(x, output);
            }
            else
            {
                features.CopyTo(padded.Span[.._features]);
                Products(padded.Pointer, output);
            }
        }

        for (int k = 0; k < scores.Length; k++)
            scores[k] += _biases[k];
        GC.KeepAlive(padded);
    }

    internal AlignedFloats MakeRoom() => new(_length);

    private void Products(float* x, float* output)
    {
        if (Vector512.IsHardwareAccelerated)
            ScoreKernels<Lanes512, Vector512<float>>.ScoresOfRow(x, _length, _weights.Pointer, _length, _biases.Length, output);
        else if (Vector256.IsHardwareAccelerated)
            ScoreKernels<Lanes256, Vector256<float>>.ScoresOfRow(x, _length, _weights.Pointer, _length, _biases.Length, output);
        else
            ScoreKernels<Lanes128, Vector128<float>>.ScoresOfRow(x, _length, _weights.Pointer, _length, _biases.Length, output);
        GC.KeepAlive(this);
    }
}
