// Written by WinogradGenerator (in the tests, which compare this file with what it writes). Do not edit.
using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>F(2x2, 3x3): patches of 4x4, 16 multiplications for 36 of the direct way.</summary>
internal sealed unsafe class WinogradTile2<TSimd, TVector> : WinogradTransform<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    public override int Outputs => 2;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void InputRow(float* image, nint row, float* planes, nint plane, int channels, int tiles)
    {
        for (var tile = 0; tile < tiles; tile++)
        {
            for (var c = 0; c < channels; c += TSimd.Width)
            {
                var x00 = TSimd.Load(image + (0 * row) + (0 * channels) + c);
                var x10 = TSimd.Load(image + (1 * row) + (0 * channels) + c);
                var x20 = TSimd.Load(image + (2 * row) + (0 * channels) + c);
                var x30 = TSimd.Load(image + (3 * row) + (0 * channels) + c);
                var t00 = TSimd.Subtract(x00, x20);
                var t10 = TSimd.Add(x10, x20);
                var t20 = TSimd.Subtract(x20, x10);
                var t30 = TSimd.Subtract(x10, x30);
                var x01 = TSimd.Load(image + (0 * row) + (1 * channels) + c);
                var x11 = TSimd.Load(image + (1 * row) + (1 * channels) + c);
                var x21 = TSimd.Load(image + (2 * row) + (1 * channels) + c);
                var x31 = TSimd.Load(image + (3 * row) + (1 * channels) + c);
                var t01 = TSimd.Subtract(x01, x21);
                var t11 = TSimd.Add(x11, x21);
                var t21 = TSimd.Subtract(x21, x11);
                var t31 = TSimd.Subtract(x11, x31);
                var x02 = TSimd.Load(image + (0 * row) + (2 * channels) + c);
                var x12 = TSimd.Load(image + (1 * row) + (2 * channels) + c);
                var x22 = TSimd.Load(image + (2 * row) + (2 * channels) + c);
                var x32 = TSimd.Load(image + (3 * row) + (2 * channels) + c);
                var t02 = TSimd.Subtract(x02, x22);
                var t12 = TSimd.Add(x12, x22);
                var t22 = TSimd.Subtract(x22, x12);
                var t32 = TSimd.Subtract(x12, x32);
                var x03 = TSimd.Load(image + (0 * row) + (3 * channels) + c);
                var x13 = TSimd.Load(image + (1 * row) + (3 * channels) + c);
                var x23 = TSimd.Load(image + (2 * row) + (3 * channels) + c);
                var x33 = TSimd.Load(image + (3 * row) + (3 * channels) + c);
                var t03 = TSimd.Subtract(x03, x23);
                var t13 = TSimd.Add(x13, x23);
                var t23 = TSimd.Subtract(x23, x13);
                var t33 = TSimd.Subtract(x13, x33);
                TSimd.Store(planes + (0 * plane) + c, TSimd.Subtract(t00, t02));
                TSimd.Store(planes + (1 * plane) + c, TSimd.Add(t01, t02));
                TSimd.Store(planes + (2 * plane) + c, TSimd.Subtract(t02, t01));
                TSimd.Store(planes + (3 * plane) + c, TSimd.Subtract(t01, t03));
                TSimd.Store(planes + (4 * plane) + c, TSimd.Subtract(t10, t12));
                TSimd.Store(planes + (5 * plane) + c, TSimd.Add(t11, t12));
                TSimd.Store(planes + (6 * plane) + c, TSimd.Subtract(t12, t11));
                TSimd.Store(planes + (7 * plane) + c, TSimd.Subtract(t11, t13));
                TSimd.Store(planes + (8 * plane) + c, TSimd.Subtract(t20, t22));
                TSimd.Store(planes + (9 * plane) + c, TSimd.Add(t21, t22));
                TSimd.Store(planes + (10 * plane) + c, TSimd.Subtract(t22, t21));
                TSimd.Store(planes + (11 * plane) + c, TSimd.Subtract(t21, t23));
                TSimd.Store(planes + (12 * plane) + c, TSimd.Subtract(t30, t32));
                TSimd.Store(planes + (13 * plane) + c, TSimd.Add(t31, t32));
                TSimd.Store(planes + (14 * plane) + c, TSimd.Subtract(t32, t31));
                TSimd.Store(planes + (15 * plane) + c, TSimd.Subtract(t31, t33));
            }

            image += 2 * channels;
            planes += channels;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void InputRowAdjoint(float* planes, nint plane, float* image, nint row, int channels, int tiles)
    {
        for (var tile = 0; tile < tiles; tile++)
        {
            for (var c = 0; c < channels; c += TSimd.Width)
            {
                var x00 = TSimd.Load(planes + (0 * plane) + c);
                var x10 = TSimd.Load(planes + (4 * plane) + c);
                var x20 = TSimd.Load(planes + (8 * plane) + c);
                var x30 = TSimd.Load(planes + (12 * plane) + c);
                var t00 = x00;
                var t10 = TSimd.Subtract(TSimd.Add(x10, x30), x20);
                var t20 = TSimd.Subtract(TSimd.Add(x10, x20), x00);
                var t30 = TSimd.Subtract(TSimd.Zero, x30);
                var x01 = TSimd.Load(planes + (1 * plane) + c);
                var x11 = TSimd.Load(planes + (5 * plane) + c);
                var x21 = TSimd.Load(planes + (9 * plane) + c);
                var x31 = TSimd.Load(planes + (13 * plane) + c);
                var t01 = x01;
                var t11 = TSimd.Subtract(TSimd.Add(x11, x31), x21);
                var t21 = TSimd.Subtract(TSimd.Add(x11, x21), x01);
                var t31 = TSimd.Subtract(TSimd.Zero, x31);
                var x02 = TSimd.Load(planes + (2 * plane) + c);
                var x12 = TSimd.Load(planes + (6 * plane) + c);
                var x22 = TSimd.Load(planes + (10 * plane) + c);
                var x32 = TSimd.Load(planes + (14 * plane) + c);
                var t02 = x02;
                var t12 = TSimd.Subtract(TSimd.Add(x12, x32), x22);
                var t22 = TSimd.Subtract(TSimd.Add(x12, x22), x02);
                var t32 = TSimd.Subtract(TSimd.Zero, x32);
                var x03 = TSimd.Load(planes + (3 * plane) + c);
                var x13 = TSimd.Load(planes + (7 * plane) + c);
                var x23 = TSimd.Load(planes + (11 * plane) + c);
                var x33 = TSimd.Load(planes + (15 * plane) + c);
                var t03 = x03;
                var t13 = TSimd.Subtract(TSimd.Add(x13, x33), x23);
                var t23 = TSimd.Subtract(TSimd.Add(x13, x23), x03);
                var t33 = TSimd.Subtract(TSimd.Zero, x33);
                TSimd.Store(image + (0 * row) + (0 * channels) + c, TSimd.Add(TSimd.Load(image + (0 * row) + (0 * channels) + c), t00));
                TSimd.Store(image + (0 * row) + (1 * channels) + c, TSimd.Add(TSimd.Load(image + (0 * row) + (1 * channels) + c), TSimd.Subtract(TSimd.Add(t01, t03), t02)));
                TSimd.Store(image + (0 * row) + (2 * channels) + c, TSimd.Add(TSimd.Load(image + (0 * row) + (2 * channels) + c), TSimd.Subtract(TSimd.Add(t01, t02), t00)));
                TSimd.Store(image + (0 * row) + (3 * channels) + c, TSimd.Add(TSimd.Load(image + (0 * row) + (3 * channels) + c), TSimd.Subtract(TSimd.Zero, t03)));
                TSimd.Store(image + (1 * row) + (0 * channels) + c, TSimd.Add(TSimd.Load(image + (1 * row) + (0 * channels) + c), t10));
                TSimd.Store(image + (1 * row) + (1 * channels) + c, TSimd.Add(TSimd.Load(image + (1 * row) + (1 * channels) + c), TSimd.Subtract(TSimd.Add(t11, t13), t12)));
                TSimd.Store(image + (1 * row) + (2 * channels) + c, TSimd.Add(TSimd.Load(image + (1 * row) + (2 * channels) + c), TSimd.Subtract(TSimd.Add(t11, t12), t10)));
                TSimd.Store(image + (1 * row) + (3 * channels) + c, TSimd.Add(TSimd.Load(image + (1 * row) + (3 * channels) + c), TSimd.Subtract(TSimd.Zero, t13)));
                TSimd.Store(image + (2 * row) + (0 * channels) + c, TSimd.Add(TSimd.Load(image + (2 * row) + (0 * channels) + c), t20));
                TSimd.Store(image + (2 * row) + (1 * channels) + c, TSimd.Add(TSimd.Load(image + (2 * row) + (1 * channels) + c), TSimd.Subtract(TSimd.Add(t21, t23), t22)));
                TSimd.Store(image + (2 * row) + (2 * channels) + c, TSimd.Add(TSimd.Load(image + (2 * row) + (2 * channels) + c), TSimd.Subtract(TSimd.Add(t21, t22), t20)));
                TSimd.Store(image + (2 * row) + (3 * channels) + c, TSimd.Add(TSimd.Load(image + (2 * row) + (3 * channels) + c), TSimd.Subtract(TSimd.Zero, t23)));
                TSimd.Store(image + (3 * row) + (0 * channels) + c, TSimd.Add(TSimd.Load(image + (3 * row) + (0 * channels) + c), t30));
                TSimd.Store(image + (3 * row) + (1 * channels) + c, TSimd.Add(TSimd.Load(image + (3 * row) + (1 * channels) + c), TSimd.Subtract(TSimd.Add(t31, t33), t32)));
                TSimd.Store(image + (3 * row) + (2 * channels) + c, TSimd.Add(TSimd.Load(image + (3 * row) + (2 * channels) + c), TSimd.Subtract(TSimd.Add(t31, t32), t30)));
                TSimd.Store(image + (3 * row) + (3 * channels) + c, TSimd.Add(TSimd.Load(image + (3 * row) + (3 * channels) + c), TSimd.Subtract(TSimd.Zero, t33)));
            }

            image += 2 * channels;
            planes += channels;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void OutputRow(float* planes, nint plane, float* image, nint row, int channels, int tiles)
    {
        for (var tile = 0; tile < tiles; tile++)
        {
            for (var c = 0; c < channels; c += TSimd.Width)
            {
                var x00 = TSimd.Load(planes + (0 * plane) + c);
                var x10 = TSimd.Load(planes + (4 * plane) + c);
                var x20 = TSimd.Load(planes + (8 * plane) + c);
                var x30 = TSimd.Load(planes + (12 * plane) + c);
                var t00 = TSimd.Add(TSimd.Add(x00, x10), x20);
                var t10 = TSimd.Subtract(TSimd.Subtract(x10, x20), x30);
                var x01 = TSimd.Load(planes + (1 * plane) + c);
                var x11 = TSimd.Load(planes + (5 * plane) + c);
                var x21 = TSimd.Load(planes + (9 * plane) + c);
                var x31 = TSimd.Load(planes + (13 * plane) + c);
                var t01 = TSimd.Add(TSimd.Add(x01, x11), x21);
                var t11 = TSimd.Subtract(TSimd.Subtract(x11, x21), x31);
                var x02 = TSimd.Load(planes + (2 * plane) + c);
                var x12 = TSimd.Load(planes + (6 * plane) + c);
                var x22 = TSimd.Load(planes + (10 * plane) + c);
                var x32 = TSimd.Load(planes + (14 * plane) + c);
                var t02 = TSimd.Add(TSimd.Add(x02, x12), x22);
                var t12 = TSimd.Subtract(TSimd.Subtract(x12, x22), x32);
                var x03 = TSimd.Load(planes + (3 * plane) + c);
                var x13 = TSimd.Load(planes + (7 * plane) + c);
                var x23 = TSimd.Load(planes + (11 * plane) + c);
                var x33 = TSimd.Load(planes + (15 * plane) + c);
                var t03 = TSimd.Add(TSimd.Add(x03, x13), x23);
                var t13 = TSimd.Subtract(TSimd.Subtract(x13, x23), x33);
                TSimd.Store(image + (0 * row) + (0 * channels) + c, TSimd.Add(TSimd.Add(t00, t01), t02));
                TSimd.Store(image + (0 * row) + (1 * channels) + c, TSimd.Subtract(TSimd.Subtract(t01, t02), t03));
                TSimd.Store(image + (1 * row) + (0 * channels) + c, TSimd.Add(TSimd.Add(t10, t11), t12));
                TSimd.Store(image + (1 * row) + (1 * channels) + c, TSimd.Subtract(TSimd.Subtract(t11, t12), t13));
            }

            planes += channels;
            image += 2 * channels;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void OutputRowAdjoint(float* image, nint row, float* planes, nint plane, int channels, int tiles)
    {
        for (var tile = 0; tile < tiles; tile++)
        {
            for (var c = 0; c < channels; c += TSimd.Width)
            {
                var x00 = TSimd.Load(image + (0 * row) + (0 * channels) + c);
                var x10 = TSimd.Load(image + (1 * row) + (0 * channels) + c);
                var t00 = x00;
                var t10 = TSimd.Add(x00, x10);
                var t20 = TSimd.Subtract(x00, x10);
                var t30 = TSimd.Subtract(TSimd.Zero, x10);
                var x01 = TSimd.Load(image + (0 * row) + (1 * channels) + c);
                var x11 = TSimd.Load(image + (1 * row) + (1 * channels) + c);
                var t01 = x01;
                var t11 = TSimd.Add(x01, x11);
                var t21 = TSimd.Subtract(x01, x11);
                var t31 = TSimd.Subtract(TSimd.Zero, x11);
                TSimd.Store(planes + (0 * plane) + c, t00);
                TSimd.Store(planes + (1 * plane) + c, TSimd.Add(t00, t01));
                TSimd.Store(planes + (2 * plane) + c, TSimd.Subtract(t00, t01));
                TSimd.Store(planes + (3 * plane) + c, TSimd.Subtract(TSimd.Zero, t01));
                TSimd.Store(planes + (4 * plane) + c, t10);
                TSimd.Store(planes + (5 * plane) + c, TSimd.Add(t10, t11));
                TSimd.Store(planes + (6 * plane) + c, TSimd.Subtract(t10, t11));
                TSimd.Store(planes + (7 * plane) + c, TSimd.Subtract(TSimd.Zero, t11));
                TSimd.Store(planes + (8 * plane) + c, t20);
                TSimd.Store(planes + (9 * plane) + c, TSimd.Add(t20, t21));
                TSimd.Store(planes + (10 * plane) + c, TSimd.Subtract(t20, t21));
                TSimd.Store(planes + (11 * plane) + c, TSimd.Subtract(TSimd.Zero, t21));
                TSimd.Store(planes + (12 * plane) + c, t30);
                TSimd.Store(planes + (13 * plane) + c, TSimd.Add(t30, t31));
                TSimd.Store(planes + (14 * plane) + c, TSimd.Subtract(t30, t31));
                TSimd.Store(planes + (15 * plane) + c, TSimd.Subtract(TSimd.Zero, t31));
            }

            planes += channels;
            image += 2 * channels;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Kernel(float* taps, nint tap, float* planes, nint plane)
    {
        var x00 = TSimd.Load(taps + (0 * tap));
        var x10 = TSimd.Load(taps + (3 * tap));
        var x20 = TSimd.Load(taps + (6 * tap));
        TVector c0p1 = TSimd.Multiply(TSimd.Set(0.5f), TSimd.Add(x00, x20)), c0q1 = TSimd.Multiply(TSimd.Set(0.5f), x10);
        var t00 = x00;
        var t10 = TSimd.Add(c0p1, c0q1);
        var t20 = TSimd.Subtract(c0p1, c0q1);
        var t30 = x20;
        var x01 = TSimd.Load(taps + (1 * tap));
        var x11 = TSimd.Load(taps + (4 * tap));
        var x21 = TSimd.Load(taps + (7 * tap));
        TVector c1p1 = TSimd.Multiply(TSimd.Set(0.5f), TSimd.Add(x01, x21)), c1q1 = TSimd.Multiply(TSimd.Set(0.5f), x11);
        var t01 = x01;
        var t11 = TSimd.Add(c1p1, c1q1);
        var t21 = TSimd.Subtract(c1p1, c1q1);
        var t31 = x21;
        var x02 = TSimd.Load(taps + (2 * tap));
        var x12 = TSimd.Load(taps + (5 * tap));
        var x22 = TSimd.Load(taps + (8 * tap));
        TVector c2p1 = TSimd.Multiply(TSimd.Set(0.5f), TSimd.Add(x02, x22)), c2q1 = TSimd.Multiply(TSimd.Set(0.5f), x12);
        var t02 = x02;
        var t12 = TSimd.Add(c2p1, c2q1);
        var t22 = TSimd.Subtract(c2p1, c2q1);
        var t32 = x22;
        TVector r0p1 = TSimd.Multiply(TSimd.Set(0.5f), TSimd.Add(t00, t02)), r0q1 = TSimd.Multiply(TSimd.Set(0.5f), t01);
        TSimd.Store(planes + (0 * plane), t00);
        TSimd.Store(planes + (1 * plane), TSimd.Add(r0p1, r0q1));
        TSimd.Store(planes + (2 * plane), TSimd.Subtract(r0p1, r0q1));
        TSimd.Store(planes + (3 * plane), t02);
        TVector r1p1 = TSimd.Multiply(TSimd.Set(0.5f), TSimd.Add(t10, t12)), r1q1 = TSimd.Multiply(TSimd.Set(0.5f), t11);
        TSimd.Store(planes + (4 * plane), t10);
        TSimd.Store(planes + (5 * plane), TSimd.Add(r1p1, r1q1));
        TSimd.Store(planes + (6 * plane), TSimd.Subtract(r1p1, r1q1));
        TSimd.Store(planes + (7 * plane), t12);
        TVector r2p1 = TSimd.Multiply(TSimd.Set(0.5f), TSimd.Add(t20, t22)), r2q1 = TSimd.Multiply(TSimd.Set(0.5f), t21);
        TSimd.Store(planes + (8 * plane), t20);
        TSimd.Store(planes + (9 * plane), TSimd.Add(r2p1, r2q1));
        TSimd.Store(planes + (10 * plane), TSimd.Subtract(r2p1, r2q1));
        TSimd.Store(planes + (11 * plane), t22);
        TVector r3p1 = TSimd.Multiply(TSimd.Set(0.5f), TSimd.Add(t30, t32)), r3q1 = TSimd.Multiply(TSimd.Set(0.5f), t31);
        TSimd.Store(planes + (12 * plane), t30);
        TSimd.Store(planes + (13 * plane), TSimd.Add(r3p1, r3q1));
        TSimd.Store(planes + (14 * plane), TSimd.Subtract(r3p1, r3q1));
        TSimd.Store(planes + (15 * plane), t32);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void KernelAdjoint(float* planes, nint plane, float* taps, nint tap)
    {
        var x00 = TSimd.Load(planes + (0 * plane));
        var x10 = TSimd.Load(planes + (4 * plane));
        var x20 = TSimd.Load(planes + (8 * plane));
        var x30 = TSimd.Load(planes + (12 * plane));
        TVector c0s1 = TSimd.Add(x10, x20), c0d1 = TSimd.Subtract(x10, x20);
        var t00 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c0s1, x00);
        var t10 = TSimd.Multiply(TSimd.Set(0.5f), c0d1);
        var t20 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c0s1, x30);
        var x01 = TSimd.Load(planes + (1 * plane));
        var x11 = TSimd.Load(planes + (5 * plane));
        var x21 = TSimd.Load(planes + (9 * plane));
        var x31 = TSimd.Load(planes + (13 * plane));
        TVector c1s1 = TSimd.Add(x11, x21), c1d1 = TSimd.Subtract(x11, x21);
        var t01 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c1s1, x01);
        var t11 = TSimd.Multiply(TSimd.Set(0.5f), c1d1);
        var t21 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c1s1, x31);
        var x02 = TSimd.Load(planes + (2 * plane));
        var x12 = TSimd.Load(planes + (6 * plane));
        var x22 = TSimd.Load(planes + (10 * plane));
        var x32 = TSimd.Load(planes + (14 * plane));
        TVector c2s1 = TSimd.Add(x12, x22), c2d1 = TSimd.Subtract(x12, x22);
        var t02 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c2s1, x02);
        var t12 = TSimd.Multiply(TSimd.Set(0.5f), c2d1);
        var t22 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c2s1, x32);
        var x03 = TSimd.Load(planes + (3 * plane));
        var x13 = TSimd.Load(planes + (7 * plane));
        var x23 = TSimd.Load(planes + (11 * plane));
        var x33 = TSimd.Load(planes + (15 * plane));
        TVector c3s1 = TSimd.Add(x13, x23), c3d1 = TSimd.Subtract(x13, x23);
        var t03 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c3s1, x03);
        var t13 = TSimd.Multiply(TSimd.Set(0.5f), c3d1);
        var t23 = TSimd.MultiplyAdd(TSimd.Set(0.5f), c3s1, x33);
        TVector r0s1 = TSimd.Add(t01, t02), r0d1 = TSimd.Subtract(t01, t02);
        TSimd.Store(taps + (0 * tap), TSimd.MultiplyAdd(TSimd.Set(0.5f), r0s1, t00));
        TSimd.Store(taps + (1 * tap), TSimd.Multiply(TSimd.Set(0.5f), r0d1));
        TSimd.Store(taps + (2 * tap), TSimd.MultiplyAdd(TSimd.Set(0.5f), r0s1, t03));
        TVector r1s1 = TSimd.Add(t11, t12), r1d1 = TSimd.Subtract(t11, t12);
        TSimd.Store(taps + (3 * tap), TSimd.MultiplyAdd(TSimd.Set(0.5f), r1s1, t10));
        TSimd.Store(taps + (4 * tap), TSimd.Multiply(TSimd.Set(0.5f), r1d1));
        TSimd.Store(taps + (5 * tap), TSimd.MultiplyAdd(TSimd.Set(0.5f), r1s1, t13));
        TVector r2s1 = TSimd.Add(t21, t22), r2d1 = TSimd.Subtract(t21, t22);
        TSimd.Store(taps + (6 * tap), TSimd.MultiplyAdd(TSimd.Set(0.5f), r2s1, t20));
        TSimd.Store(taps + (7 * tap), TSimd.Multiply(TSimd.Set(0.5f), r2d1));
        TSimd.Store(taps + (8 * tap), TSimd.MultiplyAdd(TSimd.Set(0.5f), r2s1, t23));
    }
}
