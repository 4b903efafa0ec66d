namespace Microsoft.Data.Analysis;

/// <content>Rows with the same value.</content>
public partial class PrimitiveDataFrameColumn<T>
{
    /// <inheritdoc/>
    public override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<T>(parent, columnIndex, GroupColumnValues<T>(out _));

    /// <inheritdoc/>
    public override Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices)
    {
        if (typeof(TKey) != typeof(T))
            throw new NotImplementedException($"Column '{Name}' holds {DataType}; its values cannot be grouped as {typeof(TKey)}.");
        nullIndices = [];
        var groups = new Dictionary<TKey, ICollection<long>>();
        for (var row = 0; row < Length; row++)
        {
            if (!IsValid(row))
            {
                nullIndices.Add(row);
                continue;
            }

            var key = (TKey)(object)Values.Elements[row];
            if (!groups.TryGetValue(key, out var rows))
                groups.Add(key, rows = new List<long>());
            rows.Add(row);
        }

        return groups;
    }

    /// <inheritdoc/>
    public override Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices) =>
        GetGroupedOccurrences<T>(other, out otherColumnNullIndices);

    /// <inheritdoc/>
    public override DataFrame ValueCounts()
    {
        var groups = GroupColumnValues<T>(out _);
        return new DataFrame(new PrimitiveDataFrameColumn<T>("Values", groups.Keys), new Int64DataFrameColumn("Counts", groups.Values.Select(rows => (long)rows.Count)));
    }
}
