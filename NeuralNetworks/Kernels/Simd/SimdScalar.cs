using System.Runtime.CompilerServices;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>One float at a time: what runs where there are no vectors, and a plain check on the other widths.</summary>
internal readonly unsafe struct SimdScalar : ISimd<float>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static int Width
    {
        [MethodImpl(Inline)]
        get => 1;
    }

    public static int Registers
    {
        [MethodImpl(Inline)]
        get => 16;
    }

    public static float Zero
    {
        [MethodImpl(Inline)]
        get => 0;
    }

    [MethodImpl(Inline)]
    public static float Load(float* address) => *address;

    [MethodImpl(Inline)]
    public static void Store(float* address, float value) => *address = value;

    [MethodImpl(Inline)]
    public static void StoreStreaming(float* address, float value) => *address = value;

    [MethodImpl(Inline)]
    public static float Set(float value) => value;

    [MethodImpl(Inline)]
    public static float LoadBytes(byte* address) => *address;

    [MethodImpl(Inline)]
    public static float Add(float a, float b) => a + b;

    [MethodImpl(Inline)]
    public static float Subtract(float a, float b) => a - b;

    [MethodImpl(Inline)]
    public static float Multiply(float a, float b) => a * b;

    [MethodImpl(Inline)]
    public static float Divide(float a, float b) => a / b;

    [MethodImpl(Inline)]
    public static float SquareRoot(float a) => MathF.Sqrt(a);

    [MethodImpl(Inline)]
    public static float MultiplyAdd(float a, float b, float c) => float.MultiplyAddEstimate(a, b, c);

    [MethodImpl(Inline)]
    public static float Max(float a, float b) => a > b ? a : b;

    [MethodImpl(Inline)]
    public static float Abs(float a) => MathF.Abs(a);

    [MethodImpl(Inline)]
    public static float Round(float a) => MathF.Round(a);

    [MethodImpl(Inline)]
    public static float PowerOfTwo(float a) => BitConverter.Int32BitsToSingle(((int)a + 127) << 23);

    [MethodImpl(Inline)]
    public static float IfGreater(float a, float b, float x, float y) => a > b ? x : y;

    [MethodImpl(Inline)]
    public static float Sum(float a) => a;

    [MethodImpl(Inline)]
    public static ulong NonZeros(float a) => a != 0 ? 1UL : 0;

    [MethodImpl(Inline)]
    public static float IndexOfMax(float a, float b, float c, float max) => BitConverter.Int32BitsToSingle(a == max ? 0 : b == max ? 1 : c == max ? 2 : 3);

    [MethodImpl(Inline)]
    public static float PushIndex(float packed, float index) =>
        BitConverter.UInt32BitsToSingle((BitConverter.SingleToUInt32Bits(packed) >> 2) | (BitConverter.SingleToUInt32Bits(index) << 30));

    [MethodImpl(Inline)]
    public static float ShiftDown(float packed, int bits) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(packed) >> bits);

    [MethodImpl(Inline)]
    public static float IfIndex(float packed, int index, float value) => (BitConverter.SingleToUInt32Bits(packed) & 3) == (uint)index ? value : 0;

    [MethodImpl(Inline)]
    public static float Keep(uint key, uint position, uint threshold, float scale) =>
        DropoutMask.Hash(unchecked(key + position)) <= threshold ? scale : 0;
}
