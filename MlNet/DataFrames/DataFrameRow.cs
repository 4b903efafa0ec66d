using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>A row of a <see cref="DataFrame"/>: a view of it, through which its values can be read and set.</summary>
public class DataFrameRow : IEnumerable<object?>
{
    private readonly DataFrame _dataFrame;
    private readonly long _rowIndex;

    internal DataFrameRow(DataFrame dataFrame, long rowIndex)
    {
        _dataFrame = dataFrame;
        _rowIndex = rowIndex;
    }

    /// <summary>The value of the column at a place.</summary>
    public object? this[int index]
    {
        get => _dataFrame.Columns[index][_rowIndex];
        set => _dataFrame.Columns[index][_rowIndex] = value;
    }

    /// <summary>The value of the column of a name.</summary>
    public object? this[string columnName]
    {
        get => _dataFrame[columnName][_rowIndex];
        set => _dataFrame[columnName][_rowIndex] = value;
    }

    public IEnumerator<object?> GetEnumerator() => _dataFrame.Columns.Select(column => column[_rowIndex]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The values with the names of their columns.</summary>
    public IEnumerable<KeyValuePair<string, object?>> GetValues() =>
        _dataFrame.Columns.Select(column => KeyValuePair.Create(column.Name, column[_rowIndex]));

    /// <summary>The values, each followed by a space.</summary>
    public override string ToString() => string.Concat(this.Select(value => $"{value ?? "null"} "));
}
