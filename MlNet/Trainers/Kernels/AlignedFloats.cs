using System.Runtime.InteropServices;

namespace Microsoft.ML.Trainers;

/// <summary>Zeroed floats that start on a 64-byte border and stay where they are.</summary>
internal sealed unsafe class AlignedFloats : IDisposable
{
    internal AlignedFloats(int length)
    {
        Length = length;
        Pointer = (float*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, length) * sizeof(float), 64);
        Span.Clear();
    }

    ~AlignedFloats() => NativeMemory.AlignedFree(Pointer);

    internal int Length { get; }

    internal float* Pointer { get; private set; }

    internal Span<float> Span => new(Pointer, Length);

    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
        GC.SuppressFinalize(this);
    }
}
