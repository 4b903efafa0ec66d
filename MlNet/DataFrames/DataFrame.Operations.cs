namespace Microsoft.Data.Analysis;

/// <content>
/// Arithmetic, logic and comparisons with all columns at once, by one value or by one for each column; see
/// <see cref="DataFrameColumn"/> for the types of the results. In place, the columns keep their types.
/// </content>
public partial class DataFrame
{
    public DataFrame Add<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.Add(value, inPlace), inPlace);

    public DataFrame Add<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => Each(values, (column, value) => column.Add(value, inPlace), inPlace);

    public DataFrame ReverseAdd<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.ReverseAdd(value, inPlace), inPlace);

    public DataFrame Subtract<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.Subtract(value, inPlace), inPlace);

    public DataFrame Subtract<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => Each(values, (column, value) => column.Subtract(value, inPlace), inPlace);

    public DataFrame ReverseSubtract<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.ReverseSubtract(value, inPlace), inPlace);

    public DataFrame Multiply<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.Multiply(value, inPlace), inPlace);

    public DataFrame Multiply<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => Each(values, (column, value) => column.Multiply(value, inPlace), inPlace);

    public DataFrame ReverseMultiply<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.ReverseMultiply(value, inPlace), inPlace);

    public DataFrame Divide<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.Divide(value, inPlace), inPlace);

    public DataFrame Divide<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => Each(values, (column, value) => column.Divide(value, inPlace), inPlace);

    public DataFrame ReverseDivide<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.ReverseDivide(value, inPlace), inPlace);

    public DataFrame Modulo<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.Modulo(value, inPlace), inPlace);

    public DataFrame Modulo<T>(IReadOnlyList<T> values, bool inPlace = false)
        where T : unmanaged => Each(values, (column, value) => column.Modulo(value, inPlace), inPlace);

    public DataFrame ReverseModulo<T>(T value, bool inPlace = false)
        where T : unmanaged => Each(column => column.ReverseModulo(value, inPlace), inPlace);

    public DataFrame And(bool value, bool inPlace = false) => Each(column => column.And(value, inPlace), inPlace);

    public DataFrame And(IReadOnlyList<bool> values, bool inPlace = false) => Each(values, (column, value) => column.And(value, inPlace), inPlace);

    public DataFrame ReverseAnd(bool value, bool inPlace = false) => Each(column => column.ReverseAnd(value, inPlace), inPlace);

    public DataFrame Or(bool value, bool inPlace = false) => Each(column => column.Or(value, inPlace), inPlace);

    public DataFrame Or(IReadOnlyList<bool> values, bool inPlace = false) => Each(values, (column, value) => column.Or(value, inPlace), inPlace);

    public DataFrame ReverseOr(bool value, bool inPlace = false) => Each(column => column.ReverseOr(value, inPlace), inPlace);

    public DataFrame Xor(bool value, bool inPlace = false) => Each(column => column.Xor(value, inPlace), inPlace);

    public DataFrame Xor(IReadOnlyList<bool> values, bool inPlace = false) => Each(values, (column, value) => column.Xor(value, inPlace), inPlace);

    public DataFrame ReverseXor(bool value, bool inPlace = false) => Each(column => column.ReverseXor(value, inPlace), inPlace);

    public DataFrame LeftShift(int value, bool inPlace = false) => Each(column => column.LeftShift(value, inPlace), inPlace);

    public DataFrame RightShift(int value, bool inPlace = false) => Each(column => column.RightShift(value, inPlace), inPlace);

    public DataFrame ElementwiseEquals<T>(T value)
        where T : unmanaged => Each(column => column.ElementwiseEquals(value), inPlace: false);

    public DataFrame ElementwiseEquals<T>(IReadOnlyList<T> values)
        where T : unmanaged => Each(values, (column, value) => column.ElementwiseEquals(value), inPlace: false);

    public DataFrame ElementwiseNotEquals<T>(T value)
        where T : unmanaged => Each(column => column.ElementwiseNotEquals(value), inPlace: false);

    public DataFrame ElementwiseNotEquals<T>(IReadOnlyList<T> values)
        where T : unmanaged => Each(values, (column, value) => column.ElementwiseNotEquals(value), inPlace: false);

    public DataFrame ElementwiseGreaterThanOrEqual<T>(T value)
        where T : unmanaged => Each(column => column.ElementwiseGreaterThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseGreaterThanOrEqual<T>(IReadOnlyList<T> values)
        where T : unmanaged => Each(values, (column, value) => column.ElementwiseGreaterThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseLessThanOrEqual<T>(T value)
        where T : unmanaged => Each(column => column.ElementwiseLessThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseLessThanOrEqual<T>(IReadOnlyList<T> values)
        where T : unmanaged => Each(values, (column, value) => column.ElementwiseLessThanOrEqual(value), inPlace: false);

    public DataFrame ElementwiseGreaterThan<T>(T value)
        where T : unmanaged => Each(column => column.ElementwiseGreaterThan(value), inPlace: false);

    public DataFrame ElementwiseGreaterThan<T>(IReadOnlyList<T> values)
        where T : unmanaged => Each(values, (column, value) => column.ElementwiseGreaterThan(value), inPlace: false);

    public DataFrame ElementwiseLessThan<T>(T value)
        where T : unmanaged => Each(column => column.ElementwiseLessThan(value), inPlace: false);

    public DataFrame ElementwiseLessThan<T>(IReadOnlyList<T> values)
        where T : unmanaged => Each(values, (column, value) => column.ElementwiseLessThan(value), inPlace: false);

    private DataFrame Each(Func<DataFrameColumn, DataFrameColumn> operation, bool inPlace)
    {
        var columns = Columns.Select(operation).ToArray();
        return inPlace ? this : new DataFrame(columns);
    }

    private DataFrame Each<T>(IReadOnlyList<T> values, Func<DataFrameColumn, T, DataFrameColumn> operation, bool inPlace)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Columns.Count)
            throw new ArgumentException("Column lengths are mismatched", nameof(values));
        var columns = Columns.Select((column, index) => operation(column, values[index])).ToArray();
        return inPlace ? this : new DataFrame(columns);
    }
}
