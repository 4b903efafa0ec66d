using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Microsoft.ML.Data;

/// <summary>A vector of <see cref="Length"/> items: dense, or sparse with the explicit items and their increasing indices.
/// The arrays belong to whoever holds the buffer and are reused from row to row.</summary>
public readonly struct VBuffer<T> : IEnumerable
{
    private readonly T[]? _values;
    private readonly int[]? _indices;
    private readonly int _count;

    /// <summary>The logical length.</summary>
    public readonly int Length;

    /// <summary>A dense vector over the first <paramref name="length"/> items of <paramref name="values"/>.</summary>
    public VBuffer(int length, T[]? values, int[]? indices = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if ((values?.Length ?? 0) < length)
            throw new ArgumentException($"A dense vector of {length} items needs as many values. Received: {values?.Length ?? 0}.", nameof(values));
        Length = length;
        _values = values;
        _count = length;
        _indices = indices;
    }

    /// <summary>A vector with <paramref name="count"/> explicit items; dense when that is the length, else <paramref name="indices"/> says where they are.</summary>
    public VBuffer(int length, int count, T[]? values, int[]? indices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, length);
        if ((values?.Length ?? 0) < count)
            throw new ArgumentException($"A vector of {count} explicit items needs as many values. Received: {values?.Length ?? 0}.", nameof(values));
        if (count != length && (indices?.Length ?? 0) < count)
            throw new ArgumentException($"A sparse vector of {count} items needs as many indices. Received: {indices?.Length ?? 0}.", nameof(indices));
        Length = length;
        _values = values;
        _count = count;
        _indices = indices;
    }

    /// <summary>True when every item is explicit.</summary>
    public bool IsDense => _count == Length;

    internal T[]? ValuesArray => _values;

    internal int[]? IndicesArray => _indices;

    /// <summary>The explicit items.</summary>
    public ReadOnlySpan<T> GetValues() => new(_values, 0, _count);

    /// <summary>The indices of the explicit items; empty when dense.</summary>
    public ReadOnlySpan<int> GetIndices() => IsDense ? default : new ReadOnlySpan<int>(_indices, 0, _count);

    /// <summary>Copies into another buffer, reusing its arrays.</summary>
    public void CopyTo(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length, _count);
        GetValues().CopyTo(editor.Values);
        if (!IsDense)
            GetIndices().CopyTo(editor.Indices);
        destination = editor.Commit();
    }

    /// <summary>Copies into another buffer as a dense vector.</summary>
    public void CopyToDense(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length);
        CopyTo(editor.Values);
        destination = editor.Commit();
    }

    /// <summary>Copies <paramref name="length"/> items from <paramref name="sourceIndex"/> on into another buffer.</summary>
    public void CopyTo(ref VBuffer<T> destination, int sourceIndex, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sourceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - sourceIndex);
        if (IsDense)
        {
            var dense = VBufferEditor.Create(ref destination, length);
            GetValues().Slice(sourceIndex, length).CopyTo(dense.Values);
            destination = dense.Commit();
            return;
        }

        var first = FirstAtOrAfter(sourceIndex);
        var lim = FirstAtOrAfter(sourceIndex + length);
        var editor = VBufferEditor.Create(ref destination, length, lim - first);
        for (var position = first; position < lim; position++)
        {
            editor.Values[position - first] = _values![position];
            if (lim - first < length)
                editor.Indices[position - first] = _indices![position] - sourceIndex;
        }

        destination = editor.Commit();
    }

    /// <summary>Copies all items, implicit ones as defaults, into the first <see cref="Length"/> places of a span.</summary>
    public void CopyTo(Span<T> destination) => CopyTo(destination, 0);

    /// <summary>Copies all items into a span from <paramref name="destinationIndex"/> on.</summary>
    public void CopyTo(Span<T> destination, int destinationIndex, T? defaultValue = default)
    {
        var target = destination.Slice(destinationIndex, Length);
        if (IsDense)
        {
            GetValues().CopyTo(target);
            return;
        }

        target.Fill(defaultValue!);
        for (var position = 0; position < _count; position++)
            target[_indices![position]] = _values![position];
    }

    /// <summary>Copies a piece of an array into a buffer as a dense vector.</summary>
    public static void Copy(T[] source, int sourceIndex, ref VBuffer<T> destination, int length)
    {
        var editor = VBufferEditor.Create(ref destination, length);
        if (length > 0)
            source.AsSpan(sourceIndex, length).CopyTo(editor.Values);
        destination = editor.Commit();
    }

    /// <summary>The explicit items with their indices, or all items.</summary>
    public IEnumerable<KeyValuePair<int, T>> Items(bool all = false)
    {
        var next = 0;
        for (var position = 0; position < _count; position++)
        {
            var index = IsDense ? position : _indices![position];
            for (; all && next < index; next++)
                yield return new KeyValuePair<int, T>(next, default!);
            yield return new KeyValuePair<int, T>(index, _values![position]);
            next = index + 1;
        }

        for (; all && next < Length; next++)
            yield return new KeyValuePair<int, T>(next, default!);
    }

    /// <summary>All items, implicit ones as defaults.</summary>
    public IEnumerable<T> DenseValues() => Items(all: true).Select(item => item.Value);

    /// <summary>Fetches one item.</summary>
    public void GetItemOrDefault(int index, ref T destination) => destination = GetItemOrDefault(index)!;

    /// <summary>One item; an implicit one is the default.</summary>
    public T? GetItemOrDefault(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        if (IsDense)
            return _values![index];
        var position = FirstAtOrAfter(index);
        return position < _count && _indices![position] == index ? _values![position] : default;
    }

    /// <inheritdoc/>
    public IEnumerator GetEnumerator() => GetValues().ToArray().GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => IsDense
        ? string.Create(CultureInfo.InvariantCulture, $"Dense vector of size {Length}")
        : string.Create(CultureInfo.InvariantCulture, $"Sparse vector of size {Length}, {_count} explicit values");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FirstAtOrAfter(int index)
    {
        var position = Array.BinarySearch(_indices!, 0, _count, index);
        return position < 0 ? ~position : position;
    }
}
