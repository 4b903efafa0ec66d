using System.Collections;
using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

/// <summary>A named column of a <see cref="DataFrame"/>: values of one type, any of which can be null.</summary>
public abstract partial class DataFrameColumn : IEnumerable
{
    /// <summary>How many rows are shown where nobody says how many.</summary>
    internal const int RowsShown = 25;

    private long _length;

    /// <param name="name">The column's name.</param>
    /// <param name="length">How many values there are.</param>
    /// <param name="type">The type of a value that is no null.</param>
    protected DataFrameColumn(string name, long length, Type type)
    {
        Length = length;
        Name = name;
        DataType = type;
    }

    /// <summary>Raised with the new name before the column takes it.</summary>
    internal event Action<DataFrameColumn, string>? Renaming;

    /// <summary>How many values there are, nulls included.</summary>
    public long Length
    {
        get => _length;
        protected set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _length = value;
        }
    }

    /// <summary>How many of the values are null.</summary>
    public abstract long NullCount { get; }

    /// <summary>The column's name.</summary>
    public string Name { get; private set; }

    /// <summary>The type of a value that is no null.</summary>
    public Type DataType { get; }

    /// <summary>The value of a row, or null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException">A value of another type is assigned.</exception>
    public object? this[long rowIndex]
    {
        get => GetValue(rowIndex);
        set => SetValue(rowIndex, value);
    }

    /// <summary>The values of several rows; fewer where the column ends before.</summary>
    public IReadOnlyList<object?> this[long startIndex, int length] => GetValues(startIndex, length);

    /// <summary>A column of numbers, truth values or dates.</summary>
    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T?> values)
        where T : unmanaged => new(name, values);

    /// <summary>A column of numbers, truth values or dates.</summary>
    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T> values)
        where T : unmanaged => new(name, values);

    /// <summary>A column of text.</summary>
    public static StringDataFrameColumn Create(string name, IEnumerable<string?> values) => new(name, values);

    /// <summary>Renames the column, also in the data frames that hold it.</summary>
    /// <exception cref="ArgumentException">One of them has a column of that name.</exception>
    public void SetName(string newName)
    {
        Renaming?.Invoke(this, newName);
        Name = newName;
    }

    [Obsolete]
    public void SetName(string newName, DataFrame dataFrame) => SetName(newName);

    /// <summary>Whether a row's value is no null.</summary>
    public virtual bool IsValid(long index) => NullCount == 0 || this[index] is not null;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumeratorCore();

    /// <summary>A copy, with nulls behind it.</summary>
    public DataFrameColumn Clone(long numberOfNullsToAppend = 0) => CloneImplementation(numberOfNullsToAppend);

    /// <summary>A copy of some rows.</summary>
    /// <param name="mapIndices">Row numbers (Int32 or Int64; null for a null), or marks (Boolean) of the rows to take; all rows if null.</param>
    /// <param name="invertMapIndices">Whether the row numbers are to be taken from the last to the first.</param>
    /// <param name="numberOfNullsToAppend">How many nulls to put behind.</param>
    /// <exception cref="ArgumentException"><paramref name="mapIndices"/> is of another type.</exception>
    public DataFrameColumn Clone(DataFrameColumn? mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    /// <summary>A copy in the order of the values.</summary>
    public DataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) => Clone(GetSortIndices(ascending, putNullValuesLast));

    /// <summary>A copy without nulls.</summary>
    public virtual DataFrameColumn DropNulls() => DropNullsImplementation();

    /// <summary>Puts a value in the place of nulls.</summary>
    /// <exception cref="ArgumentException">The value cannot be made one of the column's type.</exception>
    public virtual DataFrameColumn FillNulls(object value, bool inPlace = false) => FillNullsImplementation(value, inPlace);

    /// <summary>Sets values below a smallest and above a largest one to these.</summary>
    public virtual DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => ClampImplementation(min, max, inPlace);

    /// <summary>The values from a smallest to a largest one, without nulls.</summary>
    public virtual DataFrameColumn Filter<U>(U min, U max) => FilterImplementation(min, max);

    /// <summary>Two columns: the distinct values ("Values") and how often each occurs ("Counts").</summary>
    public virtual DataFrame ValueCounts() => throw new NotImplementedException();

    /// <summary>Groups the rows of a data frame by this column's values.</summary>
    public virtual GroupBy GroupBy(int columnIndex, DataFrame parent) => throw new NotImplementedException();

    /// <summary>The rows of each distinct value, in rising order, and apart from them the rows with nulls.</summary>
    public virtual Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices)
        where TKey : notnull => throw new NotImplementedException();

    /// <summary>For every row whose value occurs in another column, the rows of that column that have it.</summary>
    /// <exception cref="ArgumentException">The other column is of another type.</exception>
    public abstract Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices);

    /// <summary>Type and number of values that are no nulls, as text.</summary>
    public virtual StringDataFrameColumn Info() =>
        new(Name, [DataType.ToString(), (Length - NullCount).ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Whether <see cref="Description"/> has something to say.</summary>
    public virtual bool HasDescription() => false;

    /// <summary>Statistics of the column.</summary>
    public virtual DataFrameColumn Description() => throw new NotImplementedException();

    /// <summary>Whether the values are numbers.</summary>
    public virtual bool IsNumericColumn() => false;

    /// <summary>The first values as text.</summary>
    public override string ToString() => ToString(RowsShown);

    /// <summary>The first values as text.</summary>
    public string ToString(long rowsToShow)
    {
        var text = new StringBuilder(Name);
        var shown = Math.Min(Length, rowsToShow);
        for (long row = 0; row < shown; row++)
            text.Append(this[row] ?? "null").AppendLine();
        if (shown < Length)
            text.Append(CultureInfo.InvariantCulture, $"Showing {rowsToShow} of {Length} rows").AppendLine();
        return text.Append(CultureInfo.InvariantCulture, $"Name: {Name}, Type: {DataType}").ToString();
    }

    protected abstract object? GetValue(long rowIndex);

    protected abstract IReadOnlyList<object?> GetValues(long startIndex, int length);

    protected abstract void SetValue(long rowIndex, object? value);

    protected abstract IEnumerator GetEnumeratorCore();

    protected abstract DataFrameColumn CloneImplementation(DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend);

    protected abstract DataFrameColumn CloneImplementation(long numberOfNullsToAppend = 0);

    protected abstract DataFrameColumn FillNullsImplementation(object value, bool inPlace);

    protected abstract DataFrameColumn DropNullsImplementation();

    /// <summary>The row numbers in the order of the values; equal values keep their order, descending they are reversed.</summary>
    protected internal abstract PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast);

    protected virtual DataFrameColumn ClampImplementation<U>(U min, U max, bool inPlace) => throw new NotImplementedException();

    protected virtual DataFrameColumn FilterImplementation<U>(U min, U max) => throw new NotImplementedException();

    /// <summary>Puts nulls behind the values until there are <paramref name="length"/>.</summary>
    /// <exception cref="ArgumentException">There are more already.</exception>
    protected internal virtual void Resize(long length) => throw new NotImplementedException();

    protected Dictionary<long, ICollection<long>> GetGroupedOccurrences<TKey>(DataFrameColumn other, out HashSet<long> otherColumnNullIndices)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(other);
        if (DataType != other.DataType)
            throw new ArgumentException($"Expected column to hold values of type {DataType}", nameof(other));
        var groups = other.GroupColumnValues<TKey>(out otherColumnNullIndices);
        var result = new Dictionary<long, ICollection<long>>();
        for (long row = 0; row < Length; row++)
        {
            if (this[row] is TKey value && groups.TryGetValue(value, out var rows))
                result.Add(row, rows);
        }

        return result;
    }

    /// <summary>A copy of some rows.</summary>
    internal virtual DataFrameColumn Pick(RowMap map)
    {
        var rows = new Int64DataFrameColumn("Rows", map.Length);
        for (var i = 0; i < map.Length; i++)
            rows[i] = map.HasNulls && map.Rows[i] < 0 ? null : map.Rows[i];
        return Clone(rows);
    }

    /// <summary>Adds a value written as text; "null" is none.</summary>
    /// <exception cref="FormatException">The text is no value of the column's type.</exception>
    internal virtual void AppendText(ReadOnlySpan<char> text, CultureInfo culture)
    {
        var value = text.Equals("null", StringComparison.OrdinalIgnoreCase) ? null : Convert.ChangeType(text.ToString(), DataType, culture);
        Resize(Length + 1);
        this[Length - 1] = value;
    }

    private protected static PrimitiveDataFrameColumn<long> SortIndices(List<long> valid, List<long> nulls, bool ascending, bool putNullValuesLast)
    {
        if (!ascending)
            valid.Reverse();
        return new Int64DataFrameColumn("SortIndices", putNullValuesLast ? valid.Concat(nulls) : nulls.Concat(valid));
    }
}
