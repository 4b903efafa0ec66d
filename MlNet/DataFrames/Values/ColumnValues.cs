namespace Microsoft.Data.Analysis;

/// <summary>The elements of a column in one array, with one bit each that is set where there is a value, as in Apache Arrow.</summary>
internal sealed partial class ColumnValues<T>
    where T : unmanaged
{
    private T[] _elements;
    private byte[] _validity;

    /// <summary>So many nulls.</summary>
    internal ColumnValues(long length = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Array.MaxLength);
        _elements = length == 0 ? [] : new T[length];
        _validity = length == 0 ? [] : new byte[BytesOf((int)length)];
        Length = (int)length;
        NullCount = (int)length;
    }

    /// <summary>Elements of which none is null.</summary>
    internal ColumnValues(T[] elements)
    {
        _elements = elements;
        _validity = new byte[BytesOf(elements.Length)];
        Array.Fill(_validity, byte.MaxValue);
        Length = elements.Length;
    }

    private ColumnValues(T[] elements, byte[] validity, int nullCount)
    {
        _elements = elements;
        _validity = validity;
        Length = elements.Length;
        NullCount = nullCount;
    }

    internal int Length { get; private set; }

    internal int NullCount { get; private set; }

    /// <summary>The elements; what stands where there is a null means nothing.</summary>
    internal Span<T> Elements => _elements.AsSpan(0, Length);

    internal ReadOnlyMemory<T> Memory => _elements.AsMemory(0, Length);

    internal ReadOnlyMemory<byte> Validity => _validity.AsMemory(0, BytesOf(Length));

    internal T? this[long index]
    {
        get => IsValid(index) ? _elements[index] : null;
        set
        {
            CheckIndex(index);
            if (IsValid(index) != value.HasValue)
            {
                NullCount += value.HasValue ? -1 : 1;
                _validity[index >> 3] ^= (byte)(1 << (int)(index & 7));
            }

            _elements[index] = value.GetValueOrDefault();
        }
    }

    /// <summary>Elements as Arrow lays them out: values as bytes, and a bit for each that is no null.</summary>
    /// <exception cref="ArgumentException">The buffers are too short.</exception>
    internal static ColumnValues<T> FromBuffers(ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> validity, int length, int nullCount)
    {
        var elements = new T[length];
        if (!buffer.IsEmpty)
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(buffer.Span)[..length].CopyTo(elements);
        if (validity.IsEmpty)
        {
            if (nullCount != 0)
                throw new ArgumentNullException(nameof(validity), "Inconsistent null bitmaps and NullCounts");
            return new ColumnValues<T>(elements);
        }

        if (validity.Length < BytesOf(length))
            throw new ArgumentException("Inconsistent null bitmap and data buffer lengths", nameof(validity));
        return new ColumnValues<T>(elements, validity[..BytesOf(length)].ToArray(), nullCount);
    }

    internal bool IsValid(long index)
    {
        CheckIndex(index);
        return NullCount == 0 || IsBitSet(index);
    }

    internal void Append(T? value)
    {
        Reserve(1);
        var index = Length++;
        _elements[index] = value.GetValueOrDefault();
        var bit = (byte)(1 << (index & 7));
        if (value.HasValue)
        {
            _validity[index >> 3] |= bit;
        }
        else
        {
            _validity[index >> 3] &= (byte)~bit;
            NullCount++;
        }
    }

    internal void Append(ReadOnlySpan<T> values)
    {
        Reserve(values.Length);
        foreach (var value in values)
            Append(value);
    }

    internal void AppendMany(T? value, long count)
    {
        Reserve(count);
        for (long i = 0; i < count; i++)
            Append(value);
    }

    internal ColumnValues<T> Clone() => new(Elements.ToArray(), Validity.ToArray(), NullCount);

    /// <summary>The elements at the given places.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    internal ColumnValues<T> Pick(RowMap map)
    {
        var source = Elements;
        if (NullCount == 0 && !map.HasNulls)
        {
            var elements = new T[map.Length];
            for (var i = 0; i < elements.Length; i++)
                elements[i] = source[(int)long.Clamp(map.Rows[i], -1, source.Length)];
            return new ColumnValues<T>(elements);
        }

        var result = new ColumnValues<T>(map.Length);
        for (var i = 0; i < map.Length; i++)
        {
            var row = map.Rows[i];
            if (row < 0 && map.HasNulls)
                continue;
            var element = source[(int)long.Clamp(row, -1, source.Length)];
            if (IsValid(row))
                result[i] = element;
        }

        return result;
    }

    private static int BytesOf(int bits) => (bits + 7) >> 3;

    private bool IsBitSet(long index) => (_validity[index >> 3] >> (int)(index & 7) & 1) != 0;

    private void CheckIndex(long index)
    {
        if ((ulong)index >= (ulong)Length)
            throw new ArgumentOutOfRangeException(nameof(index), "Index cannot be greater than the Column's Length");
    }

    private void Reserve(long count)
    {
        var needed = Length + count;
        if (needed <= _elements.Length)
            return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(needed, Array.MaxLength, nameof(count));
        var capacity = (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(16, 2L * _elements.Length)));
        Array.Resize(ref _elements, capacity);
        Array.Resize(ref _validity, BytesOf(capacity));
    }
}
