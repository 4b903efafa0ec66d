using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>
/// A linear model's scores, in register tiles: <c>S[k, r] = W[k] . X[r]</c>. Weights come in groups of five; a group, four rows and the vectors
/// between them fill the 32 registers of AVX-512 and NEON.
/// </summary>
/// <remarks>
/// Rows and weights are padded as <see cref="PackedRows"/> pads; rows come in multiples of four. While they work on rows that are in the cache,
/// they call in the rows ahead, so that the memory is never idle.
/// </remarks>
internal static unsafe class ScoreKernels<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Group = 5;
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;

    /// <summary>Scores <paramref name="rows"/> rows by <paramref name="outputs"/> weight vectors into <c>scores[k * scoreStride + r]</c>.</summary>
    internal static void Scores(
        float* x, nint stride, int rows, int length, float* weights, nint weightStride, int outputs, float* scores, nint scoreStride, ref RowsAhead ahead)
    {
        int k = 0;
        for (; k + Group <= outputs; k += Group)
        {
            float* w = weights + (k * weightStride);
            float* s = scores + (k * scoreStride);
            if (TLanes.HasWideRegisterFile)
            {
                for (int r = 0; r < rows; r += 4)
                    Scores4x5(x + (r * stride), stride, length, w, weightStride, s + r, scoreStride, ahead.Take(length / TLanes.Width));
            }
            else
            {
                for (int r = 0; r < rows; r += 2)
                    Scores2x5(x + (r * stride), stride, length, w, weightStride, s + r, scoreStride);
            }
        }

        for (; k < outputs; k++)
        {
            for (int r = 0; r < rows; r += 4)
                Scores4x1(x + (r * stride), stride, length, weights + (k * weightStride), scores + (k * scoreStride) + r);
        }
    }

    /// <summary>The dot product of one row with each weight vector.</summary>
    [MethodImpl(Hot)]
    internal static void ScoresOfRow(float* x, int length, float* weights, nint weightStride, int outputs, float* scores)
    {
        int k = 0;
        for (; k + Group <= outputs; k += Group)
        {
            float* w = weights + (k * weightStride);
            TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0;
            for (int j = 0; j < length; j += TLanes.Width)
            {
                TVector v = TLanes.Load(x + j);
                a0 = TLanes.MultiplyAdd(v, TLanes.Load(w + j), a0);
                a1 = TLanes.MultiplyAdd(v, TLanes.Load(w + weightStride + j), a1);
                a2 = TLanes.MultiplyAdd(v, TLanes.Load(w + (2 * weightStride) + j), a2);
                a3 = TLanes.MultiplyAdd(v, TLanes.Load(w + (3 * weightStride) + j), a3);
                a4 = TLanes.MultiplyAdd(v, TLanes.Load(w + (4 * weightStride) + j), a4);
            }

            scores[k] = TLanes.Sum(a0);
            scores[k + 1] = TLanes.Sum(a1);
            scores[k + 2] = TLanes.Sum(a2);
            scores[k + 3] = TLanes.Sum(a3);
            scores[k + 4] = TLanes.Sum(a4);
        }

        for (; k < outputs; k++)
        {
            float* w = weights + (k * weightStride);
            TVector a0 = TLanes.Zero;
            for (int j = 0; j < length; j += TLanes.Width)
                a0 = TLanes.MultiplyAdd(TLanes.Load(x + j), TLanes.Load(w + j), a0);
            scores[k] = TLanes.Sum(a0);
        }
    }

    [MethodImpl(Hot)]
    private static void Scores4x5(float* x, nint xs, int length, float* w, nint ws, float* s, nint ss, float* next)
    {
        float* x1 = x + xs, x2 = x1 + xs, x3 = x2 + xs;
        float* w1 = w + ws, w2 = w1 + ws, w3 = w2 + ws, w4 = w3 + ws;
        TVector a00 = TLanes.Zero, a01 = a00, a02 = a00, a03 = a00;
        TVector a10 = a00, a11 = a00, a12 = a00, a13 = a00;
        TVector a20 = a00, a21 = a00, a22 = a00, a23 = a00;
        TVector a30 = a00, a31 = a00, a32 = a00, a33 = a00;
        TVector a40 = a00, a41 = a00, a42 = a00, a43 = a00;
        for (nint j = 0; j < length; j += TLanes.Width)
        {
            TVector v0 = TLanes.Load(x + j), v1 = TLanes.Load(x1 + j), v2 = TLanes.Load(x2 + j), v3 = TLanes.Load(x3 + j);
            TVector u = TLanes.Load(w + j);
            a00 = TLanes.MultiplyAdd(v0, u, a00);
            a01 = TLanes.MultiplyAdd(v1, u, a01);
            a02 = TLanes.MultiplyAdd(v2, u, a02);
            a03 = TLanes.MultiplyAdd(v3, u, a03);
            u = TLanes.Load(w1 + j);
            a10 = TLanes.MultiplyAdd(v0, u, a10);
            a11 = TLanes.MultiplyAdd(v1, u, a11);
            a12 = TLanes.MultiplyAdd(v2, u, a12);
            a13 = TLanes.MultiplyAdd(v3, u, a13);
            u = TLanes.Load(w2 + j);
            a20 = TLanes.MultiplyAdd(v0, u, a20);
            a21 = TLanes.MultiplyAdd(v1, u, a21);
            a22 = TLanes.MultiplyAdd(v2, u, a22);
            a23 = TLanes.MultiplyAdd(v3, u, a23);
            u = TLanes.Load(w3 + j);
            a30 = TLanes.MultiplyAdd(v0, u, a30);
            a31 = TLanes.MultiplyAdd(v1, u, a31);
            a32 = TLanes.MultiplyAdd(v2, u, a32);
            a33 = TLanes.MultiplyAdd(v3, u, a33);
            u = TLanes.Load(w4 + j);
            a40 = TLanes.MultiplyAdd(v0, u, a40);
            a41 = TLanes.MultiplyAdd(v1, u, a41);
            a42 = TLanes.MultiplyAdd(v2, u, a42);
            a43 = TLanes.MultiplyAdd(v3, u, a43);
            if (Sse.IsSupported)
                Sse.Prefetch1(next);
            next += RowsAhead.Line;
        }

        StoreSums(s, a00, a01, a02, a03);
        StoreSums(s + ss, a10, a11, a12, a13);
        StoreSums(s + (2 * ss), a20, a21, a22, a23);
        StoreSums(s + (3 * ss), a30, a31, a32, a33);
        StoreSums(s + (4 * ss), a40, a41, a42, a43);
    }

    [MethodImpl(Hot)]
    private static void Scores2x5(float* x, nint xs, int length, float* w, nint ws, float* s, nint ss)
    {
        TVector a00 = TLanes.Zero, a01 = a00, a10 = a00, a11 = a00, a20 = a00, a21 = a00, a30 = a00, a31 = a00, a40 = a00, a41 = a00;
        for (nint j = 0; j < length; j += TLanes.Width)
        {
            TVector v0 = TLanes.Load(x + j), v1 = TLanes.Load(x + xs + j);
            TVector u = TLanes.Load(w + j);
            a00 = TLanes.MultiplyAdd(v0, u, a00);
            a01 = TLanes.MultiplyAdd(v1, u, a01);
            u = TLanes.Load(w + ws + j);
            a10 = TLanes.MultiplyAdd(v0, u, a10);
            a11 = TLanes.MultiplyAdd(v1, u, a11);
            u = TLanes.Load(w + (2 * ws) + j);
            a20 = TLanes.MultiplyAdd(v0, u, a20);
            a21 = TLanes.MultiplyAdd(v1, u, a21);
            u = TLanes.Load(w + (3 * ws) + j);
            a30 = TLanes.MultiplyAdd(v0, u, a30);
            a31 = TLanes.MultiplyAdd(v1, u, a31);
            u = TLanes.Load(w + (4 * ws) + j);
            a40 = TLanes.MultiplyAdd(v0, u, a40);
            a41 = TLanes.MultiplyAdd(v1, u, a41);
        }

        s[0] = TLanes.Sum(a00);
        s[1] = TLanes.Sum(a01);
        s[ss] = TLanes.Sum(a10);
        s[ss + 1] = TLanes.Sum(a11);
        s[2 * ss] = TLanes.Sum(a20);
        s[(2 * ss) + 1] = TLanes.Sum(a21);
        s[3 * ss] = TLanes.Sum(a30);
        s[(3 * ss) + 1] = TLanes.Sum(a31);
        s[4 * ss] = TLanes.Sum(a40);
        s[(4 * ss) + 1] = TLanes.Sum(a41);
    }

    [MethodImpl(Hot)]
    private static void Scores4x1(float* x, nint xs, int length, float* w, float* s)
    {
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0;
        for (nint j = 0; j < length; j += TLanes.Width)
        {
            TVector u = TLanes.Load(w + j);
            a0 = TLanes.MultiplyAdd(TLanes.Load(x + j), u, a0);
            a1 = TLanes.MultiplyAdd(TLanes.Load(x + xs + j), u, a1);
            a2 = TLanes.MultiplyAdd(TLanes.Load(x + (2 * xs) + j), u, a2);
            a3 = TLanes.MultiplyAdd(TLanes.Load(x + (3 * xs) + j), u, a3);
        }

        StoreSums(s, a0, a1, a2, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreSums(float* s, TVector a, TVector b, TVector c, TVector d) => TLanes.Sums(a, b, c, d).Store(s);
}
