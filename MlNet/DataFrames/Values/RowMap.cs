namespace Microsoft.Data.Analysis;

/// <summary>Which rows make up a copy of a column, in which order; -1 makes a null.</summary>
internal sealed class RowMap
{
    private const long Null = -1;

    private readonly long[] _rows;

    internal RowMap(long[] rows, bool hasNulls = false)
    {
        _rows = rows;
        HasNulls = hasNulls;
    }

    internal int Length => _rows.Length;

    /// <summary>Whether a row may be -1.</summary>
    internal bool HasNulls { get; }

    internal ReadOnlySpan<long> Rows => _rows;

    /// <summary>Rows by their numbers (Int32 or Int64), or those marked true (Boolean).</summary>
    /// <exception cref="ArgumentException">Another type, or more marks than rows.</exception>
    internal static RowMap Of(DataFrameColumn indices, bool inverted, long columnLength)
    {
        var rows = indices switch
        {
            PrimitiveDataFrameColumn<long> numbers => Numbers(numbers.Values),
            PrimitiveDataFrameColumn<int> numbers => Numbers(numbers.Values.Convert<long>()),
            PrimitiveDataFrameColumn<bool> marks => Marked(marks.Values, columnLength),
            _ => throw new ArgumentException(
                $"Expected value to be of type {typeof(long)}, {typeof(int)} or {typeof(bool)}. Received: {indices.DataType}.", nameof(indices)),
        };
        if (inverted && indices is not PrimitiveDataFrameColumn<bool>)
            Array.Reverse(rows);
        return new RowMap(rows, indices.NullCount > 0);
    }

    private static long[] Numbers(ColumnValues<long> numbers)
    {
        var rows = numbers.Elements.ToArray();
        for (var i = 0; i < rows.Length && numbers.NullCount > 0; i++)
        {
            if (!numbers.IsValid(i))
                rows[i] = Null;
        }

        return rows;
    }

    private static long[] Marked(ColumnValues<bool> marks, long columnLength)
    {
        if (marks.Length > columnLength)
            throw new ArgumentException("MapIndices exceeds column length", nameof(marks));
        var rows = new List<long>();
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks.Elements[i] && marks.IsValid(i))
                rows.Add(i);
        }

        return [.. rows];
    }
}
