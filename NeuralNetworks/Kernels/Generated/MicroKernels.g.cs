// Written by MicroKernelGenerator (in the tests, which compare this file with what it writes). Do not edit.
using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Tiles of a matrix product, kept in registers: C (+)= sum over segments and depth of A[row] * B[vector]. One vector of B is loaded and
/// one element of A broadcast per multiply-add pair; 12 x 2 vectors fill 32 registers, 6 x 2 fill 16. See <see cref="MatrixProduct{TSimd, TVector}"/>.
/// </summary>
internal static unsafe class MicroKernels<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>The tile of 1 to 12 <paramref name="rows"/> and 1 or 2 <paramref name="vectors"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(in ProductShape shape, int rows, int vectors, float* a, float* b, nint bRow, float* c)
    {
        switch (vectors, rows)
        {
            case (2, 1): Tile1x2(shape, a, b, bRow, c); break;
            case (2, 2): Tile2x2(shape, a, b, bRow, c); break;
            case (2, 3): Tile3x2(shape, a, b, bRow, c); break;
            case (2, 4): Tile4x2(shape, a, b, bRow, c); break;
            case (2, 5): Tile5x2(shape, a, b, bRow, c); break;
            case (2, 6): Tile6x2(shape, a, b, bRow, c); break;
            case (2, 7): Tile7x2(shape, a, b, bRow, c); break;
            case (2, 8): Tile8x2(shape, a, b, bRow, c); break;
            case (2, 9): Tile9x2(shape, a, b, bRow, c); break;
            case (2, 10): Tile10x2(shape, a, b, bRow, c); break;
            case (2, 11): Tile11x2(shape, a, b, bRow, c); break;
            case (2, 12): Tile12x2(shape, a, b, bRow, c); break;
            case (1, 1): Tile1x1(shape, a, b, bRow, c); break;
            case (1, 2): Tile2x1(shape, a, b, bRow, c); break;
            case (1, 3): Tile3x1(shape, a, b, bRow, c); break;
            case (1, 4): Tile4x1(shape, a, b, bRow, c); break;
            case (1, 5): Tile5x1(shape, a, b, bRow, c); break;
            case (1, 6): Tile6x1(shape, a, b, bRow, c); break;
            case (1, 7): Tile7x1(shape, a, b, bRow, c); break;
            case (1, 8): Tile8x1(shape, a, b, bRow, c); break;
            case (1, 9): Tile9x1(shape, a, b, bRow, c); break;
            case (1, 10): Tile10x1(shape, a, b, bRow, c); break;
            case (1, 11): Tile11x1(shape, a, b, bRow, c); break;
            case (1, 12): Tile12x1(shape, a, b, bRow, c); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile1x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile2x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile3x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile4x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile5x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile6x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero, c5_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                c5_1 = TSimd.MultiplyAdd(x5, b1, c5_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c5_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            TSimd.Store(c + TSimd.Width, c5_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile7x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero, c5_1 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero, c6_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                c5_1 = TSimd.MultiplyAdd(x5, b1, c5_1);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                c6_1 = TSimd.MultiplyAdd(x6, b1, c6_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c5_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c6_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            TSimd.Store(c + TSimd.Width, c5_1);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            TSimd.Store(c + TSimd.Width, c6_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile8x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero, c5_1 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero, c6_1 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero, c7_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                c5_1 = TSimd.MultiplyAdd(x5, b1, c5_1);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                c6_1 = TSimd.MultiplyAdd(x6, b1, c6_1);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                c7_1 = TSimd.MultiplyAdd(x7, b1, c7_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c5_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c6_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c7_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            TSimd.Store(c + TSimd.Width, c5_1);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            TSimd.Store(c + TSimd.Width, c6_1);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            TSimd.Store(c + TSimd.Width, c7_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile9x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero, c5_1 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero, c6_1 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero, c7_1 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero, c8_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                c5_1 = TSimd.MultiplyAdd(x5, b1, c5_1);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                c6_1 = TSimd.MultiplyAdd(x6, b1, c6_1);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                c7_1 = TSimd.MultiplyAdd(x7, b1, c7_1);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                c8_1 = TSimd.MultiplyAdd(x8, b1, c8_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c5_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c6_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c7_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c8_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            TSimd.Store(c + TSimd.Width, c5_1);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            TSimd.Store(c + TSimd.Width, c6_1);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            TSimd.Store(c + TSimd.Width, c7_1);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
            TSimd.Store(c + TSimd.Width, c8_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile10x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero, c5_1 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero, c6_1 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero, c7_1 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero, c8_1 = TSimd.Zero;
        TVector c9_0 = TSimd.Zero, c9_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            var a9 = a6 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                c5_1 = TSimd.MultiplyAdd(x5, b1, c5_1);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                c6_1 = TSimd.MultiplyAdd(x6, b1, c6_1);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                c7_1 = TSimd.MultiplyAdd(x7, b1, c7_1);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                c8_1 = TSimd.MultiplyAdd(x8, b1, c8_1);
                var x9 = TSimd.Set(*a9);
                c9_0 = TSimd.MultiplyAdd(x9, b0, c9_0);
                c9_1 = TSimd.MultiplyAdd(x9, b1, c9_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
                a9 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c5_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c6_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c7_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c8_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c9_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c9_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            TSimd.Store(c + TSimd.Width, c5_1);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            TSimd.Store(c + TSimd.Width, c6_1);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            TSimd.Store(c + TSimd.Width, c7_1);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
            TSimd.Store(c + TSimd.Width, c8_1);
            c += shape.CRow;
            TSimd.Store(c, c9_0);
            TSimd.Store(c + TSimd.Width, c9_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile11x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero, c5_1 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero, c6_1 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero, c7_1 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero, c8_1 = TSimd.Zero;
        TVector c9_0 = TSimd.Zero, c9_1 = TSimd.Zero;
        TVector c10_0 = TSimd.Zero, c10_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            var a9 = a6 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                c5_1 = TSimd.MultiplyAdd(x5, b1, c5_1);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                c6_1 = TSimd.MultiplyAdd(x6, b1, c6_1);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                c7_1 = TSimd.MultiplyAdd(x7, b1, c7_1);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                c8_1 = TSimd.MultiplyAdd(x8, b1, c8_1);
                var x9 = TSimd.Set(*a9);
                c9_0 = TSimd.MultiplyAdd(x9, b0, c9_0);
                c9_1 = TSimd.MultiplyAdd(x9, b1, c9_1);
                var x10 = TSimd.Set(a9[aRow]);
                c10_0 = TSimd.MultiplyAdd(x10, b0, c10_0);
                c10_1 = TSimd.MultiplyAdd(x10, b1, c10_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
                a9 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c5_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c6_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c7_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c8_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c9_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c9_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c10_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c10_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            TSimd.Store(c + TSimd.Width, c5_1);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            TSimd.Store(c + TSimd.Width, c6_1);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            TSimd.Store(c + TSimd.Width, c7_1);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
            TSimd.Store(c + TSimd.Width, c8_1);
            c += shape.CRow;
            TSimd.Store(c, c9_0);
            TSimd.Store(c + TSimd.Width, c9_1);
            c += shape.CRow;
            TSimd.Store(c, c10_0);
            TSimd.Store(c + TSimd.Width, c10_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile12x2(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero, c0_1 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero, c1_1 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero, c2_1 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero, c3_1 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero, c4_1 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero, c5_1 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero, c6_1 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero, c7_1 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero, c8_1 = TSimd.Zero;
        TVector c9_0 = TSimd.Zero, c9_1 = TSimd.Zero;
        TVector c10_0 = TSimd.Zero, c10_1 = TSimd.Zero;
        TVector c11_0 = TSimd.Zero, c11_1 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            var a9 = a6 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b), b1 = TSimd.Load(b + TSimd.Width);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                c0_1 = TSimd.MultiplyAdd(x0, b1, c0_1);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                c1_1 = TSimd.MultiplyAdd(x1, b1, c1_1);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                c2_1 = TSimd.MultiplyAdd(x2, b1, c2_1);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                c3_1 = TSimd.MultiplyAdd(x3, b1, c3_1);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                c4_1 = TSimd.MultiplyAdd(x4, b1, c4_1);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                c5_1 = TSimd.MultiplyAdd(x5, b1, c5_1);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                c6_1 = TSimd.MultiplyAdd(x6, b1, c6_1);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                c7_1 = TSimd.MultiplyAdd(x7, b1, c7_1);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                c8_1 = TSimd.MultiplyAdd(x8, b1, c8_1);
                var x9 = TSimd.Set(*a9);
                c9_0 = TSimd.MultiplyAdd(x9, b0, c9_0);
                c9_1 = TSimd.MultiplyAdd(x9, b1, c9_1);
                var x10 = TSimd.Set(a9[aRow]);
                c10_0 = TSimd.MultiplyAdd(x10, b0, c10_0);
                c10_1 = TSimd.MultiplyAdd(x10, b1, c10_1);
                var x11 = TSimd.Set(a9[2 * aRow]);
                c11_0 = TSimd.MultiplyAdd(x11, b0, c11_0);
                c11_1 = TSimd.MultiplyAdd(x11, b1, c11_1);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
                a9 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c0_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c1_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c2_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c3_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c4_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c5_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c6_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c7_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c8_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c9_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c9_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c10_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c10_1));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c11_0));
            TSimd.Store(c + TSimd.Width, TSimd.Add(TSimd.Load(c + TSimd.Width), c11_1));
        }
        else
        {
            TSimd.Store(c, c0_0);
            TSimd.Store(c + TSimd.Width, c0_1);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            TSimd.Store(c + TSimd.Width, c1_1);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            TSimd.Store(c + TSimd.Width, c2_1);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            TSimd.Store(c + TSimd.Width, c3_1);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            TSimd.Store(c + TSimd.Width, c4_1);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            TSimd.Store(c + TSimd.Width, c5_1);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            TSimd.Store(c + TSimd.Width, c6_1);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            TSimd.Store(c + TSimd.Width, c7_1);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
            TSimd.Store(c + TSimd.Width, c8_1);
            c += shape.CRow;
            TSimd.Store(c, c9_0);
            TSimd.Store(c + TSimd.Width, c9_1);
            c += shape.CRow;
            TSimd.Store(c, c10_0);
            TSimd.Store(c + TSimd.Width, c10_1);
            c += shape.CRow;
            TSimd.Store(c, c11_0);
            TSimd.Store(c + TSimd.Width, c11_1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile1x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile2x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile3x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile4x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile5x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile6x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile7x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile8x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile9x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile10x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero;
        TVector c9_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            var a9 = a6 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                var x9 = TSimd.Set(*a9);
                c9_0 = TSimd.MultiplyAdd(x9, b0, c9_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
                a9 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c9_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
            c += shape.CRow;
            TSimd.Store(c, c9_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile11x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero;
        TVector c9_0 = TSimd.Zero;
        TVector c10_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            var a9 = a6 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                var x9 = TSimd.Set(*a9);
                c9_0 = TSimd.MultiplyAdd(x9, b0, c9_0);
                var x10 = TSimd.Set(a9[aRow]);
                c10_0 = TSimd.MultiplyAdd(x10, b0, c10_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
                a9 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c9_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c10_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
            c += shape.CRow;
            TSimd.Store(c, c9_0);
            c += shape.CRow;
            TSimd.Store(c, c10_0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile12x1(in ProductShape shape, float* a, float* b, nint bRow, float* c)
    {
        nint aRow = shape.ARow, aDepth = shape.ADepth, line = shape.Ahead == null ? 0 : Cache.Line;
        var ahead = shape.Ahead == null ? c : shape.Ahead;
        TVector c0_0 = TSimd.Zero;
        TVector c1_0 = TSimd.Zero;
        TVector c2_0 = TSimd.Zero;
        TVector c3_0 = TSimd.Zero;
        TVector c4_0 = TSimd.Zero;
        TVector c5_0 = TSimd.Zero;
        TVector c6_0 = TSimd.Zero;
        TVector c7_0 = TSimd.Zero;
        TVector c8_0 = TSimd.Zero;
        TVector c9_0 = TSimd.Zero;
        TVector c10_0 = TSimd.Zero;
        TVector c11_0 = TSimd.Zero;
        for (var segment = 0; segment < shape.Segments; segment++)
        {
            var a0 = a + shape.Offsets[segment];
            var a3 = a0 + (3 * aRow);
            var a6 = a3 + (3 * aRow);
            var a9 = a6 + (3 * aRow);
            for (var k = shape.Depth; k > 0; k--)
            {
                TVector b0 = TSimd.Load(b);
                var x0 = TSimd.Set(*a0);
                c0_0 = TSimd.MultiplyAdd(x0, b0, c0_0);
                var x1 = TSimd.Set(a0[aRow]);
                c1_0 = TSimd.MultiplyAdd(x1, b0, c1_0);
                var x2 = TSimd.Set(a0[2 * aRow]);
                c2_0 = TSimd.MultiplyAdd(x2, b0, c2_0);
                var x3 = TSimd.Set(*a3);
                c3_0 = TSimd.MultiplyAdd(x3, b0, c3_0);
                var x4 = TSimd.Set(a3[aRow]);
                c4_0 = TSimd.MultiplyAdd(x4, b0, c4_0);
                var x5 = TSimd.Set(a3[2 * aRow]);
                c5_0 = TSimd.MultiplyAdd(x5, b0, c5_0);
                var x6 = TSimd.Set(*a6);
                c6_0 = TSimd.MultiplyAdd(x6, b0, c6_0);
                var x7 = TSimd.Set(a6[aRow]);
                c7_0 = TSimd.MultiplyAdd(x7, b0, c7_0);
                var x8 = TSimd.Set(a6[2 * aRow]);
                c8_0 = TSimd.MultiplyAdd(x8, b0, c8_0);
                var x9 = TSimd.Set(*a9);
                c9_0 = TSimd.MultiplyAdd(x9, b0, c9_0);
                var x10 = TSimd.Set(a9[aRow]);
                c10_0 = TSimd.MultiplyAdd(x10, b0, c10_0);
                var x11 = TSimd.Set(a9[2 * aRow]);
                c11_0 = TSimd.MultiplyAdd(x11, b0, c11_0);
                Cache.Prefetch(ahead);
                ahead += line;
                b += bRow;
                a0 += aDepth;
                a3 += aDepth;
                a6 += aDepth;
                a9 += aDepth;
            }
        }

        if (shape.Accumulate)
        {
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c0_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c1_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c2_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c3_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c4_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c5_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c6_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c7_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c8_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c9_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c10_0));
            c += shape.CRow;
            TSimd.Store(c, TSimd.Add(TSimd.Load(c), c11_0));
        }
        else
        {
            TSimd.Store(c, c0_0);
            c += shape.CRow;
            TSimd.Store(c, c1_0);
            c += shape.CRow;
            TSimd.Store(c, c2_0);
            c += shape.CRow;
            TSimd.Store(c, c3_0);
            c += shape.CRow;
            TSimd.Store(c, c4_0);
            c += shape.CRow;
            TSimd.Store(c, c5_0);
            c += shape.CRow;
            TSimd.Store(c, c6_0);
            c += shape.CRow;
            TSimd.Store(c, c7_0);
            c += shape.CRow;
            TSimd.Store(c, c8_0);
            c += shape.CRow;
            TSimd.Store(c, c9_0);
            c += shape.CRow;
            TSimd.Store(c, c10_0);
            c += shape.CRow;
            TSimd.Store(c, c11_0);
        }
    }
}
