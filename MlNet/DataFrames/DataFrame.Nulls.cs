namespace Microsoft.Data.Analysis;

/// <content>Nulls, and values out of bounds.</content>
public partial class DataFrame
{
    /// <summary>A copy without the rows that have nulls.</summary>
    public DataFrame DropNulls(DropNullOptions options = DropNullOptions.Any) => this[LongRange.Of(Rows.Count).Select(row => options == DropNullOptions.Any
        ? Columns.All(column => column.IsValid(row))
        : Columns.Any(column => column.IsValid(row)))];

    /// <summary>Puts a value in the place of all nulls.</summary>
    /// <exception cref="ArgumentException">It cannot be made one of a column's type.</exception>
    public DataFrame FillNulls(object value, bool inPlace = false)
    {
        var result = inPlace ? this : Clone();
        foreach (var column in result.Columns)
            column.FillNulls(value, inPlace: true);
        return result;
    }

    /// <summary>Puts values in the place of nulls, one for each column.</summary>
    /// <exception cref="ArgumentException">There is not one for each column, or one cannot be made one of the column's type.</exception>
    public DataFrame FillNulls(IList<object> values, bool inPlace = false)
    {
        CheckCount(values);
        var result = inPlace ? this : Clone();
        foreach (var (index, column) in result.Columns.Index())
            column.FillNulls(values[index], inPlace: true);
        return result;
    }

    /// <summary>Sets numbers below a smallest and above a largest one to these, in all columns of numbers.</summary>
    public DataFrame Clamp<U>(U min, U max, bool inPlace = false)
    {
        var result = inPlace ? this : Clone();
        foreach (var column in result.Columns.Where(column => column.IsNumericColumn()))
            column.Clamp(min, max, inPlace: true);
        return result;
    }

    private void CheckCount<T>(ICollection<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Columns.Count)
            throw new ArgumentException("Column lengths are mismatched", nameof(values));
    }
}
