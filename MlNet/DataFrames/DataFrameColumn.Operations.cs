using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <content>
/// Arithmetic, logic and comparisons. Between two columns of one type the result has that type; between others it is
/// Decimal where one of them is, and Double otherwise. A null makes a null. What a type has no meaning for throws
/// <see cref="NotSupportedException"/>.
/// </content>
public abstract partial class DataFrameColumn
{
    public virtual DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Add<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="Add{T}"/> with the value on the left.</summary>
    public virtual DataFrameColumn ReverseAdd<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Subtract<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="Subtract{T}"/> with the value on the left.</summary>
    public virtual DataFrameColumn ReverseSubtract<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Multiply<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="Multiply{T}"/> with the value on the left.</summary>
    public virtual DataFrameColumn ReverseMultiply<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Divide<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="Divide{T}"/> with the value on the left.</summary>
    public virtual DataFrameColumn ReverseDivide<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Modulo(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn Modulo<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    /// <summary><see cref="Modulo{T}"/> with the value on the left.</summary>
    public virtual DataFrameColumn ReverseModulo<T>(T value, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> And(bool value, bool inPlace = false) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ReverseAnd(bool value, bool inPlace = false) => And(value, inPlace);

    public virtual DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> Or(bool value, bool inPlace = false) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ReverseOr(bool value, bool inPlace = false) => Or(value, inPlace);

    public virtual DataFrameColumn Xor(DataFrameColumn column, bool inPlace = false) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> Xor(bool value, bool inPlace = false) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ReverseXor(bool value, bool inPlace = false) => Xor(value, inPlace);

    public virtual DataFrameColumn LeftShift(int value, bool inPlace = false) => throw new NotImplementedException();

    public virtual DataFrameColumn RightShift(int value, bool inPlace = false) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<T>(T value) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<T>(T value) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<T>(T value) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseLessThan<T>(T value) => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNull() => throw new NotImplementedException();

    public virtual PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() => throw new NotImplementedException();

    /// <summary>Whether there is arithmetic with the values.</summary>
    internal virtual bool HasNumbers => false;

    internal virtual ColumnValues<TTo> NumbersAs<TTo>()
        where TTo : unmanaged, INumber<TTo> => throw new NotSupportedException($"Column '{Name}' of {DataType} holds no numbers.");
}
