using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MlNetFashion.NeuralNetworks.Kernels;

/// <summary>What is said to the processor's caches, where they listen.</summary>
internal static unsafe class Cache
{
    /// <summary>Floats in a cache line.</summary>
    public const int Line = 16;

    /// <summary>Asks for memory ahead of its use. Addresses may lie outside of any buffer; nothing is read then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prefetch(float* values, int count)
    {
        if (!Sse.IsSupported)
            return;
        for (var i = 0; i < count; i += Line)
            Sse.Prefetch0(values + i);
    }

    /// <summary>Asks for one line, as far as the second cache: what a product asks for ahead must not push out what it works on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(address);
    }

    /// <summary>Ends a series of streaming stores: whoever is told of the work afterwards sees it.</summary>
    public static void Fence()
    {
        if (Sse.IsSupported)
            Sse.StoreFence();
        else
            Interlocked.MemoryBarrier();
    }
}
