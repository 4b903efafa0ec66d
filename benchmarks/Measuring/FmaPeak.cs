using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetFashion.Benchmarks;

/// <summary>
/// What the processor can do at best: fused multiply-adds on registers alone, twelve independent chains a thread (latency times ports),
/// in the widest vectors there are.
/// </summary>
internal static class FmaPeak
{
    private const int Chains = 12;

    /// <summary>Operations a second with that many threads: the best of five stretches of at least 20 milliseconds.</summary>
    public static double Measure(int threads)
    {
        var best = 0.0;
        for (var attempt = 0; attempt < 5; attempt++)
            best = Math.Max(best, Stretch(threads));
        return best;
    }

    /// <summary>Bits of the vectors it is measured with.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static double Stretch(int threads)
    {
        const long iterations = 2_000_000;
        var seconds = new double[threads];
        var workers = new Thread[threads];
        using var start = new Barrier(threads);
        for (var i = 0; i < threads; i++)
        {
            var worker = i;
            workers[i] = new Thread(() =>
            {
                start.SignalAndWait();
                var began = Stopwatch.GetTimestamp();
                var sum = Run(iterations);
                seconds[worker] = Stopwatch.GetElapsedTime(began).TotalSeconds + (float.IsNaN(sum) ? 1 : 0);
            });
            workers[i].Start();
        }

        foreach (var worker in workers)
            worker.Join();
        return 2.0 * Chains * (VectorBits / 32) * iterations * threads / seconds.Max();
    }

    private static float Run(long iterations) => VectorBits switch
    {
        512 => Run512(iterations),
        256 => Run256(iterations),
        _ => Run128(iterations),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run512(long iterations)
    {
        var factor = Vector512.Create(0.999f);
        Vector512<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor;
        Vector512<float> g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; iterations > 0; iterations--)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, factor);
            b = Vector512.FusedMultiplyAdd(b, factor, factor);
            c = Vector512.FusedMultiplyAdd(c, factor, factor);
            d = Vector512.FusedMultiplyAdd(d, factor, factor);
            e = Vector512.FusedMultiplyAdd(e, factor, factor);
            f = Vector512.FusedMultiplyAdd(f, factor, factor);
            g = Vector512.FusedMultiplyAdd(g, factor, factor);
            h = Vector512.FusedMultiplyAdd(h, factor, factor);
            i = Vector512.FusedMultiplyAdd(i, factor, factor);
            j = Vector512.FusedMultiplyAdd(j, factor, factor);
            k = Vector512.FusedMultiplyAdd(k, factor, factor);
            l = Vector512.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run256(long iterations)
    {
        var factor = Vector256.Create(0.999f);
        Vector256<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor;
        Vector256<float> g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; iterations > 0; iterations--)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, factor);
            b = Vector256.FusedMultiplyAdd(b, factor, factor);
            c = Vector256.FusedMultiplyAdd(c, factor, factor);
            d = Vector256.FusedMultiplyAdd(d, factor, factor);
            e = Vector256.FusedMultiplyAdd(e, factor, factor);
            f = Vector256.FusedMultiplyAdd(f, factor, factor);
            g = Vector256.FusedMultiplyAdd(g, factor, factor);
            h = Vector256.FusedMultiplyAdd(h, factor, factor);
            i = Vector256.FusedMultiplyAdd(i, factor, factor);
            j = Vector256.FusedMultiplyAdd(j, factor, factor);
            k = Vector256.FusedMultiplyAdd(k, factor, factor);
            l = Vector256.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run128(long iterations)
    {
        var factor = Vector128.Create(0.999f);
        Vector128<float> a = factor, b = factor, c = factor, d = factor, e = factor, f = factor;
        Vector128<float> g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; iterations > 0; iterations--)
        {
            a = Vector128.FusedMultiplyAdd(a, factor, factor);
            b = Vector128.FusedMultiplyAdd(b, factor, factor);
            c = Vector128.FusedMultiplyAdd(c, factor, factor);
            d = Vector128.FusedMultiplyAdd(d, factor, factor);
            e = Vector128.FusedMultiplyAdd(e, factor, factor);
            f = Vector128.FusedMultiplyAdd(f, factor, factor);
            g = Vector128.FusedMultiplyAdd(g, factor, factor);
            h = Vector128.FusedMultiplyAdd(h, factor, factor);
            i = Vector128.FusedMultiplyAdd(i, factor, factor);
            j = Vector128.FusedMultiplyAdd(j, factor, factor);
            k = Vector128.FusedMultiplyAdd(k, factor, factor);
            l = Vector128.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
