using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>The rows of a <see cref="DataFrame"/>.</summary>
public class DataFrameRowCollection : IEnumerable<DataFrameRow>
{
    private readonly DataFrame _dataFrame;

    internal DataFrameRowCollection(DataFrame dataFrame) => _dataFrame = dataFrame;

    /// <summary>How many rows there are.</summary>
    public long Count => _dataFrame.Columns.RowCount;

    /// <summary>The row at a place.</summary>
    public DataFrameRow this[long index] => new(_dataFrame, index);

    public IEnumerator<DataFrameRow> GetEnumerator()
    {
        for (long row = 0; row < Count; row++)
            yield return new DataFrameRow(_dataFrame, row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
