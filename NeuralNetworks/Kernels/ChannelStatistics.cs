using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Statistics over the rows of a matrix <c>[rows, channels]</c>, and the passes of batch normalisation that use them.</summary>
internal static unsafe class ChannelStatistics<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    /// <summary>
    /// Takes rows into running means and sums of squared deviations of <paramref name="seen"/> rows: mean and deviations of the new rows are
    /// found in two passes, then the two groups are joined (Chan, Golub and LeVeque 1979), so nothing large is ever subtracted.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Take(float* values, int rows, int channels, float seen, float* means, float* deviations)
    {
        TVector share = TSimd.Set(1f / rows), weight = TSimd.Set(rows / (seen + rows)), cross = TSimd.Set(seen * rows / (seen + rows));
        for (var channel = 0; channel < channels; channel += TSimd.Width)
        {
            var sum = TSimd.Zero;
            for (var row = 0; row < rows; row++)
                sum = TSimd.Add(sum, TSimd.Load(values + ((nint)row * channels) + channel));
            var mean = TSimd.Multiply(sum, share);
            var squares = TSimd.Zero;
            for (var row = 0; row < rows; row++)
            {
                var deviation = TSimd.Subtract(TSimd.Load(values + ((nint)row * channels) + channel), mean);
                squares = TSimd.MultiplyAdd(deviation, deviation, squares);
            }

            var old = TSimd.Load(means + channel);
            var difference = TSimd.Subtract(mean, old);
            TSimd.Store(means + channel, TSimd.MultiplyAdd(difference, weight, old));
            squares = TSimd.MultiplyAdd(TSimd.Multiply(difference, difference), cross, squares);
            TSimd.Store(deviations + channel, TSimd.Add(TSimd.Load(deviations + channel), squares));
        }
    }

    /// <summary>y = a * x + b with a and b per channel, then ReLU if asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(float* x, float* y, int rows, int channels, float* a, float* b, bool relu)
    {
        var least = TSimd.Set(relu ? 0 : float.NegativeInfinity);
        for (var row = 0; row < rows; row++)
        {
            for (var channel = 0; channel < channels; channel += TSimd.Width)
                TSimd.Store(y + channel, TSimd.Max(least, TSimd.MultiplyAdd(TSimd.Load(x + channel), TSimd.Load(a + channel), TSimd.Load(b + channel))));
            x += channels;
            y += channels;
        }
    }

    /// <summary>Adds, per channel, the sums of dy and of dy * (x - mean) over rows; masks dy in place where a ReLU cut y off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddGradientSums(float* x, float* y, float* dy, int rows, int channels, float* means, bool relu, float* sums, float* products)
    {
        for (var channel = 0; channel < channels; channel += TSimd.Width)
        {
            TVector mean = TSimd.Load(means + channel), sum = TSimd.Load(sums + channel), product = TSimd.Load(products + channel);
            for (var at = (nint)channel; at < (nint)rows * channels; at += channels)
            {
                var g = TSimd.Load(dy + at);
                if (relu)
                {
                    g = TSimd.IfGreater(TSimd.Load(y + at), TSimd.Zero, g, TSimd.Zero);
                    TSimd.Store(dy + at, g);
                }

                sum = TSimd.Add(sum, g);
                product = TSimd.MultiplyAdd(g, TSimd.Subtract(TSimd.Load(x + at), mean), product);
            }

            TSimd.Store(sums + channel, sum);
            TSimd.Store(products + channel, product);
        }
    }

    /// <summary>dx = p * dy + q * x + r with p, q and r per channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine(float* x, float* dy, float* dx, int rows, int channels, float* p, float* q, float* r)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var channel = 0; channel < channels; channel += TSimd.Width)
            {
                var value = TSimd.MultiplyAdd(TSimd.Load(q + channel), TSimd.Load(x + channel), TSimd.Load(r + channel));
                TSimd.Store(dx + channel, TSimd.MultiplyAdd(TSimd.Load(p + channel), TSimd.Load(dy + channel), value));
            }

            x += channels;
            dy += channels;
            dx += channels;
        }
    }
}
