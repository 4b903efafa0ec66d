using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>A convolution of each channel by itself, channels last: one multiplication a tap for a vector of channels.</summary>
internal static unsafe class DepthwiseKernel
{
    /// <summary>One row of output, <c>[columns, channels]</c>.</summary>
    /// <param name="width">The vector width.</param>
    /// <param name="input">The window of the first column, in an image with its border.</param>
    /// <param name="offsets">Where each tap lies in a window.</param>
    /// <param name="taps">How many taps there are.</param>
    /// <param name="step">From one window to the next.</param>
    /// <param name="weights"><c>[taps, channels]</c>.</param>
    /// <param name="bias"><c>[channels]</c>.</param>
    /// <param name="output">What is written.</param>
    /// <param name="columns">Windows in the row.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="limits">Lower and upper limit of what is stored.</param>
    public static void Row(
        SimdWidth width, float* input, nint* offsets, int taps, nint step, float* weights, float* bias, float* output, int columns, int channels, (float Lowest, float Highest) limits)
    {
        switch (width)
        {
            case SimdWidth.Bits512 when channels >= Vector512<float>.Count:
                Row<Simd512, Vector512<float>>(input, offsets, taps, step, weights, bias, output, columns, channels, limits);
                break;
            case SimdWidth.Bits512 or SimdWidth.Bits256 when channels >= Vector256<float>.Count:
                Row<Simd256, Vector256<float>>(input, offsets, taps, step, weights, bias, output, columns, channels, limits);
                break;
            case SimdWidth.Bits512 or SimdWidth.Bits256 or SimdWidth.Bits128 when channels >= Vector128<float>.Count:
                Row<Simd128, Vector128<float>>(input, offsets, taps, step, weights, bias, output, columns, channels, limits);
                break;
            default:
                Row<SimdScalar, float>(input, offsets, taps, step, weights, bias, output, columns, channels, limits);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<TSimd, TVector>(
        float* input, nint* offsets, int taps, nint step, float* weights, float* bias, float* output, int columns, int channels, (float Lowest, float Highest) limits)
        where TVector : struct
        where TSimd : struct, ISimd<TVector>
    {
        TVector lowest = TSimd.Set(limits.Lowest), highest = TSimd.Set(-limits.Highest);
        for (var next = 0; next < channels; next += TSimd.Width)
        {
            // The last vector ends with the last channel; what it shares with the one before comes out the same.
            var channel = Math.Min(next, channels - TSimd.Width);
            var offset = TSimd.Load(bias + channel);
            var column = 0;
            for (; column + 4 <= columns; column += 4)
            {
                var window = input + (column * step) + channel;
                TVector a = offset, b = offset, c = offset, d = offset;
                for (var tap = 0; tap < taps; tap++)
                {
                    var weight = TSimd.Load(weights + ((nint)tap * channels) + channel);
                    var place = window + offsets[tap];
                    a = TSimd.MultiplyAdd(TSimd.Load(place), weight, a);
                    b = TSimd.MultiplyAdd(TSimd.Load(place + step), weight, b);
                    c = TSimd.MultiplyAdd(TSimd.Load(place + (2 * step)), weight, c);
                    d = TSimd.MultiplyAdd(TSimd.Load(place + (3 * step)), weight, d);
                }

                var target = output + ((nint)column * channels) + channel;
                TSimd.Store(target, Limit<TSimd, TVector>(a, lowest, highest));
                TSimd.Store(target + channels, Limit<TSimd, TVector>(b, lowest, highest));
                TSimd.Store(target + (2 * channels), Limit<TSimd, TVector>(c, lowest, highest));
                TSimd.Store(target + (3 * channels), Limit<TSimd, TVector>(d, lowest, highest));
            }

            for (; column < columns; column++)
            {
                var window = input + (column * step) + channel;
                var sum = offset;
                for (var tap = 0; tap < taps; tap++)
                    sum = TSimd.MultiplyAdd(TSimd.Load(window + offsets[tap]), TSimd.Load(weights + ((nint)tap * channels) + channel), sum);
                TSimd.Store(output + ((nint)column * channels) + channel, Limit<TSimd, TVector>(sum, lowest, highest));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Limit<TSimd, TVector>(TVector value, TVector lowest, TVector negativeHighest)
        where TVector : struct
        where TSimd : struct, ISimd<TVector> =>
        TSimd.Subtract(TSimd.Zero, TSimd.Max(negativeHighest, TSimd.Subtract(TSimd.Zero, TSimd.Max(lowest, value))));
}
