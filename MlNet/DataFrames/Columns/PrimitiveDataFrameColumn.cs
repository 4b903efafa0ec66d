using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <summary>A column of values of a fixed size, such as numbers, truth values or dates.</summary>
/// <typeparam name="T">The type of a value that is no null.</typeparam>
public partial class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?>
    where T : unmanaged
{
    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values)
        : this(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            Values.Append(value);
        Length = Values.Length;
    }

    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values)
        : base(name, 0, typeof(T))
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = new ColumnValues<T>([.. values]);
        Length = Values.Length;
    }

    /// <summary>A column of nulls.</summary>
    public PrimitiveDataFrameColumn(string name, long length = 0)
        : base(name, length, typeof(T)) => Values = new ColumnValues<T>(length);

    /// <summary>A column of values as Apache Arrow lays them out.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="buffer">The bytes of the values, one after the other.</param>
    /// <param name="nullBitMap">A bit for each value, set where it is no null; empty if none is.</param>
    /// <param name="length">How many values there are.</param>
    /// <param name="nullCount">How many of them are null.</param>
    /// <exception cref="ArgumentException">The buffers do not fit the numbers.</exception>
    public PrimitiveDataFrameColumn(string name, ReadOnlyMemory<byte> buffer, ReadOnlyMemory<byte> nullBitMap, int length = 0, int nullCount = 0)
        : base(name, length, typeof(T)) => Values = ColumnValues<T>.FromBuffers(buffer, nullBitMap, length, nullCount);

    /// <inheritdoc/>
    public override long NullCount => Values.NullCount;

    internal ColumnValues<T> Values { get; private set; }

    /// <inheritdoc cref="DataFrameColumn.this[long]"/>
    public new T? this[long rowIndex]
    {
        get => Values[rowIndex];
        set => Values[rowIndex] = value;
    }

    /// <inheritdoc cref="DataFrameColumn.this[long, int]"/>
    public new IReadOnlyList<T?> this[long startIndex, int length]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(startIndex, Length);
            var result = new List<T?>();
            for (var row = startIndex; row < Math.Min(Length, startIndex + length); row++)
                result.Add(this[row]);
            return result;
        }
    }

    /// <summary>The values in memory; what stands where there is a null means nothing.</summary>
    public IEnumerable<ReadOnlyMemory<T>> GetReadOnlyDataBuffers() => Length == 0 ? [] : [Values.Memory];

    /// <summary>A bit for each value, lowest first, set where it is no null.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> GetReadOnlyNullBitMapBuffers() => Length == 0 ? [] : [Values.Validity];

    public IEnumerator<T?> GetEnumerator()
    {
        for (long row = 0; row < Length; row++)
            yield return Values[row];
    }

    public void Append(T? value)
    {
        Values.Append(value);
        Length = Values.Length;
    }

    public void AppendMany(T? value, long count)
    {
        Values.AppendMany(value, count);
        Length = Values.Length;
    }

    /// <inheritdoc/>
    public override bool IsValid(long index) => Values.IsValid(index);

    /// <summary>Whether the values are numbers; characters, truth values and dates are none.</summary>
    public override bool IsNumericColumn() => ElementMath<T>.Of.IsNumber && typeof(T) != typeof(char);

    /// <inheritdoc/>
    public override bool HasDescription() => IsNumericColumn() || typeof(T) == typeof(DateTime);

    /// <summary>Four values: how many are no nulls, the largest, the smallest, and the sum by the length, nulls included.</summary>
    public override DataFrameColumn Description() => new SingleDataFrameColumn(
        Name, [Length - NullCount, Single(Reduction.Max), Single(Reduction.Min), Single(Reduction.Sum) / Length]);

    /// <summary>Replaces every value that is no null by what a function makes of it.</summary>
    public PrimitiveDataFrameColumn<T> Apply(Func<T, T> func, bool inPlace = false)
    {
        ArgumentNullException.ThrowIfNull(func);
        var result = inPlace ? this : Clone();
        result.Values.Transform(func);
        return result;
    }

    [Obsolete("Method is obsolete, use Apply(Func<T, T> func, bool inPlace = false) instead")]
    public PrimitiveDataFrameColumn<TResult> Apply<TResult>(Func<T?, TResult?> func)
        where TResult : unmanaged => new("Result", this.Select(func));

    [Obsolete("Method is obsolete, use Apply(Func<T, T> func, bool inPlace = false) instead")]
    public void ApplyElementwise(Func<T?, long, T?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        for (long row = 0; row < Length; row++)
            this[row] = func(this[row], row);
    }

    protected T? GetTypedValue(long rowIndex) => Values[rowIndex];

    /// <summary>A column of the same kind.</summary>
    protected virtual PrimitiveDataFrameColumn<T> CreateNewColumn(string name, long length = 0) => new(name, length);

    protected override object? GetValue(long rowIndex) => Values[rowIndex];

    protected override IReadOnlyList<object?> GetValues(long startIndex, int length) => [.. this[startIndex, length].Select(value => (object?)value)];

    protected override void SetValue(long rowIndex, object? value)
    {
        if (value is not (null or T))
            throw new ArgumentException($"Expected value to be of type {DataType}", nameof(value));
        Values[rowIndex] = (T?)value;
    }

    protected override IEnumerator GetEnumeratorCore() => GetEnumerator();

    protected internal override void Resize(long length)
    {
        if (length < Length)
            throw new ArgumentException("Cannot resize down", nameof(length));
        AppendMany(null, length - Length);
    }

    internal override void AppendText(ReadOnlySpan<char> text, CultureInfo culture) =>
        Append(text.IsEmpty || text.Equals("null", StringComparison.OrdinalIgnoreCase) ? null : ElementMath<T>.Of.Parse(text, culture));

    /// <summary>A column of the same kind and name.</summary>
    private protected PrimitiveDataFrameColumn<T> With(ColumnValues<T> values)
    {
        var column = CreateNewColumn(Name);
        column.Values = values;
        column.Length = values.Length;
        return column;
    }

    private float? Single(Reduction reduction) => ElementMath<T>.Of.IsNumber && Values.Reduce(reduction) is { } value
        ? (float)Convert.ChangeType(value, typeof(float), CultureInfo.InvariantCulture)
        : null;
}
