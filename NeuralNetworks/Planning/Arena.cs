using System.Runtime.InteropServices;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Memory for kernels: zeroed, aligned to cache lines, allocated while a plan is made and kept as long as the arena. Buffers begin at different
/// distances from page boundaries, so that two of them walked together do not fight for the same cache sets; and they share large
/// pages where the system has them, since a step walks tens of megabytes and would otherwise wait for page tables.
/// </summary>
/// <remarks>Whoever uses a buffer keeps the arena alive meanwhile.</remarks>
internal sealed unsafe class Arena
{
    private const int CacheLine = 64;
    private const int LargePage = 1 << 21;
    private const int UseLargePages = 14; // MADV_HUGEPAGE

    private readonly List<(nint Start, long Length)> _chunks = [];
    private byte* _next;
    private long _left;
    private int _buffers;

    ~Arena()
    {
        foreach (var (start, length) in _chunks)
        {
            NativeMemory.AlignedFree((void*)start);
            GC.RemoveMemoryPressure(length);
        }
    }

    /// <summary>Bytes handed out so far.</summary>
    public long Bytes { get; private set; }

    public float* Floats(long count) => (float*)Allocate(count, sizeof(float));

    public nint* Offsets(IReadOnlyList<nint> values)
    {
        var offsets = (nint*)Allocate(values.Count, sizeof(nint));
        for (var i = 0; i < values.Count; i++)
            offsets[i] = values[i];
        return offsets;
    }

    /// <summary>One buffer for each worker or shard.</summary>
    public float*[] Floats(int buffers, long count)
    {
        var result = new float*[buffers];
        for (var i = 0; i < buffers; i++)
            result[i] = Floats(count);
        return result;
    }

    private byte* Allocate(long count, int size)
    {
        // A line and more between buffers: kernels may read a vector's length beyond an end.
        var stagger = 1 + (_buffers++ % 7);
        var bytes = ((checked(count * size) + CacheLine - 1) / CacheLine * CacheLine) + (CacheLine * (stagger + 1));
        if (bytes > _left)
            AddChunk((bytes + LargePage - 1) / LargePage * LargePage);
        var buffer = _next + (CacheLine * stagger);
        _next += bytes;
        _left -= bytes;
        Bytes += bytes;
        return buffer;
    }

    private void AddChunk(long length)
    {
        var chunk = (byte*)NativeMemory.AlignedAlloc((nuint)length, LargePage);
        _chunks.Add(((nint)chunk, length));
        GC.AddMemoryPressure(length);
        if (OperatingSystem.IsLinux())
            _ = Advise(chunk, (nuint)length, UseLargePages); // advice: where it is not taken, pages are small
        NativeMemory.Clear(chunk, (nuint)length);
        _next = chunk;
        _left = length;
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(void* address, nuint length, int advice);
}
