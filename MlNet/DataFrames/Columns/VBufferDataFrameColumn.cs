using System.Collections;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Microsoft.Data.Analysis;

/// <summary>A column of vectors. It has no nulls: where a value is missing, there is a vector without items.</summary>
/// <typeparam name="T">The type of the vectors' items: text, or one that a view knows.</typeparam>
public partial class VBufferDataFrameColumn<T> : DataFrameColumn, IEnumerable<VBuffer<T>>
{
    private readonly List<VBuffer<T>> _values;

    public VBufferDataFrameColumn(string name, IEnumerable<VBuffer<T>> values)
        : base(name, 0, typeof(VBuffer<T>))
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];
        Length = _values.Count;
    }

    /// <summary>A column of vectors without items.</summary>
    public VBufferDataFrameColumn(string name, long length = 0)
        : this(name, Enumerable.Repeat(default(VBuffer<T>), checked((int)length)))
    {
    }

    /// <summary>Always 0.</summary>
    public override long NullCount => 0;

    /// <inheritdoc cref="DataFrameColumn.this[long]"/>
    public new VBuffer<T> this[long rowIndex]
    {
        get => GetTypedValue(rowIndex);
        set => SetTypedValue(rowIndex, value);
    }

    public IEnumerator<VBuffer<T>> GetEnumerator() => _values.GetEnumerator();

    public void Append(VBuffer<T> value)
    {
        _values.Add(value);
        Length = _values.Count;
    }

    /// <inheritdoc cref="DataFrameColumn.Clone(long)"/>
    public new VBufferDataFrameColumn<T> Clone(long numberOfNullsToAppend = 0) => (VBufferDataFrameColumn<T>)CloneImplementation(numberOfNullsToAppend);

    /// <inheritdoc cref="DataFrameColumn.Clone(DataFrameColumn, bool, long)"/>
    public new VBufferDataFrameColumn<T> Clone(DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend) =>
        (VBufferDataFrameColumn<T>)CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend);

    /// <summary>Vectors cannot be looked up in another column.</summary>
    /// <exception cref="NotImplementedException">Always.</exception>
    public override Dictionary<long, ICollection<long>> GetGroupedOccurrences(DataFrameColumn other, out HashSet<long> otherColumnNullIndices) =>
        GetGroupedOccurrences<VBuffer<T>>(other, out otherColumnNullIndices);

    protected VBuffer<T> GetTypedValue(long rowIndex)
    {
        CheckIndex(rowIndex);
        return _values[(int)rowIndex];
    }

    protected void SetTypedValue(long rowIndex, VBuffer<T> value)
    {
        CheckIndex(rowIndex);
        _values[(int)rowIndex] = value;
    }

    protected override object? GetValue(long rowIndex) => GetTypedValue(rowIndex);

    protected override IReadOnlyList<object?> GetValues(long startIndex, int length)
    {
        CheckIndex(startIndex);
        return [.. _values.Skip((int)startIndex).Take(length).Select(value => (object?)value)];
    }

    protected override void SetValue(long rowIndex, object? value)
    {
        if (value is not (null or VBuffer<T>))
            throw new ArgumentException($"Expected value to be of type {DataType}", nameof(value));
        SetTypedValue(rowIndex, value is VBuffer<T> vector ? vector : default);
    }

    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend) =>
        new VBufferDataFrameColumn<T>(Name, _values.Concat(Enumerable.Repeat(default(VBuffer<T>), checked((int)numberOfNullsToAppend))));

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
        var result = new VBufferDataFrameColumn<T>(Name);
        foreach (var row in map.Rows)
            result.Append(row < 0 && map.HasNulls ? default : this[row]);
        return result;
    }

    protected override DataFrameColumn FillNullsImplementation(object value, bool inPlace) => inPlace ? this : Clone();

    protected override DataFrameColumn DropNullsImplementation() => Clone();

    /// <summary>Vectors have no order.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected internal override PrimitiveDataFrameColumn<long> GetSortIndices(bool ascending, bool putNullValuesLast) =>
        throw new NotSupportedException($"Column '{Name}' holds vectors, which have no order.");

    protected internal override void Resize(long length)
    {
        if (length < Length)
            throw new ArgumentException("Cannot resize down", nameof(length));
        while (Length < length)
            Append(default);
    }

    protected internal override void AddDataViewColumn(DataViewSchema.Builder builder)
    {
        var size = _values.Count > 0 ? _values[0].Length : 0;
        var isFixed = _values.TrueForAll(value => value.Length == size);
        builder.AddColumn(Name, new VectorDataViewType(ItemType(), isFixed ? size : 0));
    }

    protected internal override Delegate GetDataViewGetter(DataViewRowCursor cursor) =>
        (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) => this[cursor.Position].CopyTo(ref value));

    protected internal override Delegate GetValueGetterUsingCursor(DataViewRowCursor cursor, DataViewSchema.Column schemaColumn) =>
        cursor.GetGetter<VBuffer<T>>(schemaColumn);

    protected internal override void AddValueUsingCursor(DataViewRowCursor cursor, Delegate getter)
    {
        VBuffer<T> value = default;
        ((ValueGetter<VBuffer<T>>)getter)(ref value);
        Append(value);
    }

    private static PrimitiveDataViewType ItemType() => typeof(T) switch
    {
        var type when type == typeof(bool) => BooleanDataViewType.Instance,
        var type when type == typeof(byte) => NumberDataViewType.Byte,
        var type when type == typeof(sbyte) => NumberDataViewType.SByte,
        var type when type == typeof(short) => NumberDataViewType.Int16,
        var type when type == typeof(ushort) => NumberDataViewType.UInt16,
        var type when type == typeof(int) => NumberDataViewType.Int32,
        var type when type == typeof(uint) => NumberDataViewType.UInt32,
        var type when type == typeof(long) => NumberDataViewType.Int64,
        var type when type == typeof(ulong) => NumberDataViewType.UInt64,
        var type when type == typeof(float) => NumberDataViewType.Single,
        var type when type == typeof(double) => NumberDataViewType.Double,
        var type when type == typeof(DateTime) => DateTimeDataViewType.Instance,
        var type when type == typeof(ReadOnlyMemory<char>) => TextDataViewType.Instance,
        var type => throw new NotSupportedException($"{type.Name} is not a supported column type."),
    };

    private void CheckIndex(long index)
    {
        if ((ulong)index >= (ulong)Length)
            throw new ArgumentOutOfRangeException(nameof(index), "Index cannot be greater than the Column's Length");
    }
}
