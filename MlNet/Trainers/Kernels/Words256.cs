using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>Words in 256-bit vectors.</summary>
internal readonly unsafe struct Words256 : IWordLanes<Vector256<short>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static int Width => Vector256<short>.Count;

    public static bool HasWideRegisterFile => Vector512.IsHardwareAccelerated;

    public static Vector256<short> Zero => Vector256<short>.Zero;

    [MethodImpl(Inline)]
    public static Vector256<short> LoadBytes(byte* source) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int16(source)
        : Vector256.Create(Words128.LoadBytes(source), Words128.LoadBytes(source + 8));

    [MethodImpl(Inline)]
    public static Vector256<short> Load(short* source) => Vector256.Load(source);

    [MethodImpl(Inline)]
    public static Vector256<short> BroadcastPair(short* source) => Vector256.Create(*(int*)source).AsInt16();

    [MethodImpl(Inline)]
    public static Vector256<short> Part(Vector256<short> value) => Avx2.IsSupported
        ? Avx2.Shuffle(
            value.AsByte(),
            Vector256.Create(Words128.FirstBytes, Words128.LastBytes, Words128.FirstBytes, Words128.LastBytes).AsByte()).AsInt16()
        : Vector256.Create(Words128.Part(value.GetLower()), Words128.Part(value.GetUpper()));

    [MethodImpl(Inline)]
    public static Vector256<short> MultiplyAddPairs(Vector256<short> left, Vector256<short> right, Vector256<short> sums) => Avx2.IsSupported
        ? (Avx2.MultiplyAddAdjacent(left, right) + sums.AsInt32()).AsInt16()
        : Vector256.Create(
            Words128.MultiplyAddPairs(left.GetLower(), right.GetLower(), sums.GetLower()),
            Words128.MultiplyAddPairs(left.GetUpper(), right.GetUpper(), sums.GetUpper()));

    [MethodImpl(Inline)]
    public static Vector128<int> Fold(Vector256<short> sums) => sums.GetLower().AsInt32() + sums.GetUpper().AsInt32();

    [MethodImpl(Inline)]
    public static void AddScaled(float* target, Vector256<short> sums, float scale) =>
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(sums.AsInt32()), Vector256.Create(scale), Vector256.Load(target)).Store(target);
}
