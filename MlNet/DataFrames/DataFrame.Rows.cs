using System.Globalization;

namespace Microsoft.Data.Analysis;

/// <content>Rows put behind the others.</content>
public partial class DataFrame
{
    /// <summary>Puts rows behind the others. Their values go to the columns of the same names and are converted where need be.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="inPlace">Whether they go into this data frame, and not a copy.</param>
    /// <param name="cultureInfo">How text is read as numbers; the current culture by default.</param>
    /// <exception cref="ArgumentException">There is no column of such a name.</exception>
    /// <exception cref="FormatException">A text is no value of its column's type.</exception>
    public DataFrame Append(IEnumerable<DataFrameRow> rows, bool inPlace = false, CultureInfo? cultureInfo = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var result = inPlace ? this : Clone();

        // The rows may be this data frame's own, which grows meanwhile.
        foreach (var values in rows.Select(row => row.GetValues().ToArray()).ToArray())
            result.Append(values, inPlace: true, cultureInfo);
        return result;
    }

    /// <summary>Puts a row behind the others: a value for each column, in their order; those left out are null.</summary>
    /// <param name="row">The values. Empty text is null except in columns of text, and so is the text "null". A row of nulls if null.</param>
    /// <param name="inPlace">Whether it goes into this data frame, and not a copy.</param>
    /// <param name="cultureInfo">How text is read as numbers; the current culture by default.</param>
    /// <exception cref="ArgumentException">There are more values than columns.</exception>
    /// <exception cref="FormatException">A text is no value of its column's type.</exception>
    public DataFrame Append(IEnumerable<object?>? row = null, bool inPlace = false, CultureInfo? cultureInfo = null)
    {
        var values = row?.ToArray() ?? [];
        if (values.Length > Columns.Count)
            throw new ArgumentException($"Parameter.Count exceeds the number of columns({Columns.Count}) in the DataFrame ", nameof(row));
        var converted = Columns.Select((column, index) => index < values.Length ? ValueFor(column, values[index], cultureInfo) : null).ToArray();
        return Append(converted, inPlace);
    }

    /// <summary>Puts a row behind the others: values by the names of their columns; those left out are null.</summary>
    /// <inheritdoc cref="Append(IEnumerable{DataFrameRow}, bool, CultureInfo)"/>
    public DataFrame Append(IEnumerable<KeyValuePair<string, object?>> row, bool inPlace = false, CultureInfo? cultureInfo = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        var converted = new object?[Columns.Count];
        foreach (var (name, value) in row)
        {
            var index = Columns.IndexOf(name);
            if (index < 0)
                throw new ArgumentException($"Column '{name}' does not exist", nameof(row));
            converted[index] = ConvertTo(Columns[index].DataType, value, cultureInfo);
        }

        return Append(converted, inPlace);
    }

    private DataFrame Append(object?[] values, bool inPlace)
    {
        var result = inPlace ? this : Clone();
        foreach (var (index, column) in result.Columns.Index())
        {
            column.Resize(column.Length + 1);
            if (values[index] is { } value)
                column[column.Length - 1] = value;
        }

        return result;
    }

    private static object? ValueFor(DataFrameColumn column, object? value, CultureInfo? culture) =>
        value is string text && (text.Equals("null", StringComparison.OrdinalIgnoreCase) || (text.Length == 0 && column.DataType != typeof(string)))
            ? null
            : ConvertTo(column.DataType, value, culture);

    private static object? ConvertTo(Type type, object? value, CultureInfo? culture) =>
        value is null || value.GetType() == type ? value : Convert.ChangeType(value, type, culture ?? CultureInfo.CurrentCulture);
}
