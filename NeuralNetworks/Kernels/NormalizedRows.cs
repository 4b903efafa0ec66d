using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>
/// Batch normalisation fused with the 2x2 max-pooling behind it: two rows of x become one pooled row of a * x + b, while they are in the
/// L1 cache, channels in the lanes. Winners are kept in two bits each, sixteen to a lane, as <see cref="PooledRows{TSimd, TVector}"/> does.
/// </summary>
internal static unsafe class NormalizedRows<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int WindowsPerLane = PooledRows<TSimd, TVector>.WindowsPerLane;

    /// <summary>Rows <paramref name="x"/> and the one <paramref name="row"/> behind it to one of <paramref name="columns"/> pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pool(float* x, nint row, int columns, int channels, float* a, float* b, bool relu, float* output, float* winners)
    {
        var least = TSimd.Set(relu ? 0 : float.NegativeInfinity);
        for (var channel = 0; channel < channels; channel += TSimd.Width)
        {
            float* upper = x + channel, lower = upper + row, y = output + channel, won = winners + channel;
            TVector factor = TSimd.Load(a + channel), offset = TSimd.Load(b + channel);
            for (var left = columns; left > 0; left -= WindowsPerLane)
            {
                var packed = TSimd.Zero;
                for (var column = Math.Min(left, WindowsPerLane); column > 0; column--)
                {
                    TVector v0 = TSimd.MultiplyAdd(TSimd.Load(upper), factor, offset), v1 = TSimd.MultiplyAdd(TSimd.Load(upper + channels), factor, offset);
                    TVector v2 = TSimd.MultiplyAdd(TSimd.Load(lower), factor, offset), v3 = TSimd.MultiplyAdd(TSimd.Load(lower + channels), factor, offset);
                    var max = TSimd.Max(TSimd.Max(v0, v1), TSimd.Max(v2, v3));
                    packed = TSimd.PushIndex(packed, TSimd.IndexOfMax(v0, v1, v2, max));
                    TSimd.Store(y, TSimd.Max(least, max));
                    upper += 2 * channels;
                    lower += 2 * channels;
                    y += channels;
                }

                TSimd.Store(won, packed);
                won += channels;
            }
        }
    }

    /// <summary>Adds, per channel, the sums of dy and of dy * (x - mean) over the winners; masks dy in place where a ReLU cut y off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddGradientSums(float* x, nint row, int columns, int channels, float* output, float* gradient, float* winners, float* means, bool relu,
        float* sums, float* products)
    {
        for (var channel = 0; channel < channels; channel += TSimd.Width)
        {
            float* upper = x + channel, lower = upper + row, y = output + channel, dy = gradient + channel, won = winners + channel;
            TVector mean = TSimd.Load(means + channel), sum = TSimd.Load(sums + channel), product = TSimd.Load(products + channel);
            for (var left = columns; left > 0; left -= WindowsPerLane)
            {
                var count = Math.Min(left, WindowsPerLane);
                var packed = TSimd.ShiftDown(TSimd.Load(won), 32 - (2 * count));
                won += channels;
                for (var column = count; column > 0; column--)
                {
                    var g = TSimd.Load(dy);
                    if (relu)
                    {
                        g = TSimd.IfGreater(TSimd.Load(y), TSimd.Zero, g, TSimd.Zero);
                        TSimd.Store(dy, g);
                    }

                    var first = TSimd.Add(TSimd.IfIndex(packed, 0, TSimd.Load(upper)), TSimd.IfIndex(packed, 1, TSimd.Load(upper + channels)));
                    var second = TSimd.Add(TSimd.IfIndex(packed, 2, TSimd.Load(lower)), TSimd.IfIndex(packed, 3, TSimd.Load(lower + channels)));
                    sum = TSimd.Add(sum, g);
                    product = TSimd.MultiplyAdd(g, TSimd.Subtract(TSimd.Add(first, second), mean), product);
                    packed = TSimd.ShiftDown(packed, 2);
                    upper += 2 * channels;
                    lower += 2 * channels;
                    y += channels;
                    dy += channels;
                }
            }

            TSimd.Store(sums + channel, sum);
            TSimd.Store(products + channel, product);
        }
    }

    /// <summary>dx = p * dy + q * x + r for the winner of each window, q * x + r for the other three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unpool(float* x, float* dx, nint row, int columns, int channels, float* gradient, float* winners, float* p, float* q, float* r)
    {
        for (var channel = 0; channel < channels; channel += TSimd.Width)
        {
            float* upper = x + channel, lower = upper + row, dUpper = dx + channel, dLower = dUpper + row, dy = gradient + channel, won = winners + channel;
            TVector byGradient = TSimd.Load(p + channel), byValue = TSimd.Load(q + channel), offset = TSimd.Load(r + channel);
            for (var left = columns; left > 0; left -= WindowsPerLane)
            {
                var count = Math.Min(left, WindowsPerLane);
                var packed = TSimd.ShiftDown(TSimd.Load(won), 32 - (2 * count));
                won += channels;
                for (var column = count; column > 0; column--)
                {
                    var g = TSimd.Multiply(byGradient, TSimd.Load(dy));
                    TSimd.Store(dUpper, TSimd.Add(TSimd.IfIndex(packed, 0, g), TSimd.MultiplyAdd(byValue, TSimd.Load(upper), offset)));
                    TSimd.Store(dUpper + channels, TSimd.Add(TSimd.IfIndex(packed, 1, g), TSimd.MultiplyAdd(byValue, TSimd.Load(upper + channels), offset)));
                    TSimd.Store(dLower, TSimd.Add(TSimd.IfIndex(packed, 2, g), TSimd.MultiplyAdd(byValue, TSimd.Load(lower), offset)));
                    TSimd.Store(dLower + channels, TSimd.Add(TSimd.IfIndex(packed, 3, g), TSimd.MultiplyAdd(byValue, TSimd.Load(lower + channels), offset)));
                    packed = TSimd.ShiftDown(packed, 2);
                    upper += 2 * channels;
                    lower += 2 * channels;
                    dUpper += 2 * channels;
                    dLower += 2 * channels;
                    dy += channels;
                }
            }
        }
    }

    /// <summary>dx = q * x + r, where there is no dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CombineWithout(float* x, float* dx, nint length, int channels, float* q, float* r)
    {
        for (nint at = 0; at < length; at += channels)
        {
            for (var channel = 0; channel < channels; channel += TSimd.Width)
                TSimd.Store(dx + at + channel, TSimd.MultiplyAdd(TSimd.Load(q + channel), TSimd.Load(x + at + channel), TSimd.Load(r + channel)));
        }
    }
}
