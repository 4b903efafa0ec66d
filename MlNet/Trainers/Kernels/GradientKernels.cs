using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>
/// A linear model's gradients, in register tiles: <c>G[k] += sum over r of P[k, r] X[r]</c>. They come in groups of five; a group, four vectors of a
/// row and what is between them fill the 32 registers of AVX-512 and NEON.
/// </summary>
/// <remarks>
/// Rows and gradients are padded as <see cref="PackedRows"/> pads; rows come in multiples of four. While they work on rows that are in the cache,
/// they call in the rows ahead, so that the memory is never idle.
/// </remarks>
internal static unsafe class GradientKernels<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Group = 5;
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization;

    /// <summary>Adds <c>P[k * pStride + r] * X[r]</c>, summed over the rows, to each of the <paramref name="outputs"/> gradients.</summary>
    internal static void Gradients(
        float* x, nint stride, int rows, int length, float* p, nint pStride, int outputs, float* gradients, nint gradientStride, ref RowsAhead ahead)
    {
        int k = 0;
        for (; k + Group <= outputs; k += Group)
        {
            float* pk = p + (k * pStride);
            float* g = gradients + (k * gradientStride);
            int j = 0;
            if (TLanes.HasWideRegisterFile)
            {
                for (; j + (4 * TLanes.Width) <= length; j += 4 * TLanes.Width)
                    Gradients5x4(x + j, stride, rows, pk, pStride, g + j, gradientStride, ahead.Take(rows));
            }
            else
            {
                for (; j + (2 * TLanes.Width) <= length; j += 2 * TLanes.Width)
                    Gradients5x2(x + j, stride, rows, pk, pStride, g + j, gradientStride);
            }

            for (; j < length; j += TLanes.Width)
                Gradients5x1(x + j, stride, rows, pk, pStride, g + j, gradientStride);
        }

        for (; k < outputs; k++)
        {
            for (int r = 0; r < rows; r += 4)
                Gradients1x4Rows(x + (r * stride), stride, length, p + (k * pStride) + r, gradients + (k * gradientStride));
        }
    }

    [MethodImpl(Hot)]
    private static void Gradients5x4(float* x, nint xs, int rows, float* p, nint ps, float* g, nint gs, float* next)
    {
        nint width = TLanes.Width;
        TVector a00 = TLanes.Zero, a01 = a00, a02 = a00, a03 = a00;
        TVector a10 = a00, a11 = a00, a12 = a00, a13 = a00;
        TVector a20 = a00, a21 = a00, a22 = a00, a23 = a00;
        TVector a30 = a00, a31 = a00, a32 = a00, a33 = a00;
        TVector a40 = a00, a41 = a00, a42 = a00, a43 = a00;
        for (int r = 0; r < rows; r++)
        {
            TVector v0 = TLanes.Load(x), v1 = TLanes.Load(x + width), v2 = TLanes.Load(x + (2 * width)), v3 = TLanes.Load(x + (3 * width));
            TVector u = TLanes.Broadcast(p[r]);
            a00 = TLanes.MultiplyAdd(v0, u, a00);
            a01 = TLanes.MultiplyAdd(v1, u, a01);
            a02 = TLanes.MultiplyAdd(v2, u, a02);
            a03 = TLanes.MultiplyAdd(v3, u, a03);
            u = TLanes.Broadcast(p[ps + r]);
            a10 = TLanes.MultiplyAdd(v0, u, a10);
            a11 = TLanes.MultiplyAdd(v1, u, a11);
            a12 = TLanes.MultiplyAdd(v2, u, a12);
            a13 = TLanes.MultiplyAdd(v3, u, a13);
            u = TLanes.Broadcast(p[(2 * ps) + r]);
            a20 = TLanes.MultiplyAdd(v0, u, a20);
            a21 = TLanes.MultiplyAdd(v1, u, a21);
            a22 = TLanes.MultiplyAdd(v2, u, a22);
            a23 = TLanes.MultiplyAdd(v3, u, a23);
            u = TLanes.Broadcast(p[(3 * ps) + r]);
            a30 = TLanes.MultiplyAdd(v0, u, a30);
            a31 = TLanes.MultiplyAdd(v1, u, a31);
            a32 = TLanes.MultiplyAdd(v2, u, a32);
            a33 = TLanes.MultiplyAdd(v3, u, a33);
            u = TLanes.Broadcast(p[(4 * ps) + r]);
            a40 = TLanes.MultiplyAdd(v0, u, a40);
            a41 = TLanes.MultiplyAdd(v1, u, a41);
            a42 = TLanes.MultiplyAdd(v2, u, a42);
            a43 = TLanes.MultiplyAdd(v3, u, a43);
            x += xs;
            if (Sse.IsSupported)
                Sse.Prefetch1(next);
            next += RowsAhead.Line;
        }

        AddTo(g, a00, a01, a02, a03);
        AddTo(g + gs, a10, a11, a12, a13);
        AddTo(g + (2 * gs), a20, a21, a22, a23);
        AddTo(g + (3 * gs), a30, a31, a32, a33);
        AddTo(g + (4 * gs), a40, a41, a42, a43);
    }

    [MethodImpl(Hot)]
    private static void Gradients5x2(float* x, nint xs, int rows, float* p, nint ps, float* g, nint gs)
    {
        TVector a00 = TLanes.Zero, a01 = a00, a10 = a00, a11 = a00, a20 = a00, a21 = a00, a30 = a00, a31 = a00, a40 = a00, a41 = a00;
        for (int r = 0; r < rows; r++)
        {
            TVector v0 = TLanes.Load(x), v1 = TLanes.Load(x + TLanes.Width);
            TVector u = TLanes.Broadcast(p[r]);
            a00 = TLanes.MultiplyAdd(v0, u, a00);
            a01 = TLanes.MultiplyAdd(v1, u, a01);
            u = TLanes.Broadcast(p[ps + r]);
            a10 = TLanes.MultiplyAdd(v0, u, a10);
            a11 = TLanes.MultiplyAdd(v1, u, a11);
            u = TLanes.Broadcast(p[(2 * ps) + r]);
            a20 = TLanes.MultiplyAdd(v0, u, a20);
            a21 = TLanes.MultiplyAdd(v1, u, a21);
            u = TLanes.Broadcast(p[(3 * ps) + r]);
            a30 = TLanes.MultiplyAdd(v0, u, a30);
            a31 = TLanes.MultiplyAdd(v1, u, a31);
            u = TLanes.Broadcast(p[(4 * ps) + r]);
            a40 = TLanes.MultiplyAdd(v0, u, a40);
            a41 = TLanes.MultiplyAdd(v1, u, a41);
            x += xs;
        }

        AddTo(g, a00, a01);
        AddTo(g + gs, a10, a11);
        AddTo(g + (2 * gs), a20, a21);
        AddTo(g + (3 * gs), a30, a31);
        AddTo(g + (4 * gs), a40, a41);
    }

    [MethodImpl(Hot)]
    private static void Gradients5x1(float* x, nint xs, int rows, float* p, nint ps, float* g, nint gs)
    {
        TVector a0 = TLanes.Load(g), a1 = TLanes.Load(g + gs), a2 = TLanes.Load(g + (2 * gs)), a3 = TLanes.Load(g + (3 * gs)), a4 = TLanes.Load(g + (4 * gs));
        for (int r = 0; r < rows; r++)
        {
            TVector v = TLanes.Load(x);
            a0 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p[r]), a0);
            a1 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p[ps + r]), a1);
            a2 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p[(2 * ps) + r]), a2);
            a3 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p[(3 * ps) + r]), a3);
            a4 = TLanes.MultiplyAdd(v, TLanes.Broadcast(p[(4 * ps) + r]), a4);
            x += xs;
        }

        TLanes.Store(g, a0);
        TLanes.Store(g + gs, a1);
        TLanes.Store(g + (2 * gs), a2);
        TLanes.Store(g + (3 * gs), a3);
        TLanes.Store(g + (4 * gs), a4);
    }

    [MethodImpl(Hot)]
    private static void Gradients1x4Rows(float* x, nint xs, int length, float* p, float* g)
    {
        TVector u0 = TLanes.Broadcast(p[0]), u1 = TLanes.Broadcast(p[1]), u2 = TLanes.Broadcast(p[2]), u3 = TLanes.Broadcast(p[3]);
        for (nint j = 0; j < length; j += TLanes.Width)
        {
            TVector a = TLanes.MultiplyAdd(TLanes.Load(x + j), u0, TLanes.Load(g + j));
            TVector b = TLanes.Multiply(TLanes.Load(x + xs + j), u1);
            a = TLanes.MultiplyAdd(TLanes.Load(x + (2 * xs) + j), u2, a);
            b = TLanes.MultiplyAdd(TLanes.Load(x + (3 * xs) + j), u3, b);
            TLanes.Store(g + j, TLanes.Add(a, b));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(float* g, TVector a, TVector b)
    {
        TLanes.Store(g, TLanes.Add(TLanes.Load(g), a));
        TLanes.Store(g + TLanes.Width, TLanes.Add(TLanes.Load(g + TLanes.Width), b));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(float* g, TVector a, TVector b, TVector c, TVector d)
    {
        AddTo(g, a, b);
        AddTo(g + (2 * TLanes.Width), c, d);
    }
}
