using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The two products of <see cref="LinearKernels{TLanes, TVector}"/> over <see cref="ByteRows"/>: units of sixteen features that are zero in all rows of a tile
/// (for scores) or in a row (for gradients) are left out, as bit masks tell.
/// </summary>
internal static unsafe class ByteKernels<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Unit = ByteRows.Unit;
    private const int Group = 5;
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;

    /// <summary>Scores of four rows by all outputs into <c>scores[k * scoreStride + r]</c>.</summary>
    internal static void ScoresOfTile(
        byte* x, nint stride, ulong* units, int words, float* weights, nint weightStride, int outputs, float* scores, nint scoreStride)
    {
        int k = 0;
        for (; k + Group <= outputs; k += Group)
        {
            float* w = weights + (k * weightStride);
            float* s = scores + (k * scoreStride);
            if (TLanes.HasWideRegisterFile)
            {
                Scores4x5(x, stride, units, words, w, weightStride, s, scoreStride);
            }
            else
            {
                Scores2x5(x, stride, units, words, w, weightStride, s, scoreStride);
                Scores2x5(x + (2 * stride), stride, units, words, w, weightStride, s + 2, scoreStride);
            }
        }

        if (TLanes.HasWideRegisterFile && k + 4 <= outputs)
        {
            Scores4x4(x, stride, units, words, weights + (k * weightStride), weightStride, scores + (k * scoreStride), scoreStride);
            k += 4;
        }

        for (; k < outputs; k++)
            Scores4x1(x, stride, units, words, weights + (k * weightStride), scores + (k * scoreStride));
    }

    /// <summary>Adds <c>P[k * pStride + r] * X[r]</c> of one unit of features, over the rows of a block that <paramref name="rows"/> names, to the gradients.</summary>
    internal static void GradientsOfUnit(byte* x, nint stride, ulong rows, float* p, nint pStride, int outputs, float* gradients, nint gradientStride)
    {
        for (int part = 0; part < Unit; part += TLanes.Width)
        {
            int k = 0;
            for (; k + Group <= outputs; k += Group)
                Gradients5(x + part, stride, rows, p + (k * pStride), pStride, gradients + (k * gradientStride) + part, gradientStride);
            if (k + 4 <= outputs)
            {
                Gradients4(x + part, stride, rows, p + (k * pStride), pStride, gradients + (k * gradientStride) + part, gradientStride);
                k += 4;
            }

            for (; k < outputs; k++)
                Gradients1(x + part, stride, rows, p + (k * pStride), gradients + (k * gradientStride) + part);
        }
    }

    [MethodImpl(Hot)]
    private static void Scores4x5(byte* x, nint xs, ulong* units, int words, float* w, nint ws, float* s, nint ss)
    {
        byte* x1 = x + xs, x2 = x1 + xs, x3 = x2 + xs;
        float* w1 = w + ws, w2 = w1 + ws, w3 = w2 + ws, w4 = w3 + ws;
        TVector a00 = TLanes.Zero, a01 = a00, a02 = a00, a03 = a00;
        TVector a10 = a00, a11 = a00, a12 = a00, a13 = a00;
        TVector a20 = a00, a21 = a00, a22 = a00, a23 = a00;
        TVector a30 = a00, a31 = a00, a32 = a00, a33 = a00;
        TVector a40 = a00, a41 = a00, a42 = a00, a43 = a00;
        for (int word = 0; word < words; word++)
        {
            for (ulong left = units[word]; left != 0; left &= left - 1)
            {
                nint j = ((nint)word * 64 * Unit) + ((nint)BitOperations.TrailingZeroCount(left) * Unit);
                for (nint end = j + Unit; j < end; j += TLanes.Width)
                {
                    TVector v0 = TLanes.LoadBytes(x + j), v1 = TLanes.LoadBytes(x1 + j), v2 = TLanes.LoadBytes(x2 + j), v3 = TLanes.LoadBytes(x3 + j);
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
                }
            }
        }

        StoreSums(s, a00, a01, a02, a03);
        StoreSums(s + ss, a10, a11, a12, a13);
        StoreSums(s + (2 * ss), a20, a21, a22, a23);
        StoreSums(s + (3 * ss), a30, a31, a32, a33);
        StoreSums(s + (4 * ss), a40, a41, a42, a43);
    }

    [MethodImpl(Hot)]
    private static void Scores4x4(byte* x, nint xs, ulong* units, int words, float* w, nint ws, float* s, nint ss)
    {
        byte* x1 = x + xs, x2 = x1 + xs, x3 = x2 + xs;
        float* w1 = w + ws, w2 = w1 + ws, w3 = w2 + ws;
        TVector a00 = TLanes.Zero, a01 = a00, a02 = a00, a03 = a00;
        TVector a10 = a00, a11 = a00, a12 = a00, a13 = a00;
        TVector a20 = a00, a21 = a00, a22 = a00, a23 = a00;
        TVector a30 = a00, a31 = a00, a32 = a00, a33 = a00;
        for (int word = 0; word < words; word++)
        {
            for (ulong left = units[word]; left != 0; left &= left - 1)
            {
                nint j = ((nint)word * 64 * Unit) + ((nint)BitOperations.TrailingZeroCount(left) * Unit);
                for (nint end = j + Unit; j < end; j += TLanes.Width)
                {
                    TVector v0 = TLanes.LoadBytes(x + j), v1 = TLanes.LoadBytes(x1 + j), v2 = TLanes.LoadBytes(x2 + j), v3 = TLanes.LoadBytes(x3 + j);
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
                }
            }
        }

        StoreSums(s, a00, a01, a02, a03);
        StoreSums(s + ss, a10, a11, a12, a13);
        StoreSums(s + (2 * ss), a20, a21, a22, a23);
        StoreSums(s + (3 * ss), a30, a31, a32, a33);
    }

    [MethodImpl(Hot)]
    private static void Scores2x5(byte* x, nint xs, ulong* units, int words, float* w, nint ws, float* s, nint ss)
    {
        TVector a00 = TLanes.Zero, a01 = a00, a10 = a00, a11 = a00, a20 = a00, a21 = a00, a30 = a00, a31 = a00, a40 = a00, a41 = a00;
        for (int word = 0; word < words; word++)
        {
            for (ulong left = units[word]; left != 0; left &= left - 1)
            {
                nint j = ((nint)word * 64 * Unit) + ((nint)BitOperations.TrailingZeroCount(left) * Unit);
                for (nint end = j + Unit; j < end; j += TLanes.Width)
                {
                    TVector v0 = TLanes.LoadBytes(x + j), v1 = TLanes.LoadBytes(x + xs + j);
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
            }
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
    private static void Scores4x1(byte* x, nint xs, ulong* units, int words, float* w, float* s)
    {
        TVector a0 = TLanes.Zero, a1 = a0, a2 = a0, a3 = a0;
        for (int word = 0; word < words; word++)
        {
            for (ulong left = units[word]; left != 0; left &= left - 1)
            {
                nint j = ((nint)word * 64 * Unit) + ((nint)BitOperations.TrailingZeroCount(left) * Unit);
                for (nint end = j + Unit; j < end; j += TLanes.Width)
                {
                    TVector u = TLanes.Load(w + j);
                    a0 = TLanes.MultiplyAdd(TLanes.LoadBytes(x + j), u, a0);
                    a1 = TLanes.MultiplyAdd(TLanes.LoadBytes(x + xs + j), u, a1);
                    a2 = TLanes.MultiplyAdd(TLanes.LoadBytes(x + (2 * xs) + j), u, a2);
                    a3 = TLanes.MultiplyAdd(TLanes.LoadBytes(x + (3 * xs) + j), u, a3);
                }
            }
        }

        StoreSums(s, a0, a1, a2, a3);
    }

    [MethodImpl(Hot)]
    private static void Gradients5(byte* x, nint xs, ulong rows, float* p, nint ps, float* g, nint gs)
    {
        TVector a0 = TLanes.Load(g), a1 = TLanes.Load(g + gs), a2 = TLanes.Load(g + (2 * gs)), a3 = TLanes.Load(g + (3 * gs)), a4 = TLanes.Load(g + (4 * gs));
        float* p1 = p + ps, p2 = p1 + ps, p3 = p2 + ps, p4 = p3 + ps;
        for (; rows != 0; rows &= rows - 1)
        {
            nint r = BitOperations.TrailingZeroCount(rows);
            TVector v = TLanes.LoadBytes(x + (r * xs));
            a0 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p[r]), a0);
            a1 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p1[r]), a1);
            a2 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p2[r]), a2);
            a3 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p3[r]), a3);
            a4 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p4[r]), a4);
        }

        TLanes.Store(g, a0);
        TLanes.Store(g + gs, a1);
        TLanes.Store(g + (2 * gs), a2);
        TLanes.Store(g + (3 * gs), a3);
        TLanes.Store(g + (4 * gs), a4);
    }

    [MethodImpl(Hot)]
    private static void Gradients4(byte* x, nint xs, ulong rows, float* p, nint ps, float* g, nint gs)
    {
        TVector a0 = TLanes.Load(g), a1 = TLanes.Load(g + gs), a2 = TLanes.Load(g + (2 * gs)), a3 = TLanes.Load(g + (3 * gs));
        float* p1 = p + ps, p2 = p1 + ps, p3 = p2 + ps;
        for (; rows != 0; rows &= rows - 1)
        {
            nint r = BitOperations.TrailingZeroCount(rows);
            TVector v = TLanes.LoadBytes(x + (r * xs));
            a0 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p[r]), a0);
            a1 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p1[r]), a1);
            a2 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p2[r]), a2);
            a3 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p3[r]), a3);
        }

        TLanes.Store(g, a0);
        TLanes.Store(g + gs, a1);
        TLanes.Store(g + (2 * gs), a2);
        TLanes.Store(g + (3 * gs), a3);
    }

    [MethodImpl(Hot)]
    private static void Gradients1(byte* x, nint xs, ulong rows, float* p, float* g)
    {
        TVector a0 = TLanes.Load(g);
        for (; rows != 0; rows &= rows - 1)
        {
            nint r = BitOperations.TrailingZeroCount(rows);
            a0 = TLanes.MultiplyAdd(TLanes.LoadBytes(x + (r * xs)), TLanes.Broadcast(p[r]), a0);
        }

        TLanes.Store(g, a0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreSums(float* s, TVector a, TVector b, TVector c, TVector d) => TLanes.Sums(a, b, c, d).Store(s);
}
