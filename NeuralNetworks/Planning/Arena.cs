namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Memory for kernels: zeroed, aligned to cache lines and pinned, allocated while a plan is made and kept as long as the arena. Buffers
/// begin at different distances from page boundaries, so that two of them walked together do not fight for the same cache sets.
/// </summary>
internal sealed unsafe class Arena
{
    private const int CacheLine = 64;
    private readonly List<Array> _pinned = [];

    /// <summary>Bytes allocated so far.</summary>
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
        var stagger = 1 + (_pinned.Count % 7);
        var array = GC.AllocateArray<byte>(checked((int)((count * size) + (CacheLine * (stagger + 2)))), pinned: true);
        _pinned.Add(array);
        Bytes += array.Length;
        fixed (byte* first = array)
            return (byte*)(((nint)first + CacheLine - 1) / CacheLine * CacheLine) + (CacheLine * stagger);
    }
}
