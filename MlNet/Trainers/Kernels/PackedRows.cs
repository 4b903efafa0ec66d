using System.Numerics;
using System.Runtime.InteropServices;

namespace Microsoft.ML.Trainers;

/// <summary>
/// The training rows as one dense matrix <c>[rows, features]</c> of floats outside the garbage collector's reach: every row starts on a
/// 64-byte border and is padded with zeros to whole vectors, and the rows are padded with zero rows to whole register tiles.
/// </summary>
internal sealed unsafe class PackedRows : IDisposable
{
    /// <summary>Rows and row lengths are multiples of these; the kernels count on it.</summary>
    internal const int RowTile = 4;

    internal const int LengthTile = 16;

    private const int Alignment = 64;
    private float* _data;
    private nint _capacity;

    internal PackedRows(int features, int expectedRows = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        Features = features;
        Stride = PaddedLength(features);

        // Rows a large power of two apart would all fall into the same few cache sets.
        if (BitOperations.IsPow2(Stride) && Stride >= 512)
            Stride += LengthTile;
        if (expectedRows > 0)
            Grow(RoundUp(expectedRows, RowTile));
    }

    ~PackedRows() => Free();

    /// <summary>Features of a row.</summary>
    internal int Features { get; }

    /// <summary>Floats from one row to the next; at least <see cref="Features"/>, a multiple of <see cref="LengthTile"/>.</summary>
    internal int Stride { get; }

    /// <summary>Rows appended so far, without the padding.</summary>
    internal int Count { get; private set; }

    internal float* this[int row] => _data + ((nint)row * Stride);

    internal static int PaddedLength(int length) => RoundUp(length, LengthTile);

    internal static int RoundUp(int value, int multiple) => checked((value + multiple - 1) / multiple * multiple);

    /// <summary>The features of one row.</summary>
    internal ReadOnlySpan<float> Row(int row) => new(this[row], Features);

    /// <summary>Appends a zero row and gives the span of its features to fill.</summary>
    internal Span<float> Append()
    {
        if (Count == _capacity)
            Grow(checked((int)Math.Max(64, _capacity + (_capacity / 2))));
        return new Span<float>(this[Count++], Features);
    }

    /// <summary>Takes back the row appended last.</summary>
    internal void RemoveLast() => new Span<float>(this[--Count], Features).Clear();

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Grow(int rows)
    {
        rows = RoundUp(rows, RowTile);
        nuint bytes = checked((nuint)rows * (nuint)Stride * sizeof(float));
        _data = (float*)NativeMemory.AlignedRealloc(_data, bytes, Alignment);
        NativeMemory.Clear(_data + (_capacity * Stride), checked((nuint)(rows - _capacity) * (nuint)Stride * sizeof(float)));
        _capacity = rows;
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_data);
        _data = null;
        _capacity = 0;
        Count = 0;
    }
}
