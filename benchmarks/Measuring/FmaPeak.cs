using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.Benchmarks;

/// <summary>
/// What the processor can do at best: fused multiply-adds on registers alone, twelve independent chains a thread (latency times ports),
/// in the vectors that the engine uses.
/// </summary>
internal static class FmaPeak
{
    private const int Chains = 12;

    /// <summary>Operations a second with that many threads: the best of five stretches of at least 20 milliseconds.</summary>
    public static double Measure(int threads) => Measure(threads, SimdChoice.Current);

    /// <summary>The same in vectors of another width.</summary>
    public static double Measure(int threads, SimdWidth width)
    {
        var best = 0.0;
        for (var attempt = 0; attempt < 5; attempt++)
            best = Math.Max(best, Stretch(threads, width));
        return best;
    }

    /// <summary>
    /// The widths to look at: the one in use, and half of it. Many processors do 512 bits in two halves, so that the wider is no faster.
    /// </summary>
    public static IEnumerable<SimdWidth> Widths => SimdChoice.Current switch
    {
        SimdWidth.Bits512 => [SimdWidth.Bits512, SimdWidth.Bits256],
        SimdWidth.Bits256 => [SimdWidth.Bits256, SimdWidth.Bits128],
        var width => [width],
    };

    /// <summary>Bits of the vectors in use; 32 for none.</summary>
    public static int VectorBits => SimdChoice.Current == SimdWidth.Scalar ? 32 : (int)SimdChoice.Current;

    private static double Stretch(int threads, SimdWidth width)
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
                var sum = Run(iterations, width);
                seconds[worker] = Stopwatch.GetElapsedTime(began).TotalSeconds + (float.IsNaN(sum) ? 1 : 0);
            });
            workers[i].Start();
        }

        foreach (var worker in workers)
            worker.Join();
        return 2.0 * Chains * Math.Max(1, (int)width / 32) * iterations * threads / seconds.Max();
    }

    private static float Run(long iterations, SimdWidth width) => width switch
    {
        SimdWidth.Bits512 => Run<Simd512, Vector512<float>>(iterations),
        SimdWidth.Bits256 => Run<Simd256, Vector256<float>>(iterations),
        SimdWidth.Bits128 => Run<Simd128, Vector128<float>>(iterations),
        _ => Run<SimdScalar, float>(iterations),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run<TSimd, TVector>(long iterations)
        where TVector : struct
        where TSimd : struct, ISimd<TVector>
    {
        var factor = TSimd.Set(0.999f);
        TVector a = factor, b = factor, c = factor, d = factor, e = factor, f = factor;
        TVector g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; iterations > 0; iterations--)
        {
            a = TSimd.MultiplyAdd(a, factor, factor);
            b = TSimd.MultiplyAdd(b, factor, factor);
            c = TSimd.MultiplyAdd(c, factor, factor);
            d = TSimd.MultiplyAdd(d, factor, factor);
            e = TSimd.MultiplyAdd(e, factor, factor);
            f = TSimd.MultiplyAdd(f, factor, factor);
            g = TSimd.MultiplyAdd(g, factor, factor);
            h = TSimd.MultiplyAdd(h, factor, factor);
            i = TSimd.MultiplyAdd(i, factor, factor);
            j = TSimd.MultiplyAdd(j, factor, factor);
            k = TSimd.MultiplyAdd(k, factor, factor);
            l = TSimd.MultiplyAdd(l, factor, factor);
        }

        var sum = TSimd.Add(TSimd.Add(TSimd.Add(a, b), TSimd.Add(c, d)), TSimd.Add(TSimd.Add(e, f), TSimd.Add(g, h)));
        return TSimd.Sum(TSimd.Add(sum, TSimd.Add(TSimd.Add(i, j), TSimd.Add(k, l))));
    }
}
