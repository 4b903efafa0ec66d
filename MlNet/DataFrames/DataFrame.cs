using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>A table in memory: named columns of one length, each of one type, with nulls.</summary>
/// <example><c>var tall = people[people["Height"].ElementwiseGreaterThan(180)].OrderBy("Name");</c></example>
public partial class DataFrame
{
    /// <exception cref="ArgumentException">The columns differ in length, or two have the same name.</exception>
    public DataFrame(IEnumerable<DataFrameColumn> columns)
    {
        Columns = new DataFrameColumnCollection(columns, ForgetSchema);
        Rows = new DataFrameRowCollection(this);
    }

    /// <inheritdoc cref="DataFrame(IEnumerable{DataFrameColumn})"/>
    public DataFrame(params DataFrameColumn[] columns)
        : this((IEnumerable<DataFrameColumn>)columns)
    {
    }

    public DataFrameColumnCollection Columns { get; }

    public DataFrameRowCollection Rows { get; }

    /// <summary>The value of a row in the column at a place.</summary>
    public object? this[long rowIndex, int columnIndex]
    {
        get => Columns[columnIndex][rowIndex];
        set => Columns[columnIndex][rowIndex] = value;
    }

    /// <inheritdoc cref="DataFrameColumnCollection.this[string]"/>
    public DataFrameColumn this[string columnName]
    {
        get => Columns[columnName];
        set => Columns[columnName] = value;
    }

    /// <summary>A copy of the rows that are marked true.</summary>
    public DataFrame this[PrimitiveDataFrameColumn<bool> rowFilter] => Filter(rowFilter);

    /// <summary>A copy of rows by their numbers.</summary>
    public DataFrame this[PrimitiveDataFrameColumn<int> rowIndices] => Filter(rowIndices);

    /// <inheritdoc cref="this[PrimitiveDataFrameColumn{int}]"/>
    public DataFrame this[PrimitiveDataFrameColumn<long> rowIndices] => Filter(rowIndices);

    /// <inheritdoc cref="this[PrimitiveDataFrameColumn{bool}]"/>
    public DataFrame this[IEnumerable<bool> rowFilter] => Filter(new BooleanDataFrameColumn("Filter", rowFilter));

    /// <inheritdoc cref="this[PrimitiveDataFrameColumn{int}]"/>
    public DataFrame this[IEnumerable<int> rowIndices] => Filter(new Int32DataFrameColumn("Filter", rowIndices));

    /// <inheritdoc cref="this[PrimitiveDataFrameColumn{int}]"/>
    public DataFrame this[IEnumerable<long> rowIndices] => Filter(new Int64DataFrameColumn("Filter", rowIndices));

    /// <inheritdoc cref="this[PrimitiveDataFrameColumn{bool}]"/>
    public DataFrame Filter(PrimitiveDataFrameColumn<bool> filter) => Pick(filter);

    /// <inheritdoc cref="this[PrimitiveDataFrameColumn{int}]"/>
    public DataFrame Filter(PrimitiveDataFrameColumn<int> rowIndices) => Pick(rowIndices);

    /// <inheritdoc cref="this[PrimitiveDataFrameColumn{int}]"/>
    public DataFrame Filter(PrimitiveDataFrameColumn<long> rowIndices) => Pick(rowIndices);

    /// <summary>A copy of the first rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public DataFrame Head(int numberOfRows) => Pick(new RowMap([.. LongRange.Of(numberOfRows)]));

    /// <summary>A copy of the last rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public DataFrame Tail(int numberOfRows) => Pick(new RowMap([.. LongRange.Of(numberOfRows).Select(row => Rows.Count - numberOfRows + row)]));

