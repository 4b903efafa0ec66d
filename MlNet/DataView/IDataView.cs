namespace Microsoft.ML;

/// <summary>A table that is read by cursors: columns are described by <see cref="Schema"/>, rows are made when asked for.</summary>
public interface IDataView
{
    /// <summary>True when a cursor honours its random generator by giving the rows in a random order.</summary>
    bool CanShuffle { get; }

    /// <summary>The columns.</summary>
    DataViewSchema Schema { get; }

    /// <summary>The number of rows, or null where it is not known without reading them.</summary>
    long? GetRowCount();

    /// <summary>A cursor over all rows in which <paramref name="columnsNeeded"/> are active.</summary>
    DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null);

    /// <summary>Up to <paramref name="n"/> cursors that together give every row once; the batch numbers restore the order.</summary>
    DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null);
}
