using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V = System.Runtime.Intrinsics.Vector512<float>;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>512-bit vectors: AVX-512.</summary>
internal readonly unsafe struct Simd512 : ISimd<Vector512<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static int Width
    {
        [MethodImpl(Inline)]
        get => 16;
    }

    public static int Registers
    {
        [MethodImpl(Inline)]
        get => 32;
    }

    public static V Zero
    {
        [MethodImpl(Inline)]
        get => V.Zero;
    }

    [MethodImpl(Inline)]
    public static V Load(float* address) => Vector512.Load(address);

    [MethodImpl(Inline)]
    public static void Store(float* address, V value) => value.Store(address);

    [MethodImpl(Inline)]
    public static void StoreStreaming(float* address, V value) => value.StoreAlignedNonTemporal(address);

    [MethodImpl(Inline)]
    public static V Set(float value) => Vector512.Create(value);

    [MethodImpl(Inline)]
    public static V LoadBytes(byte* address) => Vector512.ConvertToSingle(Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(Vector128.Load(address))
        : Vector512.Create(
            Vector256.Create(Bytes.WidenFour(address), Bytes.WidenFour(address + 4)),
            Vector256.Create(Bytes.WidenFour(address + 8), Bytes.WidenFour(address + 12))));

    [MethodImpl(Inline)]
    public static V Add(V a, V b) => a + b;

    [MethodImpl(Inline)]
    public static V Subtract(V a, V b) => a - b;

    [MethodImpl(Inline)]
    public static V Multiply(V a, V b) => a * b;

    [MethodImpl(Inline)]
    public static V Divide(V a, V b) => a / b;

    [MethodImpl(Inline)]
    public static V SquareRoot(V a) => Vector512.Sqrt(a);

    [MethodImpl(Inline)]
    public static V MultiplyAdd(V a, V b, V c) => Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(Inline)]
    public static V Max(V a, V b) => Vector512.MaxNative(a, b);

    [MethodImpl(Inline)]
    public static V Abs(V a) => Vector512.Abs(a);

    [MethodImpl(Inline)]
    public static V Round(V a) => Vector512.Round(a);

    [MethodImpl(Inline)]
    public static V PowerOfTwo(V a) => ((Vector512.ConvertToInt32Native(a) + Vector512.Create(127)) << 23).AsSingle();

    [MethodImpl(Inline)]
    public static V IfGreater(V a, V b, V x, V y) => Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), x, y);

    [MethodImpl(Inline)]
    public static float Sum(V a) => Vector512.Sum(a);

    [MethodImpl(Inline)]
    public static ulong NonZeros(V a) => (~Vector512.Equals(a, V.Zero)).ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    public static V IndexOfMax(V a, V b, V c, V max)
    {
        var index = Vector512.ConditionalSelect(Vector512.Equals(c, max).AsInt32(), Vector512.Create(2), Vector512.Create(3));
        index = Vector512.ConditionalSelect(Vector512.Equals(b, max).AsInt32(), Vector512.Create(1), index);
        return Vector512.ConditionalSelect(Vector512.Equals(a, max).AsInt32(), Vector512<int>.Zero, index).AsSingle();
    }

    [MethodImpl(Inline)]
    public static V PushIndex(V packed, V index) => ((packed.AsInt32() >>> 2) | (index.AsInt32() << 30)).AsSingle();

    [MethodImpl(Inline)]
    public static V ShiftDown(V packed, int bits) => (packed.AsInt32() >>> bits).AsSingle();

    [MethodImpl(Inline)]
    public static V IfIndex(V packed, int index, V value) => Vector512.ConditionalSelect(
        Vector512.Equals(packed.AsInt32() & Vector512.Create(3), Vector512.Create(index)).AsSingle(), value, V.Zero);

    [MethodImpl(Inline)]
    public static V Keep(uint key, uint position, uint threshold, float scale)
    {
        var x = Vector512.Create(unchecked(key + position)) + Vector512<uint>.Indices;
        x ^= x >>> 16;
        x *= DropoutMask.FirstFactor;
        x ^= x >>> 15;
        x *= DropoutMask.SecondFactor;
        x ^= x >>> 16;
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x, Vector512.Create(threshold)).AsSingle(), Vector512.Create(scale), V.Zero);
    }
}
