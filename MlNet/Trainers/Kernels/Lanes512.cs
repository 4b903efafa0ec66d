using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>Kernels over 512-bit vectors.</summary>
internal readonly unsafe struct Lanes512 : ILanes<Vector512<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // The control byte of VRANGEPS: of two values that with the smaller magnitude, with the sign of the first.
    private const byte SmallerMagnitudeWithFirstSign = 0b0010;

    public static int Width => Vector512<float>.Count;

    public static bool HasWideRegisterFile => true;

    public static Vector512<float> Zero => Vector512<float>.Zero;

    [MethodImpl(Inline)]
    public static Vector512<float> Load(float* source) => Vector512.Load(source);

    [MethodImpl(Inline)]
    public static Vector512<float> LoadBytes(byte* source) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Single(Avx512F.ConvertToVector512Int32(Vector128.Load(source)))
        : Vector512.Create(Lanes256.LoadBytes(source), Lanes256.LoadBytes(source + 8));

    [MethodImpl(Inline)]
    public static void Store(float* destination, Vector512<float> value) => value.Store(destination);

    [MethodImpl(Inline)]
    public static Vector512<float> Broadcast(float value) => Vector512.Create(value);

    [MethodImpl(Inline)]
    public static Vector512<float> Add(Vector512<float> left, Vector512<float> right) => left + right;

    [MethodImpl(Inline)]
    public static Vector512<float> Subtract(Vector512<float> left, Vector512<float> right) => left - right;

    [MethodImpl(Inline)]
    public static Vector512<float> Multiply(Vector512<float> left, Vector512<float> right) => left * right;

    [MethodImpl(Inline)]
    public static Vector512<float> Divide(Vector512<float> left, Vector512<float> right) => left / right;

    [MethodImpl(Inline)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) =>
        Vector512.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(Inline)]
    public static Vector512<float> Max(Vector512<float> left, Vector512<float> right) => Vector512.MaxNative(left, right);

    [MethodImpl(Inline)]
    public static Vector512<float> Min(Vector512<float> left, Vector512<float> right) => Vector512.MinNative(left, right);

    [MethodImpl(Inline)]
    public static Vector512<float> Clamp(Vector512<float> value, Vector512<float> low, Vector512<float> high) => Avx512DQ.IsSupported
        ? Avx512DQ.Range(value, high, SmallerMagnitudeWithFirstSign)
        : Vector512.MaxNative(Vector512.MinNative(value, high), low);

    [MethodImpl(Inline)]
    public static Vector512<float> ScaleDown(Vector512<float> value, Vector512<float> exponent) =>
        value * ((Vector512.ConvertToInt32Native(exponent) + Vector512.Create(127)) << 23).AsSingle();

    [MethodImpl(Inline)]
    public static Vector512<float> Log(Vector512<float> value) => Vector512.Log(value);

    [MethodImpl(Inline)]
    public static Vector512<float> WhereEqual(Vector512<float> left, Vector512<float> right, Vector512<float> value) =>
        Vector512.Equals(left, right) & value;

    [MethodImpl(Inline)]
    public static float Sum(Vector512<float> value) => Vector512.Sum(value);

    [MethodImpl(Inline)]
    public static Vector512<float> AddScaled(double* totals, int* values, double scale)
    {
        int half = Vector512<double>.Count;
        Vector512<int> whole = Vector512.Load(values);
        Vector512<double> lower = Vector512.Load(totals) + (Vector512.ConvertToDouble(Vector512.WidenLower(whole)) * scale);
        Vector512<double> upper = Vector512.Load(totals + half) + (Vector512.ConvertToDouble(Vector512.WidenUpper(whole)) * scale);
        lower.Store(totals);
        upper.Store(totals + half);
        return Vector512.Narrow(lower, upper);
    }

    [MethodImpl(Inline)]
    public static void StoreWords(short* destination, Vector512<float> value)
    {
        Vector512<int> whole = Vector512.ConvertToInt32Native(value);
        Vector256.Narrow(whole.GetLower(), whole.GetUpper()).Store(destination);
    }

    [MethodImpl(Inline)]
    public static Vector128<float> Sums(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) =>
        Lanes256.Sums(a.GetLower() + a.GetUpper(), b.GetLower() + b.GetUpper(), c.GetLower() + c.GetUpper(), d.GetLower() + d.GetUpper());
}
