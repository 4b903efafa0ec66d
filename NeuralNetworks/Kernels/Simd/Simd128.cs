using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using V = System.Runtime.Intrinsics.Vector128<float>;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>128-bit vectors: SSE on x86, AdvSimd with its 32 registers on ARM64.</summary>
internal readonly unsafe struct Simd128 : ISimd<Vector128<float>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static int Width
    {
        [MethodImpl(Inline)]
        get => 4;
    }

    public static int Registers
    {
        [MethodImpl(Inline)]
        get => AdvSimd.IsSupported || Vector512.IsHardwareAccelerated ? 32 : 16;
    }

    public static V Zero
    {
        [MethodImpl(Inline)]
        get => V.Zero;
    }

    [MethodImpl(Inline)]
    public static V Load(float* address) => Vector128.Load(address);

    [MethodImpl(Inline)]
    public static void Store(float* address, V value) => value.Store(address);

    [MethodImpl(Inline)]
    public static void StoreStreaming(float* address, V value) => value.StoreAlignedNonTemporal(address);

    [MethodImpl(Inline)]
    public static V Set(float value) => Vector128.Create(value);

    [MethodImpl(Inline)]
    public static V LoadBytes(byte* address) => Vector128.ConvertToSingle(Bytes.WidenFour(address));

    [MethodImpl(Inline)]
    public static V Add(V a, V b) => a + b;

    [MethodImpl(Inline)]
    public static V Subtract(V a, V b) => a - b;

    [MethodImpl(Inline)]
    public static V Multiply(V a, V b) => a * b;

    [MethodImpl(Inline)]
    public static V Divide(V a, V b) => a / b;

    [MethodImpl(Inline)]
    public static V SquareRoot(V a) => Vector128.Sqrt(a);

    [MethodImpl(Inline)]
    public static V MultiplyAdd(V a, V b, V c) => Vector128.MultiplyAddEstimate(a, b, c);

    [MethodImpl(Inline)]
    public static V Max(V a, V b) => Vector128.MaxNative(a, b);

    [MethodImpl(Inline)]
    public static V Abs(V a) => Vector128.Abs(a);

    [MethodImpl(Inline)]
    public static V Round(V a) => Vector128.Round(a);

    [MethodImpl(Inline)]
    public static V PowerOfTwo(V a) => ((Vector128.ConvertToInt32Native(a) + Vector128.Create(127)) << 23).AsSingle();

    [MethodImpl(Inline)]
    public static V IfGreater(V a, V b, V x, V y) => Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), x, y);

    [MethodImpl(Inline)]
    public static float Sum(V a) => Vector128.Sum(a);

    [MethodImpl(Inline)]
    public static ulong NonZeros(V a) => (~Vector128.Equals(a, V.Zero)).ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    public static V IndexOfMax(V a, V b, V c, V max)
    {
        var index = Vector128.ConditionalSelect(Vector128.Equals(c, max).AsInt32(), Vector128.Create(2), Vector128.Create(3));
        index = Vector128.ConditionalSelect(Vector128.Equals(b, max).AsInt32(), Vector128.Create(1), index);
        return Vector128.ConditionalSelect(Vector128.Equals(a, max).AsInt32(), Vector128<int>.Zero, index).AsSingle();
    }

    [MethodImpl(Inline)]
    public static V PushIndex(V packed, V index) => ((packed.AsInt32() >>> 2) | (index.AsInt32() << 30)).AsSingle();

    [MethodImpl(Inline)]
    public static V ShiftDown(V packed, int bits) => (packed.AsInt32() >>> bits).AsSingle();

    [MethodImpl(Inline)]
    public static V IfIndex(V packed, int index, V value) => Vector128.ConditionalSelect(
        Vector128.Equals(packed.AsInt32() & Vector128.Create(3), Vector128.Create(index)).AsSingle(), value, V.Zero);

    [MethodImpl(Inline)]
    public static V Keep(uint key, uint position, uint threshold, float scale)
    {
        var x = Vector128.Create(unchecked(key + position)) + Vector128<uint>.Indices;
        x ^= x >>> 16;
        x *= DropoutMask.FirstFactor;
        x ^= x >>> 15;
        x *= DropoutMask.SecondFactor;
        x ^= x >>> 16;
        return Vector128.ConditionalSelect(Vector128.LessThanOrEqual(x, Vector128.Create(threshold)).AsSingle(), Vector128.Create(scale), V.Zero);
    }
}
