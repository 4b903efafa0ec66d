using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>exp(x) for a vector: exp(x) = 2^n * exp(r) with n whole and |r| at most ln(2) / 2, exp(r) by its Taylor polynomial of degree 7.</summary>
internal static class Exponential<TSimd, TVector>
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of(TVector x)
    {
        // Outside, 2^n would leave the floats: there the result is as good as infinite, or as zero.
        var limit = TSimd.Set(87);
        x = TSimd.IfGreater(x, limit, limit, x);
        x = TSimd.IfGreater(TSimd.Set(-87), x, TSimd.Set(-87), x);
        var n = TSimd.Round(TSimd.Multiply(x, TSimd.Set(1.44269504f)));

        // ln(2) in two parts, the first short enough for n * part to be exact.
        var r = TSimd.MultiplyAdd(n, TSimd.Set(-0.693359375f), x);
        r = TSimd.MultiplyAdd(n, TSimd.Set(2.12194440e-4f), r);
        var e = TSimd.MultiplyAdd(r, TSimd.Set(1f / 5040), TSimd.Set(1f / 720));
        e = TSimd.MultiplyAdd(r, e, TSimd.Set(1f / 120));
        e = TSimd.MultiplyAdd(r, e, TSimd.Set(1f / 24));
        e = TSimd.MultiplyAdd(r, e, TSimd.Set(1f / 6));
        e = TSimd.MultiplyAdd(r, e, TSimd.Set(0.5f));
        e = TSimd.MultiplyAdd(r, e, TSimd.Set(1));
        e = TSimd.MultiplyAdd(r, e, TSimd.Set(1));
        return TSimd.Multiply(e, TSimd.PowerOfTwo(n));
    }
}
