using Microsoft.ML;
using Microsoft.ML.Data;

namespace Microsoft.Data.Analysis;

/// <content>Text put together and compared, and the column as one of a view, where nulls are empty text.</content>
public partial class StringDataFrameColumn
{
    public static StringDataFrameColumn operator +(StringDataFrameColumn column, string value) => column.Add(value);

    public static StringDataFrameColumn operator +(string value, StringDataFrameColumn column) => Add(value, column);

    /// <summary>Text put before every value.</summary>
    public static StringDataFrameColumn Add(string value, StringDataFrameColumn right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return right.Apply(text => value + text);
    }

    /// <summary>Text put behind every value.</summary>
    public StringDataFrameColumn Add(string value, bool inPlace = false) => Apply(text => text + value, inPlace);

    /// <summary>The values of another column, as text, put behind this one's.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public override DataFrameColumn Add(DataFrameColumn column, bool inPlace = false)
    {
        CheckLength(column);
        var result = inPlace ? this : Clone();
        for (long row = 0; row < Length; row++)
            result[row] += column[row]?.ToString();
        return result;
    }

    /// <summary>A value, as text, put behind every value.</summary>
    public override DataFrameColumn Add<T>(T value, bool inPlace = false) => value is DataFrameColumn column
        ? Add(column, inPlace)
        : Add(value?.ToString() ?? string.Empty, inPlace);

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals(string? value) => TextColumns.Compare(Name, _values, text => text == value);

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(string? value) => TextColumns.Compare(Name, _values, text => text != value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn? column)
    {
        if (column is null)
            return ElementwiseIsNull();
        CheckLength(column);
        return TextColumns.Compare(Name, _values, column, (left, right) => left == right);
    }

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn? column)
    {
        if (column is null)
            return ElementwiseIsNotNull();
        CheckLength(column);
        return TextColumns.Compare(Name, _values, column, (left, right) => left != right);
    }

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => value is DataFrameColumn column
        ? ElementwiseEquals(column)
        : ElementwiseEquals(value?.ToString());

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) => value is DataFrameColumn column
        ? ElementwiseNotEquals(column)
        : ElementwiseNotEquals(value?.ToString());

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => TextColumns.Compare(Name, _values, text => text is null);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => TextColumns.Compare(Name, _values, text => text is not null);

    protected internal override void AddDataViewColumn(DataViewSchema.Builder builder) => builder.AddColumn(Name, TextDataViewType.Instance);

    protected internal override Delegate GetDataViewGetter(DataViewRowCursor cursor) =>
        (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = this[cursor.Position].AsMemory());

    protected internal override Delegate GetValueGetterUsingCursor(DataViewRowCursor cursor, DataViewSchema.Column schemaColumn) =>
        cursor.GetGetter<ReadOnlyMemory<char>>(schemaColumn);

    protected internal override void AddValueUsingCursor(DataViewRowCursor cursor, Delegate getter)
    {
        ReadOnlyMemory<char> value = default;
        ((ValueGetter<ReadOnlyMemory<char>>)getter)(ref value);
        Append(value.ToString());
    }

    private void CheckLength(DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Length != Length)
            throw new ArgumentException("Column lengths are mismatched", nameof(column));
    }
}
