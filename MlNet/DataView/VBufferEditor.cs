namespace Microsoft.ML.Data;

/// <summary>Makes editors, the only way to change a <see cref="VBuffer{T}"/> in place.</summary>
public static class VBufferEditor
{
    /// <summary>An editor over a buffer's present arrays, with its present shape.</summary>
    public static VBufferEditor<T> CreateFromBuffer<T>(ref VBuffer<T> destination) =>
        Create(ref destination, destination.Length, destination.GetValues().Length, null, true, false);

    /// <summary>An editor for a new shape, which takes over the buffer's arrays where they are long enough.</summary>
    /// <param name="destination">The buffer to reuse.</param>
    /// <param name="newLogicalLength">The length to come.</param>
    /// <param name="valuesCount">The number of explicit items; null for a dense vector.</param>
    /// <param name="maxValuesCapacity">The largest capacity that will ever be needed; null for the logical length.</param>
    /// <param name="keepOldOnResize">Whether the old items are copied when an array must grow.</param>
    /// <param name="requireIndicesOnDense">Whether room for indices is wanted even when dense.</param>
    public static VBufferEditor<T> Create<T>(
        ref VBuffer<T> destination,
        int newLogicalLength,
        int? valuesCount = null,
        int? maxValuesCapacity = null,
        bool keepOldOnResize = false,
        bool requireIndicesOnDense = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(newLogicalLength);
        var count = valuesCount ?? newLogicalLength;
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(valuesCount));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, newLogicalLength, nameof(valuesCount));
        var capacity = maxValuesCapacity ?? newLogicalLength;

        var values = Grown(destination.ValuesArray, count, capacity, keepOldOnResize, out var newValues);
        var indices = destination.IndicesArray;
        var newIndices = false;
        if (count < newLogicalLength || requireIndicesOnDense)
            indices = Grown(indices, count, capacity, keepOldOnResize, out newIndices);
        return new VBufferEditor<T>(newLogicalLength, count, values, indices, requireIndicesOnDense, newValues, newIndices);
    }

    private static TItem[] Grown<TItem>(TItem[]? array, int needed, int capacity, bool keepOld, out bool isNew)
    {
        isNew = needed > (array?.Length ?? 0);
        if (!isNew)
            return array ?? [];

        // Doubling keeps a buffer that grows item by item from being copied each time.
        var size = Math.Max(needed, (int)Math.Min(capacity, 2L * (array?.Length ?? 0)));
        var grown = new TItem[size];
        if (keepOld && array is not null)
            array.CopyTo(grown, 0);
        return grown;
    }
}
