using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>Kernels over 256-bit vectors.</summary>
internal readonly unsafe struct Lanes256 : ILanes<Vector256<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // The control byte of VRANGEPS: of two values that with the smaller magnitude, with the sign of the first.
    private const byte SmallerMagnitudeWithFirstSign = 0b0010;

    public static int Width => Vector256<float>.Count;

    public static bool HasWideRegisterFile => Vector512.IsHardwareAccelerated;

    public static Vector256<float> Zero => Vector256<float>.Zero;

    [MethodImpl(Inline)]
    public static Vector256<float> Load(float* source) => Vector256.Load(source);

    [MethodImpl(Inline)]
    public static Vector256<float> LoadBytes(byte* source) => Avx2.IsSupported
        ? Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(source))
        : Vector256.Create(Lanes128.LoadBytes(source), Lanes128.LoadBytes(source + 4));

    [MethodImpl(Inline)]
    public static void Store(float* destination, Vector256<float> value) => value.Store(destination);

    [MethodImpl(Inline)]
    public static Vector256<float> Broadcast(float value) => Vector256.Create(value);

    [MethodImpl(Inline)]
    public static Vector256<float> Add(Vector256<float> left, Vector256<float> right) => left + right;

    [MethodImpl(Inline)]
    public static Vector256<float> Subtract(Vector256<float> left, Vector256<float> right) => left - right;

    [MethodImpl(Inline)]
    public static Vector256<float> Multiply(Vector256<float> left, Vector256<float> right) => left * right;

    [MethodImpl(Inline)]
    public static Vector256<float> Divide(Vector256<float> left, Vector256<float> right) => left / right;

    [MethodImpl(Inline)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) =>
        Vector256.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(Inline)]
    public static Vector256<float> Max(Vector256<float> left, Vector256<float> right) => Vector256.MaxNative(left, right);

    [MethodImpl(Inline)]
    public static Vector256<float> Min(Vector256<float> left, Vector256<float> right) => Vector256.MinNative(left, right);

    [MethodImpl(Inline)]
    public static Vector256<float> Clamp(Vector256<float> value, Vector256<float> low, Vector256<float> high) => Avx512DQ.VL.IsSupported
        ? Avx512DQ.VL.Range(value, high, SmallerMagnitudeWithFirstSign)
        : Vector256.MaxNative(Vector256.MinNative(value, high), low);

    [MethodImpl(Inline)]
    public static Vector256<float> ScaleDown(Vector256<float> value, Vector256<float> exponent) =>
        value * ((Vector256.ConvertToInt32Native(exponent) + Vector256.Create(127)) << 23).AsSingle();

    [MethodImpl(Inline)]
    public static Vector256<float> Log(Vector256<float> value) => Vector256.Log(value);

    [MethodImpl(Inline)]
    public static Vector256<float> WhereEqual(Vector256<float> left, Vector256<float> right, Vector256<float> value) =>
        Vector256.Equals(left, right) & value;

    [MethodImpl(Inline)]
    public static float Sum(Vector256<float> value) => Vector256.Sum(value);

    [MethodImpl(Inline)]
    public static Vector256<float> AddScaled(double* totals, int* values, double scale)
    {
        int half = Vector256<double>.Count;
        Vector256<int> whole = Vector256.Load(values);
        Vector256<double> lower = Vector256.Load(totals) + (Vector256.ConvertToDouble(Vector256.WidenLower(whole)) * scale);
        Vector256<double> upper = Vector256.Load(totals + half) + (Vector256.ConvertToDouble(Vector256.WidenUpper(whole)) * scale);
        lower.Store(totals);
        upper.Store(totals + half);
        return Vector256.Narrow(lower, upper);
    }

    [MethodImpl(Inline)]
    public static void StoreWords(short* destination, Vector256<float> value)
    {
        Vector256<int> whole = Vector256.ConvertToInt32Native(value);
        Vector128.Narrow(whole.GetLower(), whole.GetUpper()).Store(destination);
    }

    [MethodImpl(Inline)]
    public static Vector128<float> Sums(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) =>
        Lanes128.Sums(a.GetLower() + a.GetUpper(), b.GetLower() + b.GetUpper(), c.GetLower() + c.GetUpper(), d.GetLower() + d.GetUpper());
}
