using System.Collections;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Microsoft.Data.Analysis;

/// <summary>A column of text that cannot be changed, laid out as Apache Arrow does: all text as UTF-8 in one buffer, and where each value begins.</summary>
public partial class ArrowStringDataFrameColumn : DataFrameColumn, IEnumerable<string?>
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly int[] _offsets;
    private readonly ReadOnlyMemory<byte> _validity;

    /// <summary>An empty column.</summary>
    public ArrowStringDataFrameColumn(string name)
        : this(name, ReadOnlyMemory<byte>.Empty, new byte[sizeof(int)], ReadOnlyMemory<byte>.Empty, 0, 0)
    {
    }

    /// <summary>A column over Arrow's buffers, of which the first and the last are not copied.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">All text in UTF-8.</param>
    /// <param name="offsets">One more than there are values, as Int32: where each begins, and where the last ends.</param>
    /// <param name="nullBits">A bit for each value, lowest first, set where it is no null; empty if none is.</param>
    /// <param name="length">How many values there are.</param>
    /// <param name="nullCount">How many of them are null.</param>
    /// <exception cref="ArgumentException">The buffers do not fit the numbers or each other.</exception>
    public ArrowStringDataFrameColumn(
        string name, ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> offsets, ReadOnlyMemory<byte> nullBits, int length, int nullCount)
        : base(name, length, typeof(string))
    {
        if (offsets.Length < (length + 1) * sizeof(int) || (nullBits.Length < (length + 7) / 8 && (nullCount > 0 || !nullBits.IsEmpty)))
            throw new ArgumentException($"Buffers for {length} values with {nullCount} nulls were expected. Received: {offsets.Length} bytes of offsets, {nullBits.Length} of null bits.", nameof(offsets));
        _text = values;
        _validity = nullBits;
        _offsets = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(offsets.Span)[..(length + 1)].ToArray();
        NullCount = nullCount;
        for (var row = 0; row < length; row++)
        {
            if (_offsets[row] < 0 || _offsets[row] > _offsets[row + 1] || _offsets[row + 1] > values.Length)
                throw new ArgumentException($"The offsets of value {row} do not lie in the text of {values.Length} bytes.", nameof(offsets));
        }
    }

    /// <inheritdoc/>
    public override long NullCount { get; }

    /// <inheritdoc cref="DataFrameColumn.this[long]"/>
    /// <exception cref="NotSupportedException">A value is assigned.</exception>
    public new string? this[long rowIndex]
    {
        get
        {
            if ((ulong)rowIndex >= (ulong)Length)
                throw new ArgumentOutOfRangeException(nameof(rowIndex), "Index cannot be greater than the Column's Length");
            return IsValid(rowIndex) ? Encoding.UTF8.GetString(_text.Span[_offsets[rowIndex].._offsets[rowIndex + 1]]) : null;
        }

        set => throw Immutable();
    }

    /// <inheritdoc cref="DataFrameColumn.this[long, int]"/>
    public new List<string?> this[long startIndex, int length]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(startIndex, Length);
            return [.. LongRange.Of(Math.Min(length, Length - startIndex)).Select(row => this[startIndex + row])];
        }
    }

    /// <summary>All text in UTF-8.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> GetReadOnlyDataBuffers() => [_text];

    /// <summary>Where each value begins, and where the last ends.</summary>
    public IEnumerable<ReadOnlyMemory<int>> GetReadOnlyOffsetsBuffers() => [_offsets];

    /// <summary>A bit for each value, lowest first, set where it is no null; empty if none is.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> GetReadOnlyNullBitMapBuffers() => [_validity];

    /// <inheritdoc/>
    public override bool IsValid(long index) => NullCount == 0 || (_validity.Span[(int)(index >> 3)] >> (int)(index & 7) & 1) != 0;

    public IEnumerator<string?> GetEnumerator()
    {
        for (long row = 0; row < Length; row++)
            yield return this[row];
    }

    /// <summary>A copy with every value replaced by what a function makes of it.</summary>
    public ArrowStringDataFrameColumn Apply(Func<string?, string?> func) => Of(this.Select(func));

    /// <inheritdoc cref="DataFrameColumn.Clone(long)"/>
    public new ArrowStringDataFrameColumn Clone(long numberOfNullsToAppend = 0) => (ArrowStringDataFrameColumn)CloneImplementation(numberOfNullsToAppend);

    /// <inheritdoc cref="DataFrameColumn.Clone(DataFrameColumn, bool, long)"/>
    public new ArrowStringDataFrameColumn Clone(DataFrameColumn? mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        (ArrowStringDataFrameColumn)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    /// <inheritdoc cref="DataFrameColumn.DropNulls"/>
    public new ArrowStringDataFrameColumn DropNulls() => Of(this.Where(value => value is not null));

    /// <inheritdoc cref="DataFrameColumn.FillNulls"/>
    /// <exception cref="NotSupportedException">In place.</exception>
    public ArrowStringDataFrameColumn FillNulls(string value, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return inPlace ? throw Immutable() : Apply(text => text ?? value);
    }

    /// <summary>Text cannot be clamped.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override DataFrameColumn Clamp<U>(U min, U max, bool inPlace = false) => throw new NotSupportedException("A column of text cannot be clamped.");

    /// <summary>Text cannot be filtered by bounds.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override DataFrameColumn Filter<U>(U min, U max) => throw new NotSupportedException("A column of text cannot be filtered by bounds.");

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals(string? value) => TextColumns.Compare(Name, this, text => text == value);

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(string? value) => TextColumns.Compare(Name, this, text => text != value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) =>
        TextColumns.Compare(Name, this, Partner(column), (left, right) => left == right);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) =>
        TextColumns.Compare(Name, this, Partner(column), (left, right) => left != right);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) =>
        value is DataFrameColumn column ? ElementwiseEquals(column) : ElementwiseEquals(value?.ToString());

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) =>
        value is DataFrameColumn column ? ElementwiseNotEquals(column) : ElementwiseNotEquals(value?.ToString());

    /// <inheritdoc/>
    public override GroupBy GroupBy(int columnIndex, DataFrame parent) => new GroupBy<string>(parent, columnIndex, GroupColumnValues<string>(out _));

    /// <inheritdoc/>
    public override Dictionary<TKey, ICollection<long>> GroupColumnValues<TKey>(out HashSet<long> nullIndices) =>
        TextColumns.Group<TKey>(Name, this, out nullIndices);

    /// <inheritdoc/>
    public override Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices) =>
        GetGroupedOccurrences<string>(other, out otherColumnNullIndices);

    /// <inheritdoc/>
    public override DataFrame ValueCounts() => TextColumns.Count(Name, this);

    internal override DataFrameColumn Pick(RowMap map) => Of(map.Rows.ToArray().Select(row => row < 0 && map.HasNulls ? null : this[row]));

    protected override object? GetValue(long rowIndex) => this[rowIndex];

    protected override IReadOnlyList<object?> GetValues(long startIndex, int length) => this[startIndex, length];

    protected override void SetValue(long rowIndex, object? value) => throw Immutable();

    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend) =>
        Of(this.Concat(Enumerable.Repeat<string?>(null, checked((int)numberOfNullsToAppend))));

    protected override DataFrameColumn CloneImplementation(DataFrameColumn? mapIndices, bool invertMapIndices = false, long numberOfNullsToAppend = 0) =>
        (mapIndices is null ? this : Pick(RowMap.Of(mapIndices, invertMapIndices, Length))).Clone(numberOfNullsToAppend);

    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) => value is string text
        ? FillNulls(text, inPlace)
        : throw new ArgumentException($"Expected value to be of type {typeof(string)}", nameof(value));

    protected override DataFrameColumn DropNullsImplementation() => DropNulls();

    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast)
    {
        var (valid, nulls) = TextColumns.Sort(this);
        return SortIndices(valid, nulls, ascending, putNullValuesLast);
    }

    protected internal override void AddDataViewColumn(DataViewSchema.Builder builder) => builder.AddColumn(Name, TextDataViewType.Instance);

    protected internal override Delegate GetDataViewGetter(DataViewRowCursor cursor) =>
        (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = this[cursor.Position].AsMemory());

    private static NotSupportedException Immutable() => new("Column is immutable");

    private ArrowStringDataFrameColumn Of(IEnumerable<string?> values)
    {
        var text = new MemoryStream();
        var offsets = new List<int> { 0 };
        var validity = new ColumnValues<byte>();
        foreach (var value in values)
        {
            text.Write(Encoding.UTF8.GetBytes(value ?? string.Empty));
            offsets.Add(checked((int)text.Length));
            validity.Append(value is null ? null : (byte)0);
        }

        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes<int>(offsets.ToArray()).ToArray();
        return new ArrowStringDataFrameColumn(Name, text.ToArray(), bytes, validity.Validity, validity.Length, validity.NullCount);
    }

    private DataFrameColumn Partner(DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Length == Length ? column : throw new ArgumentException("Column lengths are mismatched", nameof(column));
    }
}
