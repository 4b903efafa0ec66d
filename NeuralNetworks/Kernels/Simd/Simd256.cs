using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V = System.Runtime.Intrinsics.Vector256<float>;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>256-bit vectors: AVX2 with FMA, with the 32 registers of AVX-512 where there are.</summary>
internal readonly unsafe struct Simd256 : ISimd<Vector256<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static int Width
    {
        [MethodImpl(Inline)]
        get => 8;
    }

    public static int Registers
    {
        [MethodImpl(Inline)]
        get => Vector512.IsHardwareAccelerated ? 32 : 16;
    }

    public static V Zero
    {
        [MethodImpl(Inline)]
        get => V.Zero;
    }

    [MethodImpl(Inline)]
    public static V Load(float* address) => Vector256.Load(address);

    [MethodImpl(Inline)]
    public static void Store(float* address, V value) => value.Store(address);

    [MethodImpl(Inline)]
    public static void StoreStreaming(float* address, V value) => value.StoreAlignedNonTemporal(address);

    [MethodImpl(Inline)]
    public static V Set(float value) => Vector256.Create(value);

    [MethodImpl(Inline)]
    public static V LoadBytes(byte* address) => Vector256.ConvertToSingle(Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32(address)
        : Vector256.Create(Bytes.WidenFour(address), Bytes.WidenFour(address + 4)));

    [MethodImpl(Inline)]
    public static V Add(V a, V b) => a + b;

    [MethodImpl(Inline)]
    public static V Subtract(V a, V b) => a - b;

    [MethodImpl(Inline)]
    public static V Multiply(V a, V b) => a * b;

    [MethodImpl(Inline)]
    public static V Divide(V a, V b) => a / b;

    [MethodImpl(Inline)]
    public static V SquareRoot(V a) => Vector256.Sqrt(a);

    [MethodImpl(Inline)]
    public static V MultiplyAdd(V a, V b, V c) => Vector256.FusedMultiplyAdd(a, b, c);

    [MethodImpl(Inline)]
    public static V Max(V a, V b) => Vector256.MaxNative(a, b);

    [MethodImpl(Inline)]
    public static V Abs(V a) => Vector256.Abs(a);

    [MethodImpl(Inline)]
    public static V Round(V a) => Vector256.Round(a);

    [MethodImpl(Inline)]
    public static V PowerOfTwo(V a) => ((Vector256.ConvertToInt32Native(a) + Vector256.Create(127)) << 23).AsSingle();

    [MethodImpl(Inline)]
    public static V IfGreater(V a, V b, V x, V y) => Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), x, y);

    [MethodImpl(Inline)]
    public static float Sum(V a) => Vector256.Sum(a);

    [MethodImpl(Inline)]
    public static ulong NonZeros(V a) => (~Vector256.Equals(a, V.Zero)).ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    public static V IndexOfMax(V a, V b, V c, V max)
    {
        var index = Vector256.ConditionalSelect(Vector256.Equals(c, max).AsInt32(), Vector256.Create(2), Vector256.Create(3));
        index = Vector256.ConditionalSelect(Vector256.Equals(b, max).AsInt32(), Vector256.Create(1), index);
        return Vector256.ConditionalSelect(Vector256.Equals(a, max).AsInt32(), Vector256<int>.Zero, index).AsSingle();
    }

    [MethodImpl(Inline)]
    public static V PushIndex(V packed, V index) => ((packed.AsInt32() >>> 2) | (index.AsInt32() << 30)).AsSingle();

    [MethodImpl(Inline)]
    public static V ShiftDown(V packed, int bits) => (packed.AsInt32() >>> bits).AsSingle();

    [MethodImpl(Inline)]
    public static V IfIndex(V packed, int index, V value) => Vector256.ConditionalSelect(
        Vector256.Equals(packed.AsInt32() & Vector256.Create(3), Vector256.Create(index)).AsSingle(), value, V.Zero);

    [MethodImpl(Inline)]
    public static V Keep(uint key, uint position, uint threshold, float scale)
    {
        var x = Vector256.Create(unchecked(key + position)) + Vector256<uint>.Indices;
        x ^= x >>> 16;
        x *= DropoutMask.FirstFactor;
        x ^= x >>> 15;
        x *= DropoutMask.SecondFactor;
        x ^= x >>> 16;
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(x, Vector256.Create(threshold)).AsSingle(), Vector256.Create(scale), V.Zero);
    }
}
