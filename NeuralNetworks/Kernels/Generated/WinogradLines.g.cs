// Written by WinogradGenerator (in the tests, which compare this file with what it writes). Do not edit.
using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>The one-dimensional transforms of F(m, r), over vectors of values that lie a step apart, and over tiles.</summary>
internal static unsafe class WinogradLines<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>m + r - 1 pixels to as many points: B^T d.</summary>
    public static void Input(int outputs, int taps, in WinogradLine line, float* from, float* to)
    {
        switch (taps, outputs)
        {
            case (3, 2): Input2x3(line, from, to); break;
            case (3, 3): Input3x3(line, from, to); break;
            case (3, 4): Input4x3(line, from, to); break;
            case (3, 5): Input5x3(line, from, to); break;
            case (3, 6): Input6x3(line, from, to); break;
            case (5, 2): Input2x5(line, from, to); break;
            case (5, 3): Input3x5(line, from, to); break;
            case (5, 4): Input4x5(line, from, to); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input2x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                TSimd.Store(to + c, TSimd.Subtract(x2, x0));
                TSimd.Store(to + toStep + c, TSimd.Multiply(TSimd.Set(2.25f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x1), x2)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Multiply(TSimd.Set(2.25f), TSimd.Subtract(x1, x2)));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Subtract(x3, x1));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input3x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x3, TSimd.MultiplyAdd(TSimd.Set(0.5f), x1, TSimd.Subtract(x2, x0))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-2.25f), x2, TSimd.MultiplyAdd(TSimd.Set(-4.5f), x1, TSimd.Multiply(TSimd.Set(2.25f), x3))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-2.25f), x2, TSimd.MultiplyAdd(TSimd.Set(0.75f), x3, TSimd.Multiply(TSimd.Set(1.5f), x1))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-2f), x3, TSimd.MultiplyAdd(TSimd.Set(2f), x1, TSimd.Subtract(x4, x2))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Multiply(TSimd.Set(15f), TSimd.Subtract(x3, x1)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input4x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector p1 = TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.Multiply(TSimd.Set(0.75f), x4)), q1 = TSimd.MultiplyAdd(TSimd.Set(-3f), x1, TSimd.Multiply(TSimd.Set(0.75f), x3));
                TVector p4 = TSimd.Multiply(TSimd.Set(3.75f), TSimd.Subtract(x4, x2)), q4 = TSimd.Multiply(TSimd.Set(7.5f), TSimd.Subtract(x3, x1));
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.25f), x4, TSimd.MultiplyAdd(TSimd.Set(1.25f), x2, TSimd.Subtract(TSimd.Zero, x0))));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x1, x5)));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input5x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.25f), x4, TSimd.MultiplyAdd(TSimd.Set(-2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(0.5f), x5, TSimd.MultiplyAdd(TSimd.Set(1.25f), x2, TSimd.MultiplyAdd(TSimd.Set(2f), x1, TSimd.Subtract(TSimd.Zero, x0)))))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-6.75f), x3, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(0.75f), x4, TSimd.Multiply(TSimd.Set(3f), x1))))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(0.75f), x4, TSimd.MultiplyAdd(TSimd.Set(1.75f), x3, x1)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-5f), x4, TSimd.MultiplyAdd(TSimd.Set(-2f), x1, TSimd.MultiplyAdd(TSimd.Set(2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x2, x6))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(-3.75f), x2, TSimd.MultiplyAdd(TSimd.Set(2.5f), x5, TSimd.MultiplyAdd(TSimd.Set(3.75f), x4, TSimd.Multiply(TSimd.Set(2.5f), x1))))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-3.75f), x2, TSimd.MultiplyAdd(TSimd.Set(3.75f), x4, TSimd.Multiply(TSimd.Set(1.5f), x1)))));
                TSimd.Store(to + (6 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x1, x5)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input6x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector p1 = TSimd.MultiplyAdd(TSimd.Set(-4.25f), x4, TSimd.Add(x2, x6)), q1 = TSimd.MultiplyAdd(TSimd.Set(-4.25f), x3, TSimd.Add(x1, x5));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(-1.25f), x4, TSimd.MultiplyAdd(TSimd.Set(0.25f), x2, x6)), q4 = TSimd.MultiplyAdd(TSimd.Set(-2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(2f), x5, TSimd.Multiply(TSimd.Set(0.5f), x1)));
                TVector p6 = TSimd.MultiplyAdd(TSimd.Set(-5f), x4, TSimd.MultiplyAdd(TSimd.Set(4f), x2, x6)), q6 = TSimd.MultiplyAdd(TSimd.Set(-2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(0.5f), x5, TSimd.Multiply(TSimd.Set(2f), x1)));
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-5.25f), x4, TSimd.MultiplyAdd(TSimd.Set(5.25f), x2, TSimd.Subtract(x6, x0))));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5.25f), x5, TSimd.MultiplyAdd(TSimd.Set(5.25f), x3, TSimd.Subtract(x7, x1))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(p6, q6));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Subtract(p6, q6));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input2x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector p1 = TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.Multiply(TSimd.Set(0.75f), x4)), q1 = TSimd.MultiplyAdd(TSimd.Set(-3f), x1, TSimd.Multiply(TSimd.Set(0.75f), x3));
                TVector p4 = TSimd.Multiply(TSimd.Set(3.75f), TSimd.Subtract(x4, x2)), q4 = TSimd.Multiply(TSimd.Set(7.5f), TSimd.Subtract(x3, x1));
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.25f), x4, TSimd.MultiplyAdd(TSimd.Set(1.25f), x2, TSimd.Subtract(TSimd.Zero, x0))));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x1, x5)));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input3x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.25f), x4, TSimd.MultiplyAdd(TSimd.Set(-2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(0.5f), x5, TSimd.MultiplyAdd(TSimd.Set(1.25f), x2, TSimd.MultiplyAdd(TSimd.Set(2f), x1, TSimd.Subtract(TSimd.Zero, x0)))))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-6.75f), x3, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(0.75f), x4, TSimd.Multiply(TSimd.Set(3f), x1))))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(0.75f), x4, TSimd.MultiplyAdd(TSimd.Set(1.75f), x3, x1)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-5f), x4, TSimd.MultiplyAdd(TSimd.Set(-2f), x1, TSimd.MultiplyAdd(TSimd.Set(2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x2, x6))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(-3.75f), x2, TSimd.MultiplyAdd(TSimd.Set(2.5f), x5, TSimd.MultiplyAdd(TSimd.Set(3.75f), x4, TSimd.Multiply(TSimd.Set(2.5f), x1))))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-3.75f), x2, TSimd.MultiplyAdd(TSimd.Set(3.75f), x4, TSimd.Multiply(TSimd.Set(1.5f), x1)))));
                TSimd.Store(to + (6 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x1, x5)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input4x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector p1 = TSimd.MultiplyAdd(TSimd.Set(-4.25f), x4, TSimd.Add(x2, x6)), q1 = TSimd.MultiplyAdd(TSimd.Set(-4.25f), x3, TSimd.Add(x1, x5));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(-1.25f), x4, TSimd.MultiplyAdd(TSimd.Set(0.25f), x2, x6)), q4 = TSimd.MultiplyAdd(TSimd.Set(-2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(2f), x5, TSimd.Multiply(TSimd.Set(0.5f), x1)));
                TVector p6 = TSimd.MultiplyAdd(TSimd.Set(-5f), x4, TSimd.MultiplyAdd(TSimd.Set(4f), x2, x6)), q6 = TSimd.MultiplyAdd(TSimd.Set(-2.5f), x3, TSimd.MultiplyAdd(TSimd.Set(0.5f), x5, TSimd.Multiply(TSimd.Set(2f), x1)));
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-5.25f), x4, TSimd.MultiplyAdd(TSimd.Set(5.25f), x2, TSimd.Subtract(x6, x0))));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-5.25f), x5, TSimd.MultiplyAdd(TSimd.Set(5.25f), x3, TSimd.Subtract(x7, x1))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(p6, q6));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Subtract(p6, q6));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    /// <summary>The way back: adds B t to the pixels.</summary>
    public static void InputAdjoint(int outputs, int taps, in WinogradLine line, float* from, float* to)
    {
        switch (taps, outputs)
        {
            case (3, 2): InputAdjoint2x3(line, from, to); break;
            case (3, 3): InputAdjoint3x3(line, from, to); break;
            case (3, 4): InputAdjoint4x3(line, from, to); break;
            case (3, 5): InputAdjoint5x3(line, from, to); break;
            case (3, 6): InputAdjoint6x3(line, from, to); break;
            case (5, 2): InputAdjoint2x5(line, from, to); break;
            case (5, 3): InputAdjoint3x5(line, from, to); break;
            case (5, 4): InputAdjoint4x5(line, from, to); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint2x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-2.25f), x1, TSimd.MultiplyAdd(TSimd.Set(2.25f), x2, TSimd.Subtract(TSimd.Zero, x3)))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-2.25f), x2, TSimd.MultiplyAdd(TSimd.Set(-2.25f), x1, x0))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint3x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-15f), x4, TSimd.MultiplyAdd(TSimd.Set(-4.5f), x1, TSimd.MultiplyAdd(TSimd.Set(2f), x3, TSimd.MultiplyAdd(TSimd.Set(1.5f), x2, TSimd.Multiply(TSimd.Set(0.5f), x0)))))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-2.25f), x2, TSimd.MultiplyAdd(TSimd.Set(-2.25f), x1, TSimd.Subtract(x0, x3)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-2f), x3, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x0, TSimd.MultiplyAdd(TSimd.Set(15f), x4, TSimd.MultiplyAdd(TSimd.Set(0.75f), x2, TSimd.Multiply(TSimd.Set(2.25f), x1)))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint4x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-7.5f), d4, TSimd.MultiplyAdd(TSimd.Set(-3f), d1, TSimd.Multiply(TSimd.Set(4f), x3)))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-3.75f), s4, TSimd.MultiplyAdd(TSimd.Set(-3f), s1, TSimd.Multiply(TSimd.Set(1.25f), x0)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(7.5f), d4, TSimd.Multiply(TSimd.Set(0.75f), d1)))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-0.25f), x0, TSimd.MultiplyAdd(TSimd.Set(3.75f), s4, TSimd.Multiply(TSimd.Set(0.75f), s1)))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Add(TSimd.Load(to + (5 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint5x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-2f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x6, TSimd.MultiplyAdd(TSimd.Set(1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(2.5f), x4, TSimd.MultiplyAdd(TSimd.Set(3f), x1, TSimd.MultiplyAdd(TSimd.Set(2f), x0, x2))))))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-3.75f), x5, TSimd.MultiplyAdd(TSimd.Set(-3.75f), x4, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(-3f), x1, TSimd.MultiplyAdd(TSimd.Set(4f), x3, TSimd.Multiply(TSimd.Set(1.25f), x0))))))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), x6, TSimd.MultiplyAdd(TSimd.Set(-5f), x4, TSimd.MultiplyAdd(TSimd.Set(-6.75f), x1, TSimd.MultiplyAdd(TSimd.Set(-2.5f), x0, TSimd.MultiplyAdd(TSimd.Set(2.5f), x3, TSimd.Multiply(TSimd.Set(1.75f), x2))))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(-0.25f), x0, TSimd.MultiplyAdd(TSimd.Set(3.75f), x5, TSimd.MultiplyAdd(TSimd.Set(3.75f), x4, TSimd.MultiplyAdd(TSimd.Set(0.75f), x2, TSimd.Multiply(TSimd.Set(0.75f), x1))))))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Add(TSimd.Load(to + (5 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x3, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x2, TSimd.MultiplyAdd(TSimd.Set(2.5f), x4, TSimd.MultiplyAdd(TSimd.Set(1.5f), x1, TSimd.MultiplyAdd(TSimd.Set(0.5f), x0, x6))))))));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(TSimd.Load(to + (6 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint6x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TVector s6 = TSimd.Add(x6, x7), d6 = TSimd.Subtract(x6, x7);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(2f), d6, TSimd.MultiplyAdd(TSimd.Set(0.5f), d4, TSimd.Subtract(d1, x3)))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(4f), s6, TSimd.MultiplyAdd(TSimd.Set(0.25f), s4, TSimd.MultiplyAdd(TSimd.Set(5.25f), x0, s1)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-2.5f), d6, TSimd.MultiplyAdd(TSimd.Set(-2.5f), d4, TSimd.MultiplyAdd(TSimd.Set(-4.25f), d1, TSimd.Multiply(TSimd.Set(5.25f), x3))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), s6, TSimd.MultiplyAdd(TSimd.Set(-1.25f), s4, TSimd.MultiplyAdd(TSimd.Set(-4.25f), s1, TSimd.Multiply(TSimd.Set(-5.25f), x0))))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Add(TSimd.Load(to + (5 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5.25f), x3, TSimd.MultiplyAdd(TSimd.Set(0.5f), d6, TSimd.MultiplyAdd(TSimd.Set(2f), d4, d1)))));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(TSimd.Load(to + (6 * toStep) + c), TSimd.Add(TSimd.Add(TSimd.Add(x0, s1), s4), s6)));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Add(TSimd.Load(to + (7 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint2x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-7.5f), d4, TSimd.MultiplyAdd(TSimd.Set(-3f), d1, TSimd.Multiply(TSimd.Set(4f), x3)))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-3.75f), s4, TSimd.MultiplyAdd(TSimd.Set(-3f), s1, TSimd.Multiply(TSimd.Set(1.25f), x0)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(7.5f), d4, TSimd.Multiply(TSimd.Set(0.75f), d1)))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-0.25f), x0, TSimd.MultiplyAdd(TSimd.Set(3.75f), s4, TSimd.Multiply(TSimd.Set(0.75f), s1)))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Add(TSimd.Load(to + (5 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint3x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-2f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x6, TSimd.MultiplyAdd(TSimd.Set(1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(2.5f), x4, TSimd.MultiplyAdd(TSimd.Set(3f), x1, TSimd.MultiplyAdd(TSimd.Set(2f), x0, x2))))))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-3.75f), x5, TSimd.MultiplyAdd(TSimd.Set(-3.75f), x4, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(-3f), x1, TSimd.MultiplyAdd(TSimd.Set(4f), x3, TSimd.Multiply(TSimd.Set(1.25f), x0))))))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), x6, TSimd.MultiplyAdd(TSimd.Set(-5f), x4, TSimd.MultiplyAdd(TSimd.Set(-6.75f), x1, TSimd.MultiplyAdd(TSimd.Set(-2.5f), x0, TSimd.MultiplyAdd(TSimd.Set(2.5f), x3, TSimd.Multiply(TSimd.Set(1.75f), x2))))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(-0.25f), x0, TSimd.MultiplyAdd(TSimd.Set(3.75f), x5, TSimd.MultiplyAdd(TSimd.Set(3.75f), x4, TSimd.MultiplyAdd(TSimd.Set(0.75f), x2, TSimd.Multiply(TSimd.Set(0.75f), x1))))))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Add(TSimd.Load(to + (5 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-1.5f), x5, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x3, TSimd.MultiplyAdd(TSimd.Set(-0.5f), x2, TSimd.MultiplyAdd(TSimd.Set(2.5f), x4, TSimd.MultiplyAdd(TSimd.Set(1.5f), x1, TSimd.MultiplyAdd(TSimd.Set(0.5f), x0, x6))))))));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(TSimd.Load(to + (6 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint4x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TVector s6 = TSimd.Add(x6, x7), d6 = TSimd.Subtract(x6, x7);
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(2f), d6, TSimd.MultiplyAdd(TSimd.Set(0.5f), d4, TSimd.Subtract(d1, x3)))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(4f), s6, TSimd.MultiplyAdd(TSimd.Set(0.25f), s4, TSimd.MultiplyAdd(TSimd.Set(5.25f), x0, s1)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-2.5f), d6, TSimd.MultiplyAdd(TSimd.Set(-2.5f), d4, TSimd.MultiplyAdd(TSimd.Set(-4.25f), d1, TSimd.Multiply(TSimd.Set(5.25f), x3))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), s6, TSimd.MultiplyAdd(TSimd.Set(-1.25f), s4, TSimd.MultiplyAdd(TSimd.Set(-4.25f), s1, TSimd.Multiply(TSimd.Set(-5.25f), x0))))));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Add(TSimd.Load(to + (5 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5.25f), x3, TSimd.MultiplyAdd(TSimd.Set(0.5f), d6, TSimd.MultiplyAdd(TSimd.Set(2f), d4, d1)))));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(TSimd.Load(to + (6 * toStep) + c), TSimd.Add(TSimd.Add(TSimd.Add(x0, s1), s4), s6)));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Add(TSimd.Load(to + (7 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    /// <summary>Products at m + r - 1 points to m outputs: A^T t.</summary>
    public static void Output(int outputs, int taps, in WinogradLine line, float* from, float* to)
    {
        switch (taps, outputs)
        {
            case (3, 2): Output2x3(line, from, to); break;
            case (3, 3): Output3x3(line, from, to); break;
            case (3, 4): Output4x3(line, from, to); break;
            case (3, 5): Output5x3(line, from, to); break;
            case (3, 6): Output6x3(line, from, to); break;
            case (5, 2): Output2x5(line, from, to); break;
            case (5, 3): Output3x5(line, from, to); break;
            case (5, 4): Output4x5(line, from, to); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output2x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(x0, x1), x2));
                TSimd.Store(to + toStep + c, TSimd.Subtract(TSimd.Add(x1, x3), x2));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output3x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(x0, x4), s1));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(2f), x4, d1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(4f), x4, TSimd.Add(x3, s1)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output4x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(x0, s1), s4));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(2f), d4, d1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(4f), s4, s1));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(8f), d4, TSimd.Add(x3, d1)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output5x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(TSimd.Add(x0, x6), s1), s4));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(2f), d4, TSimd.MultiplyAdd(TSimd.Set(0.5f), x6, d1)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(4f), s4, TSimd.MultiplyAdd(TSimd.Set(0.25f), x6, s1)));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(8f), d4, TSimd.MultiplyAdd(TSimd.Set(0.125f), x6, d1)));
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(16f), s4, TSimd.MultiplyAdd(TSimd.Set(0.0625f), x6, TSimd.Add(x3, s1))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output6x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TVector s6 = TSimd.Add(x6, x7), d6 = TSimd.Subtract(x6, x7);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(TSimd.Add(x0, s1), s4), s6));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(0.5f), d6, TSimd.MultiplyAdd(TSimd.Set(2f), d4, d1)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.25f), s6, TSimd.MultiplyAdd(TSimd.Set(4f), s4, s1)));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.125f), d6, TSimd.MultiplyAdd(TSimd.Set(8f), d4, d1)));
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.0625f), s6, TSimd.MultiplyAdd(TSimd.Set(16f), s4, s1)));
                TSimd.Store(to + (5 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.03125f), d6, TSimd.MultiplyAdd(TSimd.Set(32f), d4, TSimd.Add(x3, d1))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output2x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(TSimd.Add(TSimd.Add(x0, x1), x2), x4), x5));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-2f), x5, TSimd.MultiplyAdd(TSimd.Set(2f), x4, TSimd.Subtract(TSimd.Add(x1, x3), x2))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output3x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(TSimd.Add(x0, x6), s1), s4));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(2f), d4, TSimd.MultiplyAdd(TSimd.Set(0.5f), x6, d1)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(4f), s4, TSimd.MultiplyAdd(TSimd.Set(0.25f), x6, TSimd.Add(x3, s1))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output4x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TVector s6 = TSimd.Add(x6, x7), d6 = TSimd.Subtract(x6, x7);
                TSimd.Store(to + c, TSimd.Add(TSimd.Add(TSimd.Add(x0, s1), s4), s6));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(0.5f), d6, TSimd.MultiplyAdd(TSimd.Set(2f), d4, d1)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.25f), s6, TSimd.MultiplyAdd(TSimd.Set(4f), s4, s1)));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.125f), d6, TSimd.MultiplyAdd(TSimd.Set(8f), d4, TSimd.Add(x3, d1))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    /// <summary>The way back: gradients of m outputs to m + r - 1 points, A g.</summary>
    public static void OutputAdjoint(int outputs, int taps, in WinogradLine line, float* from, float* to)
    {
        switch (taps, outputs)
        {
            case (3, 2): OutputAdjoint2x3(line, from, to); break;
            case (3, 3): OutputAdjoint3x3(line, from, to); break;
            case (3, 4): OutputAdjoint4x3(line, from, to); break;
            case (3, 5): OutputAdjoint5x3(line, from, to); break;
            case (3, 6): OutputAdjoint6x3(line, from, to); break;
            case (5, 2): OutputAdjoint2x5(line, from, to); break;
            case (5, 3): OutputAdjoint3x5(line, from, to); break;
            case (5, 4): OutputAdjoint4x5(line, from, to); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint2x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(x0, x1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(x0, x1));
                TSimd.Store(to + (3 * toStep) + c, x1);
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint3x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Add(x0, x2), q1 = x1;
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(4f), x2, TSimd.MultiplyAdd(TSimd.Set(2f), x1, x0)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint4x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                TVector p1 = TSimd.Add(x0, x2), q1 = TSimd.Add(x1, x3);
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(4f), x2, x0), q4 = TSimd.MultiplyAdd(TSimd.Set(8f), x3, TSimd.Multiply(TSimd.Set(2f), x1));
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x3);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint5x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TVector p1 = TSimd.Add(TSimd.Add(x0, x2), x4), q1 = TSimd.Add(x1, x3);
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(16f), x4, TSimd.MultiplyAdd(TSimd.Set(4f), x2, x0)), q4 = TSimd.MultiplyAdd(TSimd.Set(8f), x3, TSimd.Multiply(TSimd.Set(2f), x1));
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x4);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.0625f), x4, TSimd.MultiplyAdd(TSimd.Set(0.125f), x3, TSimd.MultiplyAdd(TSimd.Set(0.25f), x2, TSimd.MultiplyAdd(TSimd.Set(0.5f), x1, x0)))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint6x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector p1 = TSimd.Add(TSimd.Add(x0, x2), x4), q1 = TSimd.Add(TSimd.Add(x1, x3), x5);
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(16f), x4, TSimd.MultiplyAdd(TSimd.Set(4f), x2, x0)), q4 = TSimd.MultiplyAdd(TSimd.Set(32f), x5, TSimd.MultiplyAdd(TSimd.Set(8f), x3, TSimd.Multiply(TSimd.Set(2f), x1)));
                TVector p6 = TSimd.MultiplyAdd(TSimd.Set(0.0625f), x4, TSimd.MultiplyAdd(TSimd.Set(0.25f), x2, x0)), q6 = TSimd.MultiplyAdd(TSimd.Set(0.03125f), x5, TSimd.MultiplyAdd(TSimd.Set(0.125f), x3, TSimd.Multiply(TSimd.Set(0.5f), x1)));
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x5);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(p6, q6));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Subtract(p6, q6));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint2x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(x0, x1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(x0, x1));
                TSimd.Store(to + (3 * toStep) + c, x1);
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(2f), x1, x0));
                TSimd.Store(to + (5 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-2f), x1, x0));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint3x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Add(x0, x2), q1 = x1;
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(4f), x2, x0), q4 = TSimd.Multiply(TSimd.Set(2f), x1);
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.25f), x2, TSimd.MultiplyAdd(TSimd.Set(0.5f), x1, x0)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint4x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                TVector p1 = TSimd.Add(x0, x2), q1 = TSimd.Add(x1, x3);
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(4f), x2, x0), q4 = TSimd.MultiplyAdd(TSimd.Set(8f), x3, TSimd.Multiply(TSimd.Set(2f), x1));
                TVector p6 = TSimd.MultiplyAdd(TSimd.Set(0.25f), x2, x0), q6 = TSimd.MultiplyAdd(TSimd.Set(0.125f), x3, TSimd.Multiply(TSimd.Set(0.5f), x1));
                TSimd.Store(to + c, x0);
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x3);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(p6, q6));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Subtract(p6, q6));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    /// <summary>r taps to m + r - 1 points: G g.</summary>
    public static void Kernel(int outputs, int taps, in WinogradLine line, float* from, float* to)
    {
        switch (taps, outputs)
        {
            case (3, 2): Kernel2x3(line, from, to); break;
            case (3, 3): Kernel3x3(line, from, to); break;
            case (3, 4): Kernel4x3(line, from, to); break;
            case (3, 5): Kernel5x3(line, from, to); break;
            case (3, 6): Kernel6x3(line, from, to); break;
            case (5, 2): Kernel2x5(line, from, to); break;
            case (5, 3): Kernel3x5(line, from, to); break;
            case (5, 4): Kernel4x5(line, from, to); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel2x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Zero, x1));
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel3x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Zero, x1));
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x2, TSimd.MultiplyAdd(TSimd.Set(0.022222223f), x1, TSimd.Multiply(TSimd.Set(0.011111111f), x0))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel4x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Zero, x1));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x2, TSimd.Multiply(TSimd.Set(0.011111111f), x0)), q4 = TSimd.Multiply(TSimd.Set(0.022222223f), x1);
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel5x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Zero, x1));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x2, TSimd.Multiply(TSimd.Set(0.011111111f), x0)), q4 = TSimd.Multiply(TSimd.Set(0.022222223f), x1);
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x2, TSimd.MultiplyAdd(TSimd.Set(0.35555556f), x1, TSimd.Multiply(TSimd.Set(0.7111111f), x0))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel6x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Zero, x1));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x2, TSimd.Multiply(TSimd.Set(0.011111111f), x0)), q4 = TSimd.Multiply(TSimd.Set(0.022222223f), x1);
                TVector p6 = TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x2, TSimd.Multiply(TSimd.Set(0.7111111f), x0)), q6 = TSimd.Multiply(TSimd.Set(0.35555556f), x1);
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(p6, q6));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Subtract(p6, q6));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel2x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2), x4)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x1), x3));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x4, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x2, TSimd.Multiply(TSimd.Set(0.011111111f), x0))), q4 = TSimd.MultiplyAdd(TSimd.Set(0.08888889f), x3, TSimd.Multiply(TSimd.Set(0.022222223f), x1));
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x4);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel3x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2), x4)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x1), x3));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x4, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x2, TSimd.Multiply(TSimd.Set(0.011111111f), x0))), q4 = TSimd.MultiplyAdd(TSimd.Set(0.08888889f), x3, TSimd.Multiply(TSimd.Set(0.022222223f), x1));
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x4);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x4, TSimd.MultiplyAdd(TSimd.Set(0.08888889f), x3, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x2, TSimd.MultiplyAdd(TSimd.Set(0.35555556f), x1, TSimd.Multiply(TSimd.Set(0.7111111f), x0))))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel4x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2), x4)), q1 = TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x1), x3));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x4, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x2, TSimd.Multiply(TSimd.Set(0.011111111f), x0))), q4 = TSimd.MultiplyAdd(TSimd.Set(0.08888889f), x3, TSimd.Multiply(TSimd.Set(0.022222223f), x1));
                TVector p6 = TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x4, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x2, TSimd.Multiply(TSimd.Set(0.7111111f), x0))), q6 = TSimd.MultiplyAdd(TSimd.Set(0.08888889f), x3, TSimd.Multiply(TSimd.Set(0.35555556f), x1));
                TSimd.Store(to + c, TSimd.Subtract(TSimd.Zero, x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x4);
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(p4, q4));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Subtract(p4, q4));
                TSimd.Store(to + (6 * toStep) + c, TSimd.Add(p6, q6));
                TSimd.Store(to + (7 * toStep) + c, TSimd.Subtract(p6, q6));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    /// <summary>The way back: m + r - 1 points to r taps, G^T t.</summary>
    public static void KernelAdjoint(int outputs, int taps, in WinogradLine line, float* from, float* to)
    {
        switch (taps, outputs)
        {
            case (3, 2): KernelAdjoint2x3(line, from, to); break;
            case (3, 3): KernelAdjoint3x3(line, from, to); break;
            case (3, 4): KernelAdjoint4x3(line, from, to); break;
            case (3, 5): KernelAdjoint5x3(line, from, to); break;
            case (3, 6): KernelAdjoint6x3(line, from, to); break;
            case (5, 2): KernelAdjoint2x5(line, from, to); break;
            case (5, 3): KernelAdjoint3x5(line, from, to); break;
            case (5, 4): KernelAdjoint4x5(line, from, to); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint2x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.Subtract(TSimd.Zero, x0)));
                TSimd.Store(to + toStep + c, TSimd.Multiply(TSimd.Set(0.22222222f), TSimd.Subtract(TSimd.Zero, d1)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint3x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.011111111f), x4, TSimd.Subtract(TSimd.Zero, x0))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.Multiply(TSimd.Set(0.022222223f), x4)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x4, x3)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint4x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.011111111f), s4, TSimd.Subtract(TSimd.Zero, x0))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.Multiply(TSimd.Set(0.022222223f), d4)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), s4, x3)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint5x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.011111111f), s4, TSimd.MultiplyAdd(TSimd.Set(0.7111111f), x6, TSimd.Subtract(TSimd.Zero, x0)))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.MultiplyAdd(TSimd.Set(0.022222223f), d4, TSimd.Multiply(TSimd.Set(0.35555556f), x6))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), s4, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), x6, x3))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint6x3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TVector s6 = TSimd.Add(x6, x7), d6 = TSimd.Subtract(x6, x7);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.7111111f), s6, TSimd.MultiplyAdd(TSimd.Set(0.011111111f), s4, TSimd.Subtract(TSimd.Zero, x0)))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.MultiplyAdd(TSimd.Set(0.35555556f), d6, TSimd.Multiply(TSimd.Set(0.022222223f), d4))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), s6, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), s4, x3))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint2x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.011111111f), s4, TSimd.Subtract(TSimd.Zero, x0))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.Multiply(TSimd.Set(0.022222223f), d4)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.Multiply(TSimd.Set(0.044444446f), s4)));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.Multiply(TSimd.Set(0.08888889f), d4)));
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), s4, x3)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint3x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.011111111f), s4, TSimd.MultiplyAdd(TSimd.Set(0.7111111f), x6, TSimd.Subtract(TSimd.Zero, x0)))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.MultiplyAdd(TSimd.Set(0.022222223f), d4, TSimd.Multiply(TSimd.Set(0.35555556f), x6))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), s4, TSimd.Multiply(TSimd.Set(0.17777778f), x6))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.MultiplyAdd(TSimd.Set(0.08888889f), d4, TSimd.Multiply(TSimd.Set(0.08888889f), x6))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), s4, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), x6, x3))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint4x5(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                var x3 = TSimd.Load(from + (3 * fromStep) + c);
                var x4 = TSimd.Load(from + (4 * fromStep) + c);
                var x5 = TSimd.Load(from + (5 * fromStep) + c);
                var x6 = TSimd.Load(from + (6 * fromStep) + c);
                var x7 = TSimd.Load(from + (7 * fromStep) + c);
                TVector s1 = TSimd.Add(x1, x2), d1 = TSimd.Subtract(x1, x2);
                TVector s4 = TSimd.Add(x4, x5), d4 = TSimd.Subtract(x4, x5);
                TVector s6 = TSimd.Add(x6, x7), d6 = TSimd.Subtract(x6, x7);
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.7111111f), s6, TSimd.MultiplyAdd(TSimd.Set(0.011111111f), s4, TSimd.Subtract(TSimd.Zero, x0)))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.MultiplyAdd(TSimd.Set(0.35555556f), d6, TSimd.Multiply(TSimd.Set(0.022222223f), d4))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), s6, TSimd.Multiply(TSimd.Set(0.044444446f), s4))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), d1, TSimd.MultiplyAdd(TSimd.Set(0.08888889f), d6, TSimd.Multiply(TSimd.Set(0.08888889f), d4))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.22222222f), s1, TSimd.MultiplyAdd(TSimd.Set(0.044444446f), s6, TSimd.MultiplyAdd(TSimd.Set(0.17777778f), s4, x3))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }
}
