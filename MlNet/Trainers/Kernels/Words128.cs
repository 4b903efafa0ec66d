using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>Words in 128-bit vectors.</summary>
internal readonly unsafe struct Words128 : IWordLanes<Vector128<short>>
{
    /// <summary>The bytes that <see cref="Part"/> puts into the first half, the first of them the lowest.</summary>
    internal const ulong FirstBytes = 0x0D0C_0908_0504_0100;

    /// <summary>The bytes that it puts into the second half.</summary>
    internal const ulong LastBytes = 0x0F0E_0B0A_0706_0302;

    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static int Width => Vector128<short>.Count;

    public static bool HasWideRegisterFile => Vector512.IsHardwareAccelerated || AdvSimd.IsSupported;

    public static Vector128<short> Zero => Vector128<short>.Zero;

    [MethodImpl(Inline)]
    public static Vector128<short> LoadBytes(byte* source) => Vector128.WidenLower(Vector128.CreateScalar(*(ulong*)source).AsByte()).AsInt16();

    [MethodImpl(Inline)]
    public static Vector128<short> Load(short* source) => Vector128.Load(source);

    [MethodImpl(Inline)]
    public static Vector128<short> BroadcastPair(short* source) => Vector128.Create(*(int*)source).AsInt16();

    [MethodImpl(Inline)]
    public static Vector128<short> Part(Vector128<short> value) => Vector128.Shuffle(value, Vector128.Create((short)0, 2, 4, 6, 1, 3, 5, 7));

    [MethodImpl(Inline)]
    public static Vector128<short> MultiplyAddPairs(Vector128<short> left, Vector128<short> right, Vector128<short> sums)
    {
        if (Sse2.IsSupported)
            return (Sse2.MultiplyAddAdjacent(left, right) + sums.AsInt32()).AsInt16();
        Vector128<int> lower = Vector128.WidenLower(left) * Vector128.WidenLower(right);
        Vector128<int> upper = Vector128.WidenUpper(left) * Vector128.WidenUpper(right);
        return (SumsOfPairs(lower, upper) + sums.AsInt32()).AsInt16();
    }

    [MethodImpl(Inline)]
    public static Vector128<int> Fold(Vector128<short> sums) => sums.AsInt32();

    [MethodImpl(Inline)]
    public static void AddScaled(float* target, Vector128<short> sums, float scale) =>
        Vector128.FusedMultiplyAdd(Vector128.ConvertToSingle(sums.AsInt32()), Vector128.Create(scale), Vector128.Load(target)).Store(target);

    /// <summary>The sums of neighbours, first those of <paramref name="lower"/>.</summary>
    [MethodImpl(Inline)]
    internal static Vector128<int> SumsOfPairs(Vector128<int> lower, Vector128<int> upper) => Ssse3.IsSupported
        ? Ssse3.HorizontalAdd(lower, upper)
        : Vector128.Narrow(lower.AsInt64(), upper.AsInt64()) + Vector128.Narrow(lower.AsInt64() >> 32, upper.AsInt64() >> 32);
}
