using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <content>Comparisons and logic between the column and another, or a value.</content>
public partial class PrimitiveDataFrameColumn<T>
{
    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) => Compare(ComparisonOperation.Equal, column);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseEquals<U>(U value) => Compare(ComparisonOperation.Equal, value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) => Compare(ComparisonOperation.NotEqual, column);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<U>(U value) => Compare(ComparisonOperation.NotEqual, value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) => Compare(ComparisonOperation.GreaterThanOrEqual, column);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<U>(U value) => Compare(ComparisonOperation.GreaterThanOrEqual, value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) => Compare(ComparisonOperation.LessThanOrEqual, column);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<U>(U value) => Compare(ComparisonOperation.LessThanOrEqual, value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) => Compare(ComparisonOperation.GreaterThan, column);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<U>(U value) => Compare(ComparisonOperation.GreaterThan, value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) => Compare(ComparisonOperation.LessThan, column);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseLessThan<U>(U value) => Compare(ComparisonOperation.LessThan, value);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => Truths(Values.CompareWithNull(wantsNull: true));

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => Truths(Values.CompareWithNull(wantsNull: false));

    /// <inheritdoc/>
    public override DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => Logic(BooleanOperation.And, column, inPlace);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> And(bool value, bool inPlace = false) => Logic(BooleanOperation.And, value, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => Logic(BooleanOperation.Or, column, inPlace);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> Or(bool value, bool inPlace = false) => Logic(BooleanOperation.Or, value, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Xor(DataFrameColumn column, bool inPlace = false) => Logic(BooleanOperation.Xor, column, inPlace);

    /// <inheritdoc/>
    public override PrimitiveDataFrameColumn<bool> Xor(bool value, bool inPlace = false) => Logic(BooleanOperation.Xor, value, inPlace);

    private PrimitiveDataFrameColumn<bool> Compare(ComparisonOperation operation, DataFrameColumn? column)
    {
        switch (column)
        {
            case null when operation == ComparisonOperation.Equal:
                return ElementwiseIsNull();
            case null when operation == ComparisonOperation.NotEqual:
                return ElementwiseIsNotNull();
            case null:
                throw new ArgumentNullException(nameof(column));
        }

        CheckLength(column);
        if (column is PrimitiveDataFrameColumn<T> same)
            return Truths(Values.Compare(operation, same.Values));
        CheckPartner(column);
        return Truths(DataType == typeof(decimal) || column.DataType == typeof(decimal)
            ? Values.Convert<decimal>().Compare(operation, column.NumbersAs<decimal>())
            : Values.Convert<double>().Compare(operation, column.NumbersAs<double>()));
    }

    private PrimitiveDataFrameColumn<bool> Compare<U>(ComparisonOperation operation, U value)
    {
        if (value is null or DataFrameColumn)
            return Compare(operation, value as DataFrameColumn);
        if (value is T same)
            return Truths(Values.Compare(operation, same));
        CheckNumbers(typeof(U));
        if (!IsNumber(value))
            throw NotSupported(typeof(U));
        return Truths(DataType == typeof(decimal) || value is decimal
            ? Values.Convert<decimal>().Compare(operation, Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            : Values.Convert<double>().Compare(operation, ToDouble(value)));
    }

    private PrimitiveDataFrameColumn<bool> Logic(BooleanOperation operation, DataFrameColumn column, bool inPlace)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (this is not PrimitiveDataFrameColumn<bool> truths || column is not PrimitiveDataFrameColumn<bool> others)
            throw NotSupported(column.DataType);
        CheckLength(column);
        var result = inPlace ? truths : truths.Clone();
        for (long row = 0; row < Length; row++)
            result[row] = result[row] is { } left && others[row] is { } right ? BooleanMath.Combine(operation, left, right) : null;
        return result;
    }

    private PrimitiveDataFrameColumn<bool> Logic(BooleanOperation operation, bool value, bool inPlace) => this is PrimitiveDataFrameColumn<bool> truths
        ? truths.Apply(element => BooleanMath.Combine(operation, element, value), inPlace)
        : throw NotSupported(typeof(bool));

    private BooleanDataFrameColumn Truths(ColumnValues<bool> values) => (BooleanDataFrameColumn)TypedColumn(Name, values);
}
