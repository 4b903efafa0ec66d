using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>Asks for memory ahead of its use, where the processor can be asked.</summary>
internal static unsafe class Cache
{
    private const int Line = 16; // floats

    /// <summary>Addresses may lie outside of any buffer; nothing is read then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prefetch(float* values, int count)
    {
        if (!Sse.IsSupported)
            return;
        for (var i = 0; i < count; i += Line)
            Sse.Prefetch0(values + i);
    }
}
