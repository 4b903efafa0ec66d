using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// 2x2 max-pooling fused behind a convolution: two rows of raw sums become one pooled row with bias, ReLU and dropout, before they leave
/// the L1 cache. Winners are kept in two bits each, sixteen to a lane.
/// </summary>
internal static unsafe class PooledRows<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    public const int WindowsPerLane = 16;

    /// <summary>Two rows <c>[2 * columns, channels]</c> to one row <c>[columns, channels]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(float* upper, float* lower, int columns, int channels, float* bias, bool relu, bool drop, in DropoutMask mask, uint position,
        float* output, float* winners)
    {
        var least = TSimd.Set(relu ? 0 : float.NegativeInfinity);
        for (var channel = 0; channel < channels; channel += TSimd.Width)
        {
            float* a = upper + channel, b = lower + channel, y = output + channel, won = winners + channel;
            var offset = bias == null ? TSimd.Zero : TSimd.Load(bias + channel);
            var at = position + (uint)channel;
            for (var left = columns; left > 0; left -= WindowsPerLane)
            {
                var packed = TSimd.Zero;
                for (var column = Math.Min(left, WindowsPerLane); column > 0; column--)
                {
                    TVector v0 = TSimd.Load(a), v1 = TSimd.Load(a + channels), v2 = TSimd.Load(b), v3 = TSimd.Load(b + channels);
                    var max = TSimd.Max(TSimd.Max(v0, v1), TSimd.Max(v2, v3));
                    packed = TSimd.PushIndex(packed, TSimd.IndexOfMax(v0, v1, v2, max));
                    max = TSimd.Max(least, TSimd.Add(max, offset));
                    if (drop)
                        max = TSimd.Multiply(max, TSimd.Keep(mask.Key, at, mask.Threshold, mask.Scale));
                    TSimd.Store(y, max);
                    a += 2 * channels;
                    b += 2 * channels;
                    y += channels;
                    at += (uint)channels;
                }

                TSimd.Store(won, packed);
                won += channels;
            }
        }
    }

    /// <summary>
    /// The way back: each pooled gradient, where the output is positive (or always, without ReLU), goes to its winner, zero to the other
    /// three; adds the sum over the row to <paramref name="biasGradient"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(float* output, float* gradient, float* winners, int columns, int channels, bool relu, float scale, float* upper, float* lower,
        float* biasGradient)
    {
        var factor = TSimd.Set(scale);
        for (var channel = 0; channel < channels; channel += TSimd.Width)
        {
            float* a = upper + channel, b = lower + channel, y = output + channel, dy = gradient + channel, won = winners + channel;
            var sum = TSimd.Load(biasGradient + channel);
            for (var left = columns; left > 0; left -= WindowsPerLane)
            {
                var count = Math.Min(left, WindowsPerLane);
                var packed = TSimd.ShiftDown(TSimd.Load(won), 32 - (2 * count));
                won += channels;
                for (var column = count; column > 0; column--)
                {
                    var g = TSimd.Multiply(factor, TSimd.Load(dy));
                    if (relu)
                        g = TSimd.IfGreater(TSimd.Load(y), TSimd.Zero, g, TSimd.Zero);
                    sum = TSimd.Add(sum, g);
                    TSimd.Store(a, TSimd.IfIndex(packed, 0, g));
                    TSimd.Store(a + channels, TSimd.IfIndex(packed, 1, g));
                    TSimd.Store(b, TSimd.IfIndex(packed, 2, g));
                    TSimd.Store(b + channels, TSimd.IfIndex(packed, 3, g));
                    packed = TSimd.ShiftDown(packed, 2);
                    a += 2 * channels;
                    b += 2 * channels;
                    y += channels;
                    dy += channels;
                }
            }

            TSimd.Store(biasGradient + channel, sum);
        }
    }
}
