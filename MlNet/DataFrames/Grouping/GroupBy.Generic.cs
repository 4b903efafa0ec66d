using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <inheritdoc/>
/// <typeparam name="TKey">The type of the column's values.</typeparam>
public class GroupBy<TKey> : GroupBy
{
    private readonly DataFrame _data;
    private readonly int _keyColumn;
    private readonly IDictionary<TKey, ICollection<long>> _groups;

    /// <param name="dataFrame">The data frame.</param>
    /// <param name="groupByColumnIndex">Where the column is by which the rows are grouped.</param>
    /// <param name="keyToRowIndices">The rows of each value.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public GroupBy(DataFrame dataFrame, int groupByColumnIndex, IDictionary<TKey, ICollection<long>> keyToRowIndices)
    {
        ArgumentNullException.ThrowIfNull(dataFrame);
        ArgumentNullException.ThrowIfNull(keyToRowIndices);
        if (groupByColumnIndex < 0 || groupByColumnIndex >= dataFrame.Columns.Count)
            throw new ArgumentException($"There is no column {groupByColumnIndex} in a data frame of {dataFrame.Columns.Count} columns.", nameof(groupByColumnIndex));
        _data = dataFrame;
        _keyColumn = groupByColumnIndex;
        _groups = keyToRowIndices;
    }

    /// <summary>The rows of each group, with its value as the key.</summary>
    public IEnumerable<IGrouping<TKey, DataFrameRow>> Groupings =>
        _groups.Select(group => new RowGrouping<TKey>(group.Key, group.Value.Select(row => _data.Rows[row])));

    /// <inheritdoc/>
    public override DataFrame Count(params string[] columnNames) =>
        Aggregate(columnNames, (column, rows) => rows.LongCount(column.IsValid), name => new Int64DataFrameColumn(name));

    /// <inheritdoc/>
    public override DataFrame First(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column[rows.First()]);

    /// <inheritdoc/>
    public override DataFrame Max(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Max(rows));

    /// <inheritdoc/>
    public override DataFrame Min(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Min(rows));

    /// <inheritdoc/>
    public override DataFrame Product(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Product(rows));

    /// <inheritdoc/>
    public override DataFrame Sum(params string[] columnNames) => Aggregate(columnNames, (column, rows) => column.Sum(rows));

    /// <inheritdoc/>
    public override DataFrame Mean(params string[] columnNames) => Aggregate(
        columnNames,
        (column, rows) => Convert.ToDouble(column.Sum(rows), CultureInfo.InvariantCulture) / rows.Count,
        name => new DoubleDataFrameColumn(name));

    /// <inheritdoc/>
    public override DataFrame Head(int numberOfRows) => Pick(rows => rows.Take(numberOfRows));

    /// <inheritdoc/>
    public override DataFrame Tail(int numberOfRows) => Pick(rows => rows.TakeLast(numberOfRows));

    private DataFrameColumn KeyColumn => _data.Columns[_keyColumn];

    private DataFrame Aggregate(
        string[]? columnNames,
        Func<DataFrameColumn, ICollection<long>, object?> aggregate,
        Func<string, DataFrameColumn>? create = null)
    {
        var columns = columnNames is { Length: > 0 } ? columnNames.Select(name => _data.Columns[name]) : _data.Columns;
        var none = new Int64DataFrameColumn("None");
        var keys = KeyColumn.Clone(new Int64DataFrameColumn("First", _groups.Values.Select(rows => rows.First())));
        var result = new DataFrame(keys);
        foreach (var column in columns.Where(column => !ReferenceEquals(column, KeyColumn)))
        {
            var values = create?.Invoke(column.Name) ?? column.Clone(none);
            values.Resize(_groups.Count);
            foreach (var (group, rows) in _groups.Values.Index())
                values[group] = aggregate(column, rows);
            result.Columns.Add(values);
        }

        return result;
    }

    /// <summary>Some rows of each group, the column of the groups' values first.</summary>
    private DataFrame Pick(Func<IEnumerable<long>, IEnumerable<long>> choose)
    {
        var rows = new Int64DataFrameColumn("Rows", _groups.Values.SelectMany(choose));
        return new DataFrame([KeyColumn.Clone(rows), .. _data.Columns.Where(column => !ReferenceEquals(column, KeyColumn)).Select(column => column.Clone(rows))]);
    }
}
