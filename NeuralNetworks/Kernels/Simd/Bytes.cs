using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Bytes to integers.</summary>
internal static unsafe class Bytes
{
    /// <summary>Four bytes as four integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> WidenFour(byte* address) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(address)).AsByte())).AsInt32();
}
