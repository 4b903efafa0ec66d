using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Microsoft.ML.Trainers;

/// <summary>Words in 512-bit vectors.</summary>
internal readonly unsafe struct Words512 : IWordLanes<Vector512<short>>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static int Width => Vector512<short>.Count;

    public static bool HasWideRegisterFile => true;

    public static Vector512<short> Zero => Vector512<short>.Zero;

    [MethodImpl(Inline)]
    public static Vector512<short> LoadBytes(byte* source) => Avx512BW.IsSupported
        ? Avx512BW.ConvertToVector512Int16(Vector256.Load(source))
        : Vector512.Create(Words256.LoadBytes(source), Words256.LoadBytes(source + 16));

    [MethodImpl(Inline)]
    public static Vector512<short> Load(short* source) => Vector512.Load(source);

    [MethodImpl(Inline)]
    public static Vector512<short> BroadcastPair(short* source) => Vector512.Create(*(int*)source).AsInt16();

    [MethodImpl(Inline)]
    public static Vector512<short> Part(Vector512<short> value) => Avx512BW.IsSupported
        ? Avx512BW.Shuffle(
            value.AsByte(),
            Vector512.Create(
                Words128.FirstBytes, Words128.LastBytes, Words128.FirstBytes, Words128.LastBytes,
                Words128.FirstBytes, Words128.LastBytes, Words128.FirstBytes, Words128.LastBytes).AsByte()).AsInt16()
        : Vector512.Create(Words256.Part(value.GetLower()), Words256.Part(value.GetUpper()));

    [MethodImpl(Inline)]
    public static Vector512<short> MultiplyAddPairs(Vector512<short> left, Vector512<short> right, Vector512<short> sums) => Avx512BW.IsSupported
        ? (Avx512BW.MultiplyAddAdjacent(left, right) + sums.AsInt32()).AsInt16()
        : Vector512.Create(
            Words256.MultiplyAddPairs(left.GetLower(), right.GetLower(), sums.GetLower()),
            Words256.MultiplyAddPairs(left.GetUpper(), right.GetUpper(), sums.GetUpper()));

    [MethodImpl(Inline)]
    public static Vector128<int> Fold(Vector512<short> sums) => Words256.Fold((sums.GetLower().AsInt32() + sums.GetUpper().AsInt32()).AsInt16());

    [MethodImpl(Inline)]
    public static void AddScaled(float* target, Vector512<short> sums, float scale) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(sums.AsInt32()), Vector512.Create(scale), Vector512.Load(target)).Store(target);
}
