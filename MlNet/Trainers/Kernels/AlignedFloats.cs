namespace Microsoft.ML.Trainers;

/// <summary>Zeroed floats that start on a 64-byte border and stay where they are for as long as this object lives.</summary>
internal sealed unsafe class AlignedFloats
{
    private const int Border = 64;
    private readonly float[] _memory;
    private readonly int _offset;

    internal AlignedFloats(int length)
    {
        Length = length;
        _memory = GC.AllocateArray<float>(checked(length + (Border / sizeof(float))), pinned: true);
        fixed (float* start = _memory)
        {
            _offset = (int)((Border - ((nint)start % Border)) % Border / sizeof(float));
            Pointer = start + _offset;
        }
    }

    internal int Length { get; }

    /// <summary>Valid while this object is alive.</summary>
    internal float* Pointer { get; }

    internal Span<float> Span => _memory.AsSpan(_offset, Length);
}
