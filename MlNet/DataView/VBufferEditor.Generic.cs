namespace Microsoft.ML.Data;

/// <summary>The items of a vector under construction.</summary>
public readonly ref struct VBufferEditor<T>
{
    private readonly int _length;
    private readonly T[] _values;
    private readonly int[]? _indices;

    /// <summary>The explicit items.</summary>
    public readonly Span<T> Values;

    /// <summary>The indices of the explicit items; empty when the vector is dense.</summary>
    public readonly Span<int> Indices;

    internal VBufferEditor(int length, int count, T[] values, int[]? indices, bool indicesOnDense, bool createdNewValues, bool createdNewIndices)
    {
        _length = length;
        _values = values;
        _indices = indices;
        Values = values.AsSpan(0, count);
        Indices = count < length || indicesOnDense ? indices.AsSpan(0, count) : default;
        CreatedNewValues = createdNewValues;
        CreatedNewIndices = createdNewIndices;
    }

    /// <summary>True when the items lie in a new array.</summary>
    public bool CreatedNewValues { get; }

    /// <summary>True when the indices lie in a new array.</summary>
    public bool CreatedNewIndices { get; }

    /// <summary>The finished vector.</summary>
    public VBuffer<T> Commit() => new(_length, Values.Length, _values, _indices);

    /// <summary>The finished vector with only the first explicit items.</summary>
    public VBuffer<T> CommitTruncated(int physicalValuesCount) => new(_length, physicalValuesCount, _values, _indices);
}
