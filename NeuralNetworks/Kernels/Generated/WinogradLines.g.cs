// Written by WinogradGenerator (in the tests, which compare this file with what it writes). Do not edit.
using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>The one-dimensional transforms of F(m, 3), over vectors of values that lie a step apart, and over tiles.</summary>
internal static unsafe class WinogradLines<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>m + 2 pixels to as many points: B^T d.</summary>
    public static void Input(int outputs, in WinogradLine line, float* from, float* to)
    {
        if (outputs == 2)
            Input2(line, from, to);
        else if (outputs == 3)
            Input3(line, from, to);
        else
            Input4(line, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input2(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.Multiply(TSimd.Set(4f), TSimd.Subtract(x0, x2)));
                TSimd.Store(to + toStep + c, TSimd.Multiply(TSimd.Set(3f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x1), x2)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Multiply(TSimd.Set(3f), TSimd.Subtract(x1, x2)));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Subtract(x3, x1));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input3(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-4f), x2, TSimd.MultiplyAdd(TSimd.Set(-2f), x1, TSimd.MultiplyAdd(TSimd.Set(2f), x3, TSimd.Multiply(TSimd.Set(4f), x0)))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(-6f), x1, TSimd.Multiply(TSimd.Set(3f), x3))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(2f), x1, x3)));
                TSimd.Store(to + (3 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-2f), x3, TSimd.MultiplyAdd(TSimd.Set(2f), x1, TSimd.Subtract(x4, x2))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Multiply(TSimd.Set(4f), TSimd.Subtract(x3, x1)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Input4(in WinogradLine line, float* from, float* to)
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
                TVector p1 = TSimd.MultiplyAdd(TSimd.Set(-4f), x2, x4), q1 = TSimd.MultiplyAdd(TSimd.Set(-4f), x1, x3);
                TVector p4 = TSimd.Subtract(x4, x2), q4 = TSimd.Multiply(TSimd.Set(2f), TSimd.Subtract(x3, x1));
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-5f), x2, TSimd.MultiplyAdd(TSimd.Set(4f), x0, x4)));
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

    /// <summary>The way back: adds B t to the pixels.</summary>
    public static void InputAdjoint(int outputs, in WinogradLine line, float* from, float* to)
    {
        if (outputs == 2)
            InputAdjoint2(line, from, to);
        else if (outputs == 3)
            InputAdjoint3(line, from, to);
        else
            InputAdjoint4(line, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint2(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Multiply(TSimd.Set(4f), x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-3f), x1, TSimd.MultiplyAdd(TSimd.Set(3f), x2, TSimd.Subtract(TSimd.Zero, x3)))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(-3f), x1, TSimd.Multiply(TSimd.Set(-4f), x0)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint3(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Multiply(TSimd.Set(4f), x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-4f), x4, TSimd.MultiplyAdd(TSimd.Set(-6f), x1, TSimd.MultiplyAdd(TSimd.Set(-2f), x0, TSimd.MultiplyAdd(TSimd.Set(2f), x3, TSimd.Multiply(TSimd.Set(2f), x2)))))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-3f), x2, TSimd.MultiplyAdd(TSimd.Set(-3f), x1, TSimd.MultiplyAdd(TSimd.Set(-4f), x0, TSimd.Subtract(TSimd.Zero, x3))))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-2f), x3, TSimd.MultiplyAdd(TSimd.Set(4f), x4, TSimd.MultiplyAdd(TSimd.Set(3f), x1, TSimd.MultiplyAdd(TSimd.Set(2f), x0, x2))))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputAdjoint4(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.Add(TSimd.Load(to + c), TSimd.Multiply(TSimd.Set(4f), x0)));
                TSimd.Store(to + toStep + c, TSimd.Add(TSimd.Load(to + toStep + c), TSimd.MultiplyAdd(TSimd.Set(-2f), d4, TSimd.MultiplyAdd(TSimd.Set(-4f), d1, TSimd.Multiply(TSimd.Set(4f), x3)))));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Add(TSimd.Load(to + (2 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-4f), s1, TSimd.MultiplyAdd(TSimd.Set(-5f), x0, TSimd.Subtract(TSimd.Zero, s4)))));
                TSimd.Store(to + (3 * toStep) + c, TSimd.Add(TSimd.Load(to + (3 * toStep) + c), TSimd.MultiplyAdd(TSimd.Set(-5f), x3, TSimd.MultiplyAdd(TSimd.Set(2f), d4, d1))));
                TSimd.Store(to + (4 * toStep) + c, TSimd.Add(TSimd.Load(to + (4 * toStep) + c), TSimd.Add(TSimd.Add(x0, s1), s4)));
                TSimd.Store(to + (5 * toStep) + c, TSimd.Add(TSimd.Load(to + (5 * toStep) + c), x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    /// <summary>Products at m + 2 points to m outputs: A^T t.</summary>
    public static void Output(int outputs, in WinogradLine line, float* from, float* to)
    {
        if (outputs == 2)
            Output2(line, from, to);
        else if (outputs == 3)
            Output3(line, from, to);
        else
            Output4(line, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Output2(in WinogradLine line, float* from, float* to)
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
    private static void Output3(in WinogradLine line, float* from, float* to)
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
    private static void Output4(in WinogradLine line, float* from, float* to)
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

    /// <summary>The way back: gradients of m outputs to m + 2 points, A g.</summary>
    public static void OutputAdjoint(int outputs, in WinogradLine line, float* from, float* to)
    {
        if (outputs == 2)
            OutputAdjoint2(line, from, to);
        else if (outputs == 3)
            OutputAdjoint3(line, from, to);
        else
            OutputAdjoint4(line, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OutputAdjoint2(in WinogradLine line, float* from, float* to)
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
    private static void OutputAdjoint3(in WinogradLine line, float* from, float* to)
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
    private static void OutputAdjoint4(in WinogradLine line, float* from, float* to)
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

    /// <summary>Three taps to m + 2 points: G g.</summary>
    public static void Kernel(int outputs, in WinogradLine line, float* from, float* to)
    {
        if (outputs == 2)
            Kernel2(line, from, to);
        else if (outputs == 3)
            Kernel3(line, from, to);
        else
            Kernel4(line, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel2(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.16666667f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.16666667f), TSimd.Subtract(TSimd.Zero, x1));
                TSimd.Store(to + c, TSimd.Multiply(TSimd.Set(0.25f), x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel3(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.16666667f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.16666667f), TSimd.Subtract(TSimd.Zero, x1));
                TSimd.Store(to + c, TSimd.Multiply(TSimd.Set(0.25f), x0));
                TSimd.Store(to + toStep + c, TSimd.Add(p1, q1));
                TSimd.Store(to + (2 * toStep) + c, TSimd.Subtract(p1, q1));
                TSimd.Store(to + (3 * toStep) + c, x2);
                TSimd.Store(to + (4 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(0.16666667f), x2, TSimd.MultiplyAdd(TSimd.Set(0.083333336f), x1, TSimd.Multiply(TSimd.Set(0.041666668f), x0))));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Kernel4(in WinogradLine line, float* from, float* to)
    {
        var (length, fromStep, toStep) = (line.Length, line.FromStep, line.ToStep);
        for (var tile = 0; tile < line.Tiles; tile++)
        {
            for (var c = 0; c < length; c += TSimd.Width)
            {
                var x0 = TSimd.Load(from + c);
                var x1 = TSimd.Load(from + fromStep + c);
                var x2 = TSimd.Load(from + (2 * fromStep) + c);
                TVector p1 = TSimd.Multiply(TSimd.Set(0.16666667f), TSimd.Subtract(TSimd.Subtract(TSimd.Zero, x0), x2)), q1 = TSimd.Multiply(TSimd.Set(0.16666667f), TSimd.Subtract(TSimd.Zero, x1));
                TVector p4 = TSimd.MultiplyAdd(TSimd.Set(0.16666667f), x2, TSimd.Multiply(TSimd.Set(0.041666668f), x0)), q4 = TSimd.Multiply(TSimd.Set(0.083333336f), x1);
                TSimd.Store(to + c, TSimd.Multiply(TSimd.Set(0.25f), x0));
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

    /// <summary>The way back: m + 2 points to three taps, G^T t.</summary>
    public static void KernelAdjoint(int outputs, in WinogradLine line, float* from, float* to)
    {
        if (outputs == 2)
            KernelAdjoint2(line, from, to);
        else if (outputs == 3)
            KernelAdjoint3(line, from, to);
        else
            KernelAdjoint4(line, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint2(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), s1, TSimd.Multiply(TSimd.Set(0.25f), x0)));
                TSimd.Store(to + toStep + c, TSimd.Multiply(TSimd.Set(0.16666667f), TSimd.Subtract(TSimd.Zero, d1)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), s1, x3));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint3(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), s1, TSimd.MultiplyAdd(TSimd.Set(0.041666668f), x4, TSimd.Multiply(TSimd.Set(0.25f), x0))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), d1, TSimd.Multiply(TSimd.Set(0.083333336f), x4)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), s1, TSimd.MultiplyAdd(TSimd.Set(0.16666667f), x4, x3)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelAdjoint4(in WinogradLine line, float* from, float* to)
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
                TSimd.Store(to + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), s1, TSimd.MultiplyAdd(TSimd.Set(0.041666668f), s4, TSimd.Multiply(TSimd.Set(0.25f), x0))));
                TSimd.Store(to + toStep + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), d1, TSimd.Multiply(TSimd.Set(0.083333336f), d4)));
                TSimd.Store(to + (2 * toStep) + c, TSimd.MultiplyAdd(TSimd.Set(-0.16666667f), s1, TSimd.MultiplyAdd(TSimd.Set(0.16666667f), s4, x3)));
            }

            from += line.FromTile;
            to += line.ToTile;
        }
    }
}
