using System.Globalization;
using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <content>Arithmetic between the column and another, or a number.</content>
public partial class PrimitiveDataFrameColumn<T>
{
    /// <inheritdoc/>
    public override DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => Combine(BinaryOperation.Add, column, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Add<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Add, value, inPlace, reversed: false);

    /// <inheritdoc/>
    public override DataFrameColumn ReverseAdd<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Add, value, inPlace, reversed: true);

    /// <inheritdoc/>
    public override DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => Combine(BinaryOperation.Subtract, column, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Subtract<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Subtract, value, inPlace, reversed: false);

    /// <inheritdoc/>
    public override DataFrameColumn ReverseSubtract<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Subtract, value, inPlace, reversed: true);

    /// <inheritdoc/>
    public override DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => Combine(BinaryOperation.Multiply, column, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Multiply<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Multiply, value, inPlace, reversed: false);

    /// <inheritdoc/>
    public override DataFrameColumn ReverseMultiply<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Multiply, value, inPlace, reversed: true);

    /// <inheritdoc/>
    public override DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => Combine(BinaryOperation.Divide, column, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Divide<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Divide, value, inPlace, reversed: false);

    /// <inheritdoc/>
    public override DataFrameColumn ReverseDivide<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Divide, value, inPlace, reversed: true);

    /// <inheritdoc/>
    public override DataFrameColumn Modulo(DataFrameColumn column, bool inPlace = false) => Combine(BinaryOperation.Modulo, column, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn Modulo<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Modulo, value, inPlace, reversed: false);

    /// <inheritdoc/>
    public override DataFrameColumn ReverseModulo<U>(U value, bool inPlace = false) => Combine(BinaryOperation.Modulo, value, inPlace, reversed: true);

    /// <inheritdoc/>
    public override DataFrameColumn LeftShift(int value, bool inPlace = false) => Shift(value, inPlace);

    /// <inheritdoc/>
    public override DataFrameColumn RightShift(int value, bool inPlace = false) => Shift(-value, inPlace);

    internal override bool HasNumbers => ElementMath<T>.Of.IsNumber;

    internal override ColumnValues<TTo> NumbersAs<TTo>() => Values.Convert<TTo>();

    /// <summary>Arithmetic in a type that both columns fit into.</summary>
    internal PrimitiveDataFrameColumn<TResult> CombineAs<TResult>(BinaryOperation operation, DataFrameColumn column, bool inPlace = false)
        where TResult : unmanaged, INumber<TResult>
    {
        CheckPartner(column);
        var result = Target<TResult>(inPlace);
        result.Values.Apply(operation, column.NumbersAs<TResult>());
        return result;
    }

    /// <summary>Arithmetic in a type that the column and the number fit into.</summary>
    internal PrimitiveDataFrameColumn<TResult> CombineAs<TResult>(BinaryOperation operation, TResult value, bool inPlace = false, bool reversed = false)
        where TResult : unmanaged, INumber<TResult>
    {
        var result = Target<TResult>(inPlace);
        if (reversed)
            result.Values.ApplyReversed(operation, value);
        else
            result.Values.Apply(operation, value);
        return result;
    }

    /// <summary>Shifts by some bits to the left, or to the right where they are negative, in a type that the column fits into.</summary>
    internal PrimitiveDataFrameColumn<TResult> ShiftAs<TResult>(int amount, bool inPlace)
        where TResult : unmanaged, INumber<TResult>
    {
        var result = Target<TResult>(inPlace);
        result.Values.Shift(amount);
        return result;
    }

    private DataFrameColumn Combine(BinaryOperation operation, DataFrameColumn column, bool inPlace)
    {
        CheckPartner(column);
        if (column is PrimitiveDataFrameColumn<T> same)
        {
            var result = inPlace ? this : Clone();
            result.Values.Apply(operation, same.Values);
            return result;
        }

        if (inPlace)
            throw WrongType(nameof(column));
        return DataType == typeof(decimal) || column.DataType == typeof(decimal)
            ? CombineAs<decimal>(operation, column)
            : CombineAs<double>(operation, column);
    }

    private DataFrameColumn Combine<U>(BinaryOperation operation, U value, bool inPlace, bool reversed)
    {
        if (value is DataFrameColumn column)
            return reversed ? throw NotSupported(column.GetType()) : Combine(operation, column, inPlace);
        CheckNumbers(typeof(U));
        if (value is T same)
        {
            var result = inPlace ? this : Clone();
            if (reversed)
                result.Values.ApplyReversed(operation, same);
            else
                result.Values.Apply(operation, same);
            return result;
        }

        if (!IsNumber(value) && (!inPlace || value is bool))
            throw NotSupported(typeof(U));
        if (inPlace)
            throw WrongType(nameof(value));
        return DataType == typeof(decimal) || value is decimal
            ? CombineAs(operation, Convert.ToDecimal(value, CultureInfo.InvariantCulture), reversed: reversed)
            : CombineAs(operation, ToDouble(value), reversed: reversed);
    }

    private DataFrameColumn Shift(int amount, bool inPlace)
    {
        var result = inPlace ? this : Clone();
        result.Values.Shift(amount);
        return result;
    }

    private static PrimitiveDataFrameColumn<TResult> TypedColumn<TResult>(string name, ColumnValues<TResult> values)
        where TResult : unmanaged => ((PrimitiveDataFrameColumn<TResult>)DataFrameColumns.Create(typeof(TResult), name)).With(values);

    /// <summary>Where the result of an operation goes: a copy in the result's type, or this column.</summary>
    private PrimitiveDataFrameColumn<TResult> Target<TResult>(bool inPlace)
        where TResult : unmanaged, INumber<TResult>
    {
        if (inPlace)
            return this as PrimitiveDataFrameColumn<TResult> ?? throw WrongType(nameof(inPlace));
        return TypedColumn(Name, typeof(TResult) == typeof(T) ? ((ColumnValues<TResult>)(object)Values).Clone() : Values.Convert<TResult>());
    }

    private void CheckPartner(DataFrameColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        CheckNumbers(column.DataType);
        if (!column.HasNumbers)
            throw NotSupported(column.DataType);
        CheckLength(column);
    }

    private void CheckLength(DataFrameColumn column)
    {
        if (column.Length != Length)
            throw new ArgumentException("Column lengths are mismatched", nameof(column));
    }

    private void CheckNumbers(Type other)
    {
        if (!HasNumbers)
            throw NotSupported(other);
    }

    private static bool IsNumber(object? value) =>
        value is byte or sbyte or short or ushort or int or uint or long or ulong or char or float or double or decimal;

    // Convert refuses to make a number of a character.
    private static double ToDouble(object? value) => value is char character ? character : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static ArgumentException WrongType(string parameter) => new($"Expected column to hold values of type {typeof(T)}", parameter);

    private NotSupportedException NotSupported(Type other) =>
        new($"There is no such operation between column '{Name}' of {DataType} and a value or column of {other}.");
}
