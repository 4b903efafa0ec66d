// Written by DirectConvolutionGenerator (in the tests, which compare this file with what it writes). Do not edit.
using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Direct convolution of one channel, 3x3, stride 1, fused with bias, ReLU, 2x2 max-pooling and dropout. All nine taps (forward) or their
/// gradients (backward) stay in registers for one or two vectors of filters while a 4x4 patch slides over the image, two pixels at a time.
/// </summary>
internal static unsafe class DirectConvolutionKernels<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward1(in DirectConvolutionShape shape)
    {
        var w0_0 = TSimd.Load(shape.Weights + (0 * shape.WeightRow));
        var w1_0 = TSimd.Load(shape.Weights + (1 * shape.WeightRow));
        var w2_0 = TSimd.Load(shape.Weights + (2 * shape.WeightRow));
        var w3_0 = TSimd.Load(shape.Weights + (3 * shape.WeightRow));
        var w4_0 = TSimd.Load(shape.Weights + (4 * shape.WeightRow));
        var w5_0 = TSimd.Load(shape.Weights + (5 * shape.WeightRow));
        var w6_0 = TSimd.Load(shape.Weights + (6 * shape.WeightRow));
        var w7_0 = TSimd.Load(shape.Weights + (7 * shape.WeightRow));
        var w8_0 = TSimd.Load(shape.Weights + (8 * shape.WeightRow));
        nint filters = shape.Filters, imageRow = shape.ImageRow;
        var drop = shape.Drop;
        float* output = shape.Output, winners = shape.Winners;
        var position = shape.Position;
        for (var row = 0; row < shape.Rows; row++)
        {
            var x0 = shape.Image + (2 * row * imageRow);
            float* x1 = x0 + imageRow, x2 = x1 + imageRow, x3 = x2 + imageRow;
            for (var left = shape.Columns; left > 0; left -= 16)
            {
                TVector packed0 = TSimd.Zero;
                for (var column = Math.Min(left, 16); column > 0; column--)
                {
                    TVector y0_0, y1_0, y2_0, y3_0;
                    TVector x;
                    x = TSimd.Set(x0[0]);
                    y0_0 = TSimd.Multiply(x, w0_0);
                    x = TSimd.Set(x0[1]);
                    y0_0 = TSimd.MultiplyAdd(x, w1_0, y0_0);
                    y1_0 = TSimd.Multiply(x, w0_0);
                    x = TSimd.Set(x0[2]);
                    y0_0 = TSimd.MultiplyAdd(x, w2_0, y0_0);
                    y1_0 = TSimd.MultiplyAdd(x, w1_0, y1_0);
                    x = TSimd.Set(x0[3]);
                    y1_0 = TSimd.MultiplyAdd(x, w2_0, y1_0);
                    x = TSimd.Set(x1[0]);
                    y0_0 = TSimd.MultiplyAdd(x, w3_0, y0_0);
                    y2_0 = TSimd.Multiply(x, w0_0);
                    x = TSimd.Set(x1[1]);
                    y0_0 = TSimd.MultiplyAdd(x, w4_0, y0_0);
                    y1_0 = TSimd.MultiplyAdd(x, w3_0, y1_0);
                    y2_0 = TSimd.MultiplyAdd(x, w1_0, y2_0);
                    y3_0 = TSimd.Multiply(x, w0_0);
                    x = TSimd.Set(x1[2]);
                    y0_0 = TSimd.MultiplyAdd(x, w5_0, y0_0);
                    y1_0 = TSimd.MultiplyAdd(x, w4_0, y1_0);
                    y2_0 = TSimd.MultiplyAdd(x, w2_0, y2_0);
                    y3_0 = TSimd.MultiplyAdd(x, w1_0, y3_0);
                    x = TSimd.Set(x1[3]);
                    y1_0 = TSimd.MultiplyAdd(x, w5_0, y1_0);
                    y3_0 = TSimd.MultiplyAdd(x, w2_0, y3_0);
                    x = TSimd.Set(x2[0]);
                    y0_0 = TSimd.MultiplyAdd(x, w6_0, y0_0);
                    y2_0 = TSimd.MultiplyAdd(x, w3_0, y2_0);
                    x = TSimd.Set(x2[1]);
                    y0_0 = TSimd.MultiplyAdd(x, w7_0, y0_0);
                    y1_0 = TSimd.MultiplyAdd(x, w6_0, y1_0);
                    y2_0 = TSimd.MultiplyAdd(x, w4_0, y2_0);
                    y3_0 = TSimd.MultiplyAdd(x, w3_0, y3_0);
                    x = TSimd.Set(x2[2]);
                    y0_0 = TSimd.MultiplyAdd(x, w8_0, y0_0);
                    y1_0 = TSimd.MultiplyAdd(x, w7_0, y1_0);
                    y2_0 = TSimd.MultiplyAdd(x, w5_0, y2_0);
                    y3_0 = TSimd.MultiplyAdd(x, w4_0, y3_0);
                    x = TSimd.Set(x2[3]);
                    y1_0 = TSimd.MultiplyAdd(x, w8_0, y1_0);
                    y3_0 = TSimd.MultiplyAdd(x, w5_0, y3_0);
                    x = TSimd.Set(x3[0]);
                    y2_0 = TSimd.MultiplyAdd(x, w6_0, y2_0);
                    x = TSimd.Set(x3[1]);
                    y2_0 = TSimd.MultiplyAdd(x, w7_0, y2_0);
                    y3_0 = TSimd.MultiplyAdd(x, w6_0, y3_0);
                    x = TSimd.Set(x3[2]);
                    y2_0 = TSimd.MultiplyAdd(x, w8_0, y2_0);
                    y3_0 = TSimd.MultiplyAdd(x, w7_0, y3_0);
                    x = TSimd.Set(x3[3]);
                    y3_0 = TSimd.MultiplyAdd(x, w8_0, y3_0);
                    var max0 = TSimd.Max(TSimd.Max(y0_0, y1_0), TSimd.Max(y2_0, y3_0));
                    packed0 = TSimd.PushIndex(packed0, TSimd.IndexOfMax(y0_0, y1_0, y2_0, max0));
                    max0 = TSimd.Max(TSimd.Zero, TSimd.Add(max0, TSimd.Load(shape.Bias)));
                    if (drop)
                    {
                        max0 = TSimd.Multiply(max0, TSimd.Keep(shape.Mask.Key, position, shape.Mask.Threshold, shape.Mask.Scale));
                    }

                    TSimd.Store(output, max0);
                    position += (uint)filters;
                    output += filters;
                    x0 += 2;
                    x1 += 2;
                    x2 += 2;
                    x3 += 2;
                }
                TSimd.Store(winners, packed0);
                winners += filters;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient1(in DirectConvolutionShape shape)
    {
        var d0_0 = TSimd.Zero;
        var d1_0 = TSimd.Zero;
        var d2_0 = TSimd.Zero;
        var d3_0 = TSimd.Zero;
        var d4_0 = TSimd.Zero;
        var d5_0 = TSimd.Zero;
        var d6_0 = TSimd.Zero;
        var d7_0 = TSimd.Zero;
        var d8_0 = TSimd.Zero;
        TVector bias0 = TSimd.Zero;
        nint filters = shape.Filters, imageRow = shape.ImageRow;
        var scale = TSimd.Set(shape.Scale);
        float* output = shape.Output, gradient = shape.OutputGradient, winners = shape.Winners;
        for (var row = 0; row < shape.Rows; row++)
        {
            var x0 = shape.Image + (2 * row * imageRow);
            float* x1 = x0 + imageRow, x2 = x1 + imageRow, x3 = x2 + imageRow;
            for (var left = shape.Columns; left > 0; left -= 16)
            {
                var columns = Math.Min(left, 16);
                var packed0 = TSimd.ShiftDown(TSimd.Load(winners), 32 - (2 * columns));
                winners += filters;
                for (var column = columns; column > 0; column--)
                {
                    var g0 = TSimd.Multiply(scale, TSimd.IfGreater(TSimd.Load(output), TSimd.Zero, TSimd.Load(gradient), TSimd.Zero));
                    bias0 = TSimd.Add(bias0, g0);
                    var g0_0 = TSimd.IfIndex(packed0, 0, g0);
                    var g1_0 = TSimd.IfIndex(packed0, 1, g0);
                    var g2_0 = TSimd.IfIndex(packed0, 2, g0);
                    var g3_0 = TSimd.IfIndex(packed0, 3, g0);
                    packed0 = TSimd.ShiftDown(packed0, 2);
                    TVector x;
                    x = TSimd.Set(x0[0]);
                    d0_0 = TSimd.MultiplyAdd(x, g0_0, d0_0);
                    x = TSimd.Set(x0[1]);
                    d1_0 = TSimd.MultiplyAdd(x, g0_0, d1_0);
                    d0_0 = TSimd.MultiplyAdd(x, g1_0, d0_0);
                    x = TSimd.Set(x0[2]);
                    d2_0 = TSimd.MultiplyAdd(x, g0_0, d2_0);
                    d1_0 = TSimd.MultiplyAdd(x, g1_0, d1_0);
                    x = TSimd.Set(x0[3]);
                    d2_0 = TSimd.MultiplyAdd(x, g1_0, d2_0);
                    x = TSimd.Set(x1[0]);
                    d3_0 = TSimd.MultiplyAdd(x, g0_0, d3_0);
                    d0_0 = TSimd.MultiplyAdd(x, g2_0, d0_0);
                    x = TSimd.Set(x1[1]);
                    d4_0 = TSimd.MultiplyAdd(x, g0_0, d4_0);
                    d3_0 = TSimd.MultiplyAdd(x, g1_0, d3_0);
                    d1_0 = TSimd.MultiplyAdd(x, g2_0, d1_0);
                    d0_0 = TSimd.MultiplyAdd(x, g3_0, d0_0);
                    x = TSimd.Set(x1[2]);
                    d5_0 = TSimd.MultiplyAdd(x, g0_0, d5_0);
                    d4_0 = TSimd.MultiplyAdd(x, g1_0, d4_0);
                    d2_0 = TSimd.MultiplyAdd(x, g2_0, d2_0);
                    d1_0 = TSimd.MultiplyAdd(x, g3_0, d1_0);
                    x = TSimd.Set(x1[3]);
                    d5_0 = TSimd.MultiplyAdd(x, g1_0, d5_0);
                    d2_0 = TSimd.MultiplyAdd(x, g3_0, d2_0);
                    x = TSimd.Set(x2[0]);
                    d6_0 = TSimd.MultiplyAdd(x, g0_0, d6_0);
                    d3_0 = TSimd.MultiplyAdd(x, g2_0, d3_0);
                    x = TSimd.Set(x2[1]);
                    d7_0 = TSimd.MultiplyAdd(x, g0_0, d7_0);
                    d6_0 = TSimd.MultiplyAdd(x, g1_0, d6_0);
                    d4_0 = TSimd.MultiplyAdd(x, g2_0, d4_0);
                    d3_0 = TSimd.MultiplyAdd(x, g3_0, d3_0);
                    x = TSimd.Set(x2[2]);
                    d8_0 = TSimd.MultiplyAdd(x, g0_0, d8_0);
                    d7_0 = TSimd.MultiplyAdd(x, g1_0, d7_0);
                    d5_0 = TSimd.MultiplyAdd(x, g2_0, d5_0);
                    d4_0 = TSimd.MultiplyAdd(x, g3_0, d4_0);
                    x = TSimd.Set(x2[3]);
                    d8_0 = TSimd.MultiplyAdd(x, g1_0, d8_0);
                    d5_0 = TSimd.MultiplyAdd(x, g3_0, d5_0);
                    x = TSimd.Set(x3[0]);
                    d6_0 = TSimd.MultiplyAdd(x, g2_0, d6_0);
                    x = TSimd.Set(x3[1]);
                    d7_0 = TSimd.MultiplyAdd(x, g2_0, d7_0);
                    d6_0 = TSimd.MultiplyAdd(x, g3_0, d6_0);
                    x = TSimd.Set(x3[2]);
                    d8_0 = TSimd.MultiplyAdd(x, g2_0, d8_0);
                    d7_0 = TSimd.MultiplyAdd(x, g3_0, d7_0);
                    x = TSimd.Set(x3[3]);
                    d8_0 = TSimd.MultiplyAdd(x, g3_0, d8_0);
                    output += filters;
                    gradient += filters;
                    x0 += 2;
                    x1 += 2;
                    x2 += 2;
                    x3 += 2;
                }
            }
        }

        TSimd.Store(shape.WeightGradient + (0 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (0 * shape.WeightRow)), d0_0));
        TSimd.Store(shape.WeightGradient + (1 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (1 * shape.WeightRow)), d1_0));
        TSimd.Store(shape.WeightGradient + (2 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (2 * shape.WeightRow)), d2_0));
        TSimd.Store(shape.WeightGradient + (3 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (3 * shape.WeightRow)), d3_0));
        TSimd.Store(shape.WeightGradient + (4 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (4 * shape.WeightRow)), d4_0));
        TSimd.Store(shape.WeightGradient + (5 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (5 * shape.WeightRow)), d5_0));
        TSimd.Store(shape.WeightGradient + (6 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (6 * shape.WeightRow)), d6_0));
        TSimd.Store(shape.WeightGradient + (7 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (7 * shape.WeightRow)), d7_0));
        TSimd.Store(shape.WeightGradient + (8 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (8 * shape.WeightRow)), d8_0));
        TSimd.Store(shape.BiasGradient, TSimd.Add(TSimd.Load(shape.BiasGradient), bias0));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward2(in DirectConvolutionShape shape)
    {
        var w0_0 = TSimd.Load(shape.Weights + (0 * shape.WeightRow));
        var w0_1 = TSimd.Load(shape.Weights + (0 * shape.WeightRow) + TSimd.Width);
        var w1_0 = TSimd.Load(shape.Weights + (1 * shape.WeightRow));
        var w1_1 = TSimd.Load(shape.Weights + (1 * shape.WeightRow) + TSimd.Width);
        var w2_0 = TSimd.Load(shape.Weights + (2 * shape.WeightRow));
        var w2_1 = TSimd.Load(shape.Weights + (2 * shape.WeightRow) + TSimd.Width);
        var w3_0 = TSimd.Load(shape.Weights + (3 * shape.WeightRow));
        var w3_1 = TSimd.Load(shape.Weights + (3 * shape.WeightRow) + TSimd.Width);
        var w4_0 = TSimd.Load(shape.Weights + (4 * shape.WeightRow));
        var w4_1 = TSimd.Load(shape.Weights + (4 * shape.WeightRow) + TSimd.Width);
        var w5_0 = TSimd.Load(shape.Weights + (5 * shape.WeightRow));
        var w5_1 = TSimd.Load(shape.Weights + (5 * shape.WeightRow) + TSimd.Width);
        var w6_0 = TSimd.Load(shape.Weights + (6 * shape.WeightRow));
        var w6_1 = TSimd.Load(shape.Weights + (6 * shape.WeightRow) + TSimd.Width);
        var w7_0 = TSimd.Load(shape.Weights + (7 * shape.WeightRow));
        var w7_1 = TSimd.Load(shape.Weights + (7 * shape.WeightRow) + TSimd.Width);
        var w8_0 = TSimd.Load(shape.Weights + (8 * shape.WeightRow));
        var w8_1 = TSimd.Load(shape.Weights + (8 * shape.WeightRow) + TSimd.Width);
        nint filters = shape.Filters, imageRow = shape.ImageRow;
        var drop = shape.Drop;
        float* output = shape.Output, winners = shape.Winners;
        var position = shape.Position;
        for (var row = 0; row < shape.Rows; row++)
        {
            var x0 = shape.Image + (2 * row * imageRow);
            float* x1 = x0 + imageRow, x2 = x1 + imageRow, x3 = x2 + imageRow;
            for (var left = shape.Columns; left > 0; left -= 16)
            {
                TVector packed0 = TSimd.Zero, packed1 = TSimd.Zero;
                for (var column = Math.Min(left, 16); column > 0; column--)
                {
                    TVector y0_0, y0_1, y1_0, y1_1, y2_0, y2_1, y3_0, y3_1;
                    TVector x;
                    x = TSimd.Set(x0[0]);
                    y0_0 = TSimd.Multiply(x, w0_0);
                    y0_1 = TSimd.Multiply(x, w0_1);
                    x = TSimd.Set(x0[1]);
                    y0_0 = TSimd.MultiplyAdd(x, w1_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w1_1, y0_1);
                    y1_0 = TSimd.Multiply(x, w0_0);
                    y1_1 = TSimd.Multiply(x, w0_1);
                    x = TSimd.Set(x0[2]);
                    y0_0 = TSimd.MultiplyAdd(x, w2_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w2_1, y0_1);
                    y1_0 = TSimd.MultiplyAdd(x, w1_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w1_1, y1_1);
                    x = TSimd.Set(x0[3]);
                    y1_0 = TSimd.MultiplyAdd(x, w2_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w2_1, y1_1);
                    x = TSimd.Set(x1[0]);
                    y0_0 = TSimd.MultiplyAdd(x, w3_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w3_1, y0_1);
                    y2_0 = TSimd.Multiply(x, w0_0);
                    y2_1 = TSimd.Multiply(x, w0_1);
                    x = TSimd.Set(x1[1]);
                    y0_0 = TSimd.MultiplyAdd(x, w4_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w4_1, y0_1);
                    y1_0 = TSimd.MultiplyAdd(x, w3_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w3_1, y1_1);
                    y2_0 = TSimd.MultiplyAdd(x, w1_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w1_1, y2_1);
                    y3_0 = TSimd.Multiply(x, w0_0);
                    y3_1 = TSimd.Multiply(x, w0_1);
                    x = TSimd.Set(x1[2]);
                    y0_0 = TSimd.MultiplyAdd(x, w5_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w5_1, y0_1);
                    y1_0 = TSimd.MultiplyAdd(x, w4_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w4_1, y1_1);
                    y2_0 = TSimd.MultiplyAdd(x, w2_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w2_1, y2_1);
                    y3_0 = TSimd.MultiplyAdd(x, w1_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w1_1, y3_1);
                    x = TSimd.Set(x1[3]);
                    y1_0 = TSimd.MultiplyAdd(x, w5_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w5_1, y1_1);
                    y3_0 = TSimd.MultiplyAdd(x, w2_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w2_1, y3_1);
                    x = TSimd.Set(x2[0]);
                    y0_0 = TSimd.MultiplyAdd(x, w6_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w6_1, y0_1);
                    y2_0 = TSimd.MultiplyAdd(x, w3_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w3_1, y2_1);
                    x = TSimd.Set(x2[1]);
                    y0_0 = TSimd.MultiplyAdd(x, w7_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w7_1, y0_1);
                    y1_0 = TSimd.MultiplyAdd(x, w6_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w6_1, y1_1);
                    y2_0 = TSimd.MultiplyAdd(x, w4_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w4_1, y2_1);
                    y3_0 = TSimd.MultiplyAdd(x, w3_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w3_1, y3_1);
                    x = TSimd.Set(x2[2]);
                    y0_0 = TSimd.MultiplyAdd(x, w8_0, y0_0);
                    y0_1 = TSimd.MultiplyAdd(x, w8_1, y0_1);
                    y1_0 = TSimd.MultiplyAdd(x, w7_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w7_1, y1_1);
                    y2_0 = TSimd.MultiplyAdd(x, w5_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w5_1, y2_1);
                    y3_0 = TSimd.MultiplyAdd(x, w4_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w4_1, y3_1);
                    x = TSimd.Set(x2[3]);
                    y1_0 = TSimd.MultiplyAdd(x, w8_0, y1_0);
                    y1_1 = TSimd.MultiplyAdd(x, w8_1, y1_1);
                    y3_0 = TSimd.MultiplyAdd(x, w5_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w5_1, y3_1);
                    x = TSimd.Set(x3[0]);
                    y2_0 = TSimd.MultiplyAdd(x, w6_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w6_1, y2_1);
                    x = TSimd.Set(x3[1]);
                    y2_0 = TSimd.MultiplyAdd(x, w7_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w7_1, y2_1);
                    y3_0 = TSimd.MultiplyAdd(x, w6_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w6_1, y3_1);
                    x = TSimd.Set(x3[2]);
                    y2_0 = TSimd.MultiplyAdd(x, w8_0, y2_0);
                    y2_1 = TSimd.MultiplyAdd(x, w8_1, y2_1);
                    y3_0 = TSimd.MultiplyAdd(x, w7_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w7_1, y3_1);
                    x = TSimd.Set(x3[3]);
                    y3_0 = TSimd.MultiplyAdd(x, w8_0, y3_0);
                    y3_1 = TSimd.MultiplyAdd(x, w8_1, y3_1);
                    var max0 = TSimd.Max(TSimd.Max(y0_0, y1_0), TSimd.Max(y2_0, y3_0));
                    packed0 = TSimd.PushIndex(packed0, TSimd.IndexOfMax(y0_0, y1_0, y2_0, max0));
                    max0 = TSimd.Max(TSimd.Zero, TSimd.Add(max0, TSimd.Load(shape.Bias)));
                    var max1 = TSimd.Max(TSimd.Max(y0_1, y1_1), TSimd.Max(y2_1, y3_1));
                    packed1 = TSimd.PushIndex(packed1, TSimd.IndexOfMax(y0_1, y1_1, y2_1, max1));
                    max1 = TSimd.Max(TSimd.Zero, TSimd.Add(max1, TSimd.Load(shape.Bias + TSimd.Width)));
                    if (drop)
                    {
                        max0 = TSimd.Multiply(max0, TSimd.Keep(shape.Mask.Key, position, shape.Mask.Threshold, shape.Mask.Scale));
                        max1 = TSimd.Multiply(max1, TSimd.Keep(shape.Mask.Key, position + (uint)TSimd.Width, shape.Mask.Threshold, shape.Mask.Scale));
                    }

                    TSimd.Store(output, max0);
                    TSimd.Store(output + TSimd.Width, max1);
                    position += (uint)filters;
                    output += filters;
                    x0 += 2;
                    x1 += 2;
                    x2 += 2;
                    x3 += 2;
                }
                TSimd.Store(winners, packed0);
                TSimd.Store(winners + TSimd.Width, packed1);
                winners += filters;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient2(in DirectConvolutionShape shape)
    {
        var d0_0 = TSimd.Zero;
        var d0_1 = TSimd.Zero;
        var d1_0 = TSimd.Zero;
        var d1_1 = TSimd.Zero;
        var d2_0 = TSimd.Zero;
        var d2_1 = TSimd.Zero;
        var d3_0 = TSimd.Zero;
        var d3_1 = TSimd.Zero;
        var d4_0 = TSimd.Zero;
        var d4_1 = TSimd.Zero;
        var d5_0 = TSimd.Zero;
        var d5_1 = TSimd.Zero;
        var d6_0 = TSimd.Zero;
        var d6_1 = TSimd.Zero;
        var d7_0 = TSimd.Zero;
        var d7_1 = TSimd.Zero;
        var d8_0 = TSimd.Zero;
        var d8_1 = TSimd.Zero;
        TVector bias0 = TSimd.Zero, bias1 = TSimd.Zero;
        nint filters = shape.Filters, imageRow = shape.ImageRow;
        var scale = TSimd.Set(shape.Scale);
        float* output = shape.Output, gradient = shape.OutputGradient, winners = shape.Winners;
        for (var row = 0; row < shape.Rows; row++)
        {
            var x0 = shape.Image + (2 * row * imageRow);
            float* x1 = x0 + imageRow, x2 = x1 + imageRow, x3 = x2 + imageRow;
            for (var left = shape.Columns; left > 0; left -= 16)
            {
                var columns = Math.Min(left, 16);
                var packed0 = TSimd.ShiftDown(TSimd.Load(winners), 32 - (2 * columns));
                var packed1 = TSimd.ShiftDown(TSimd.Load(winners + TSimd.Width), 32 - (2 * columns));
                winners += filters;
                for (var column = columns; column > 0; column--)
                {
                    var g0 = TSimd.Multiply(scale, TSimd.IfGreater(TSimd.Load(output), TSimd.Zero, TSimd.Load(gradient), TSimd.Zero));
                    bias0 = TSimd.Add(bias0, g0);
                    var g0_0 = TSimd.IfIndex(packed0, 0, g0);
                    var g1_0 = TSimd.IfIndex(packed0, 1, g0);
                    var g2_0 = TSimd.IfIndex(packed0, 2, g0);
                    var g3_0 = TSimd.IfIndex(packed0, 3, g0);
                    packed0 = TSimd.ShiftDown(packed0, 2);
                    var g1 = TSimd.Multiply(scale, TSimd.IfGreater(TSimd.Load(output + TSimd.Width), TSimd.Zero, TSimd.Load(gradient + TSimd.Width), TSimd.Zero));
                    bias1 = TSimd.Add(bias1, g1);
                    var g0_1 = TSimd.IfIndex(packed1, 0, g1);
                    var g1_1 = TSimd.IfIndex(packed1, 1, g1);
                    var g2_1 = TSimd.IfIndex(packed1, 2, g1);
                    var g3_1 = TSimd.IfIndex(packed1, 3, g1);
                    packed1 = TSimd.ShiftDown(packed1, 2);
                    TVector x;
                    x = TSimd.Set(x0[0]);
                    d0_0 = TSimd.MultiplyAdd(x, g0_0, d0_0);
                    d0_1 = TSimd.MultiplyAdd(x, g0_1, d0_1);
                    x = TSimd.Set(x0[1]);
                    d1_0 = TSimd.MultiplyAdd(x, g0_0, d1_0);
                    d1_1 = TSimd.MultiplyAdd(x, g0_1, d1_1);
                    d0_0 = TSimd.MultiplyAdd(x, g1_0, d0_0);
                    d0_1 = TSimd.MultiplyAdd(x, g1_1, d0_1);
                    x = TSimd.Set(x0[2]);
                    d2_0 = TSimd.MultiplyAdd(x, g0_0, d2_0);
                    d2_1 = TSimd.MultiplyAdd(x, g0_1, d2_1);
                    d1_0 = TSimd.MultiplyAdd(x, g1_0, d1_0);
                    d1_1 = TSimd.MultiplyAdd(x, g1_1, d1_1);
                    x = TSimd.Set(x0[3]);
                    d2_0 = TSimd.MultiplyAdd(x, g1_0, d2_0);
                    d2_1 = TSimd.MultiplyAdd(x, g1_1, d2_1);
                    x = TSimd.Set(x1[0]);
                    d3_0 = TSimd.MultiplyAdd(x, g0_0, d3_0);
                    d3_1 = TSimd.MultiplyAdd(x, g0_1, d3_1);
                    d0_0 = TSimd.MultiplyAdd(x, g2_0, d0_0);
                    d0_1 = TSimd.MultiplyAdd(x, g2_1, d0_1);
                    x = TSimd.Set(x1[1]);
                    d4_0 = TSimd.MultiplyAdd(x, g0_0, d4_0);
                    d4_1 = TSimd.MultiplyAdd(x, g0_1, d4_1);
                    d3_0 = TSimd.MultiplyAdd(x, g1_0, d3_0);
                    d3_1 = TSimd.MultiplyAdd(x, g1_1, d3_1);
                    d1_0 = TSimd.MultiplyAdd(x, g2_0, d1_0);
                    d1_1 = TSimd.MultiplyAdd(x, g2_1, d1_1);
                    d0_0 = TSimd.MultiplyAdd(x, g3_0, d0_0);
                    d0_1 = TSimd.MultiplyAdd(x, g3_1, d0_1);
                    x = TSimd.Set(x1[2]);
                    d5_0 = TSimd.MultiplyAdd(x, g0_0, d5_0);
                    d5_1 = TSimd.MultiplyAdd(x, g0_1, d5_1);
                    d4_0 = TSimd.MultiplyAdd(x, g1_0, d4_0);
                    d4_1 = TSimd.MultiplyAdd(x, g1_1, d4_1);
                    d2_0 = TSimd.MultiplyAdd(x, g2_0, d2_0);
                    d2_1 = TSimd.MultiplyAdd(x, g2_1, d2_1);
                    d1_0 = TSimd.MultiplyAdd(x, g3_0, d1_0);
                    d1_1 = TSimd.MultiplyAdd(x, g3_1, d1_1);
                    x = TSimd.Set(x1[3]);
                    d5_0 = TSimd.MultiplyAdd(x, g1_0, d5_0);
                    d5_1 = TSimd.MultiplyAdd(x, g1_1, d5_1);
                    d2_0 = TSimd.MultiplyAdd(x, g3_0, d2_0);
                    d2_1 = TSimd.MultiplyAdd(x, g3_1, d2_1);
                    x = TSimd.Set(x2[0]);
                    d6_0 = TSimd.MultiplyAdd(x, g0_0, d6_0);
                    d6_1 = TSimd.MultiplyAdd(x, g0_1, d6_1);
                    d3_0 = TSimd.MultiplyAdd(x, g2_0, d3_0);
                    d3_1 = TSimd.MultiplyAdd(x, g2_1, d3_1);
                    x = TSimd.Set(x2[1]);
                    d7_0 = TSimd.MultiplyAdd(x, g0_0, d7_0);
                    d7_1 = TSimd.MultiplyAdd(x, g0_1, d7_1);
                    d6_0 = TSimd.MultiplyAdd(x, g1_0, d6_0);
                    d6_1 = TSimd.MultiplyAdd(x, g1_1, d6_1);
                    d4_0 = TSimd.MultiplyAdd(x, g2_0, d4_0);
                    d4_1 = TSimd.MultiplyAdd(x, g2_1, d4_1);
                    d3_0 = TSimd.MultiplyAdd(x, g3_0, d3_0);
                    d3_1 = TSimd.MultiplyAdd(x, g3_1, d3_1);
                    x = TSimd.Set(x2[2]);
                    d8_0 = TSimd.MultiplyAdd(x, g0_0, d8_0);
                    d8_1 = TSimd.MultiplyAdd(x, g0_1, d8_1);
                    d7_0 = TSimd.MultiplyAdd(x, g1_0, d7_0);
                    d7_1 = TSimd.MultiplyAdd(x, g1_1, d7_1);
                    d5_0 = TSimd.MultiplyAdd(x, g2_0, d5_0);
                    d5_1 = TSimd.MultiplyAdd(x, g2_1, d5_1);
                    d4_0 = TSimd.MultiplyAdd(x, g3_0, d4_0);
                    d4_1 = TSimd.MultiplyAdd(x, g3_1, d4_1);
                    x = TSimd.Set(x2[3]);
                    d8_0 = TSimd.MultiplyAdd(x, g1_0, d8_0);
                    d8_1 = TSimd.MultiplyAdd(x, g1_1, d8_1);
                    d5_0 = TSimd.MultiplyAdd(x, g3_0, d5_0);
                    d5_1 = TSimd.MultiplyAdd(x, g3_1, d5_1);
                    x = TSimd.Set(x3[0]);
                    d6_0 = TSimd.MultiplyAdd(x, g2_0, d6_0);
                    d6_1 = TSimd.MultiplyAdd(x, g2_1, d6_1);
                    x = TSimd.Set(x3[1]);
                    d7_0 = TSimd.MultiplyAdd(x, g2_0, d7_0);
                    d7_1 = TSimd.MultiplyAdd(x, g2_1, d7_1);
                    d6_0 = TSimd.MultiplyAdd(x, g3_0, d6_0);
                    d6_1 = TSimd.MultiplyAdd(x, g3_1, d6_1);
                    x = TSimd.Set(x3[2]);
                    d8_0 = TSimd.MultiplyAdd(x, g2_0, d8_0);
                    d8_1 = TSimd.MultiplyAdd(x, g2_1, d8_1);
                    d7_0 = TSimd.MultiplyAdd(x, g3_0, d7_0);
                    d7_1 = TSimd.MultiplyAdd(x, g3_1, d7_1);
                    x = TSimd.Set(x3[3]);
                    d8_0 = TSimd.MultiplyAdd(x, g3_0, d8_0);
                    d8_1 = TSimd.MultiplyAdd(x, g3_1, d8_1);
                    output += filters;
                    gradient += filters;
                    x0 += 2;
                    x1 += 2;
                    x2 += 2;
                    x3 += 2;
                }
            }
        }

        TSimd.Store(shape.WeightGradient + (0 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (0 * shape.WeightRow)), d0_0));
        TSimd.Store(shape.WeightGradient + (0 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (0 * shape.WeightRow) + TSimd.Width), d0_1));
        TSimd.Store(shape.WeightGradient + (1 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (1 * shape.WeightRow)), d1_0));
        TSimd.Store(shape.WeightGradient + (1 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (1 * shape.WeightRow) + TSimd.Width), d1_1));
        TSimd.Store(shape.WeightGradient + (2 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (2 * shape.WeightRow)), d2_0));
        TSimd.Store(shape.WeightGradient + (2 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (2 * shape.WeightRow) + TSimd.Width), d2_1));
        TSimd.Store(shape.WeightGradient + (3 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (3 * shape.WeightRow)), d3_0));
        TSimd.Store(shape.WeightGradient + (3 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (3 * shape.WeightRow) + TSimd.Width), d3_1));
        TSimd.Store(shape.WeightGradient + (4 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (4 * shape.WeightRow)), d4_0));
        TSimd.Store(shape.WeightGradient + (4 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (4 * shape.WeightRow) + TSimd.Width), d4_1));
        TSimd.Store(shape.WeightGradient + (5 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (5 * shape.WeightRow)), d5_0));
        TSimd.Store(shape.WeightGradient + (5 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (5 * shape.WeightRow) + TSimd.Width), d5_1));
        TSimd.Store(shape.WeightGradient + (6 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (6 * shape.WeightRow)), d6_0));
        TSimd.Store(shape.WeightGradient + (6 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (6 * shape.WeightRow) + TSimd.Width), d6_1));
        TSimd.Store(shape.WeightGradient + (7 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (7 * shape.WeightRow)), d7_0));
        TSimd.Store(shape.WeightGradient + (7 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (7 * shape.WeightRow) + TSimd.Width), d7_1));
        TSimd.Store(shape.WeightGradient + (8 * shape.WeightRow), TSimd.Add(TSimd.Load(shape.WeightGradient + (8 * shape.WeightRow)), d8_0));
        TSimd.Store(shape.WeightGradient + (8 * shape.WeightRow) + TSimd.Width, TSimd.Add(TSimd.Load(shape.WeightGradient + (8 * shape.WeightRow) + TSimd.Width), d8_1));
        TSimd.Store(shape.BiasGradient, TSimd.Add(TSimd.Load(shape.BiasGradient), bias0));
        TSimd.Store(shape.BiasGradient + TSimd.Width, TSimd.Add(TSimd.Load(shape.BiasGradient + TSimd.Width), bias1));
    }
}
