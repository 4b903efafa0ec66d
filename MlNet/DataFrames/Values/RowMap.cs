namespace Microsoft.Data.Analysis;

/// <summary>Which rows make up a copy of a column, in which order; a null makes a null.</summary>
internal sealed class RowMap
{
    private readonly long?[] _rows;

    internal RowMap(long?[] rows) => _rows = rows;

    internal int Length => _rows.Length;

    internal long? this[int index] => _rows[index];

    /// <summary>Rows by their numbers (Int32 or Int64), or those marked true (Boolean).</summary>
    /// <exception cref="ArgumentException">Another type, or more marks than rows.</exception>
    internal static RowMap Of(DataFrameColumn indices, bool inverted, long columnLength)
    {
        long?[] rows;
        switch (indices)
        {
            case PrimitiveDataFrameColumn<long> numbers:
                rows = [.. numbers];
                break;
            case PrimitiveDataFrameColumn<int> numbers:
                rows = [.. numbers.Select(row => (long?)row)];
                break;
            case PrimitiveDataFrameColumn<bool> marks:
                if (marks.Length > columnLength)
                    throw new ArgumentException("MapIndices exceeds column length", nameof(indices));
                return new RowMap([.. marks.Select((mark, row) => mark == true ? (long?)row : null).Where(row => row is not null)]);
            default:
                throw new ArgumentException(
                    $"Expected value to be of type {typeof(long)}, {typeof(int)} or {typeof(bool)}. Received: {indices.DataType}.", nameof(indices));
        }

        if (inverted)
            Array.Reverse(rows);
        return new RowMap(rows);
    }
}