    /// <summary>A copy of rows drawn at random, none of them twice.</summary>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    public DataFrame Sample(int numberOfRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numberOfRows);
        if (numberOfRows > Rows.Count)
            throw new ArgumentException($"Parameter.Count exceeds the number of rows({Rows.Count}) in the DataFrame ", nameof(numberOfRows));
        var rows = LongRange.Of(Rows.Count).ToArray();
        Random.Shared.Shuffle(rows);
        return this[rows.Take(numberOfRows)];
    }

    /// <summary>A copy of everything.</summary>
    public DataFrame Clone() => new(Columns.Select(column => column.Clone()));

    /// <summary>A copy in the order of a column's values.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="ascending">Whether the smallest comes first.</param>
    /// <param name="putNullValuesLast">Whether rows with a null there come last, and not first.</param>
    public DataFrame OrderBy(string columnName, bool ascending = true, bool putNullValuesLast = true) =>
        Pick(Columns[columnName].GetSortIndices(ascending, putNullValuesLast));

    /// <summary>A copy in the order of a column's values, the largest first.</summary>
    public DataFrame OrderByDescending(string columnName, bool putNullValuesLast = true) => OrderBy(columnName, ascending: false, putNullValuesLast);

    /// <summary>Groups the rows by the values of a column; rows with a null there belong to no group.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public GroupBy GroupBy(string columnName) => Columns[columnName].GroupBy(Columns.IndexOf(columnName), this);

    /// <inheritdoc cref="GroupBy(string)"/>
    /// <typeparam name="TKey">The type of the column's values.</typeparam>
    /// <exception cref="InvalidCastException">The column holds values of another type.</exception>
    public GroupBy<TKey> GroupBy<TKey>(string columnName)
        where TKey : notnull => GroupBy(columnName) as GroupBy<TKey>
            ?? throw new InvalidCastException(
                $"Cannot cast elements of column '{columnName}' type of {Columns[columnName].DataType} to type {typeof(TKey)} used as TKey in grouping ");

    /// <summary>Type and number of values that are no nulls, for every column.</summary>
    public DataFrame Info() => Columns.Count == 0
        ? new DataFrame()
        : new DataFrame([new StringDataFrameColumn("Info", ["DataType", "Length (excluding null values)"]), .. Columns.Select(column => column.Info())]);

    /// <summary>Number of values that are no nulls, largest and smallest value and mean, for every column that has them.</summary>
    public DataFrame Description()
    {
        var described = Columns.Where(column => column.HasDescription()).ToArray();
        return described.Length == 0
            ? new DataFrame()
            : new DataFrame(
            [
                new StringDataFrameColumn("Description", ["Length (excluding null values)", "Max", "Min", "Mean"]),
                .. described.Select(column => column.Description()),
            ]);
    }

    /// <summary>Puts text before all names.</summary>
    public DataFrame AddPrefix(string prefix, bool inPlace = false) => Rename(name => prefix + name, inPlace);

    /// <summary>Puts text behind all names.</summary>
    public DataFrame AddSuffix(string suffix, bool inPlace = false) => Rename(name => name + suffix, inPlace);

    /// <summary>The first 25 rows as a table.</summary>
    public override string ToString() => ToString(DataFrameColumn.RowsShown);

    /// <summary>The first rows as a table.</summary>
    public string ToString(long rowsToShow)
    {
        var width = Math.Max(10, Columns.Select(column => column.Name.Length + 1).DefaultIfEmpty().Max());
        var text = new StringBuilder();
        foreach (var column in Columns)
            text.Append(column.Name.PadRight(width));
        text.AppendLine();
        foreach (var row in Rows.Take((int)Math.Clamp(rowsToShow, 0, int.MaxValue)))
        {
            foreach (var value in row)
                text.Append((value ?? "null").ToString()!.PadRight(width));
            text.AppendLine();
        }

        if (rowsToShow < Rows.Count)
            text.Append(CultureInfo.InvariantCulture, $"Showing {rowsToShow} of {Rows.Count} rows").AppendLine();
        return text.ToString();
    }

    private DataFrame Pick(DataFrameColumn rows) => Pick(RowMap.Of(rows, inverted: false, Rows.Count));

    private DataFrame Pick(RowMap rows) => new(Columns.Select(column => column.Pick(rows)));

    private DataFrame Rename(Func<string, string> newName, bool inPlace)
    {
        var result = inPlace ? this : Clone();
        foreach (var column in result.Columns)
            column.SetName(newName(column.Name));
        return result;
    }
}
