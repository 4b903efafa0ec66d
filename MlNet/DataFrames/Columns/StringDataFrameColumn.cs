using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>A column of text.</summary>
public partial class StringDataFrameColumn : DataFrameColumn, IEnumerable<string?>
{
    private readonly List<string?> _values;
    private int _nullCount;

    public StringDataFrameColumn(string name, IEnumerable<string?> values)
        : base(name, 0, typeof(string))
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];
        _nullCount = _values.Count(value => value is null);
        Length = _values.Count;
    }

    /// <summary>A column of nulls.</summary>
    public StringDataFrameColumn(string name, long length = 0)
        : this(name, Enumerable.Repeat<string?>(null, checked((int)length)))
    {
    }

    /// <inheritdoc/>
    public override long NullCount => _nullCount;

    /// <inheritdoc cref="DataFrameColumn.this[long]"/>
    public new string? this[long rowIndex]
    {
        get
        {
            CheckIndex(rowIndex);
            return _values[(int)rowIndex];
        }

        set
        {
            CheckIndex(rowIndex);
            _nullCount += (value is null ? 1 : 0) - (_values[(int)rowIndex] is null ? 1 : 0);
            _values[(int)rowIndex] = value;
        }
    }

    /// <inheritdoc cref="DataFrameColumn.this[long, int]"/>
    public new List<string?> this[long startIndex, int length]
    {
        get
        {
            CheckIndex(startIndex);
            return _values.GetRange((int)startIndex, (int)Math.Min(length, Length - startIndex));
        }
    }

    public IEnumerator<string?> GetEnumerator() => _values.GetEnumerator();

    public void Append(string? value)
    {
        _values.Add(value);
        _nullCount += value is null ? 1 : 0;
        Length = _values.Count;
    }

    /// <summary>Replaces every value by what a function makes of it.</summary>
    public StringDataFrameColumn Apply(Func<string?, string?> func, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(func);
        var result = inPlace ? this : Clone();
        for (long row = 0; row < result.Length; row++)
            result[row] = func(result[row]);
        return result;
    }

    /// <inheritdoc cref="DataFrameColumn.Clone(long)"/>
    public new StringDataFrameColumn Clone(long numberOfNullsToAppend = 0) => (StringDataFrameColumn)CloneImplementation(numberOfNullsToAppend);

    /// <inheritdoc cref="DataFrameColumn.Clone(DataFrameColumn, bool, long)"/>
    public new StringDataFrameColumn Clone(DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend) =>
        (StringDataFrameColumn)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    /// <inheritdoc cref="DataFrameColumn.Sort"/>
    public new StringDataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (StringDataFrameColumn)CloneImplementation(GetSortIndices(ascending, putNullValuesLast));

    /// <inheritdoc cref="DataFrameColumn.DropNulls"/>
    public new StringDataFrameColumn DropNulls() => (StringDataFrameColumn)DropNullsImplementation();

    /// <inheritdoc cref="DataFrameColumn.FillNulls"/>
    public StringDataFrameColumn FillNulls(string value, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Apply(text => text ?? value, inPlace);
    }

    /// <summary>Text cannot be clamped.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => throw new NotSupportedException("A column of text cannot be clamped.");

    /// <summary>Text cannot be filtered by bounds.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override DataFrameColumn Filter<U>(U min, U max) => throw new NotSupportedException("A column of text cannot be filtered by bounds.");

    /// <inheritdoc/>
    public override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<string>(parent, columnIndex, GroupColumnValues<string>(out _));

    /// <inheritdoc/>
    public override Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices) =>
        TextColumns.Group<TKey>(Name, _values, out nullIndices);

    /// <inheritdoc/>
    public override Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices) =>
        GetGroupedOccurrences<string>(other, out otherColumnNullIndices);

    /// <inheritdoc/>
    public override DataFrame ValueCounts() => TextColumns.Count(Name, _values);

    protected override object? GetValue(long rowIndex) => this[rowIndex];

    protected override IReadOnlyList<object?> GetValues(long startIndex, int length) => this[startIndex, length];

    protected override void SetValue(long rowIndex, object? value)
    {
        if (value is not (null or string))
            throw new ArgumentException($"Expected value to be of type {typeof(string)}", nameof(value));
        this[rowIndex] = (string?)value;
    }

    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend) =>
        new StringDataFrameColumn(Name, _values.Concat(Enumerable.Repeat<string?>(null, checked((int)numberOfNullsToAppend))));

    protected override DataFrameColumn CloneImplementation(DataFrameColumn? mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0)
    {
        if (mapIndices is null)
            return Clone(numberOfNullsToAppend);
        var result = Pick(RowMap.Of(mapIndices, invertMapIndices, Length));
        result.Resize(result.Length + numberOfNullsToAppend);
        return result;
    }

    internal override DataFrameColumn Pick(RowMap map)
    {
        var result = new StringDataFrameColumn(Name);
        foreach (var row in map.Rows)
            result.Append(row < 0 && map.HasNulls ? null : this[row]);
        return result;
    }

    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) => value is string text
        ? FillNulls(text, inPlace)
        : throw new ArgumentException($"Expected value to be of type {typeof(string)}", nameof(value));

    protected override DataFrameColumn DropNullsImplementation() => new StringDataFrameColumn(Name, _values.Where(value => value is not null));

    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast)
    {
        var (valid, nulls) = TextColumns.Sort(_values);
        return SortIndices(valid, nulls, ascending, putNullValuesLast);
    }

    protected internal override void Resize(long length)
    {
        if (length < Length)
            throw new ArgumentException("Cannot resize down", nameof(length));
        while (Length < length)
            Append(null);
    }

    internal override void AppendText(ReadOnlySpan<char> text, CultureInfo culture) =>
        Append(text.Equals("null", StringComparison.OrdinalIgnoreCase) ? null : text.ToString());

    private void CheckIndex(long index)
    {
        if ((ulong)index >= (ulong)Length)
            throw new ArgumentOutOfRangeException(nameof(index), "Index cannot be greater than the Column's Length");
    }
}
