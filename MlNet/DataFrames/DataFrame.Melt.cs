namespace Microsoft.Data.Analysis;

/// <content>From wide to long.</content>
public partial class DataFrame
{
    /// <summary>Puts the values of several columns into one, below each other, and the columns' names into another beside it.</summary>
    /// <param name="idColumns">The columns whose values are repeated for each of the values.</param>
    /// <param name="valueColumns">The columns that are put into one; all others if null.</param>
    /// <param name="variableName">The name of the column with the names.</param>
    /// <param name="valueName">The name of the column with the values; of text where the columns differ in type.</param>
    /// <param name="dropNulls">Whether nulls and empty texts are left out.</param>
    /// <exception cref="ArgumentException">Columns are missing, named twice, or have a name that is to be given.</exception>
    /// <exception cref="InvalidOperationException">No column is left to take values from.</exception>
    public DataFrame Melt(
        IEnumerable<string> idColumns,
        IEnumerable<string>? valueColumns = null,
        string variableName = "variable",
        string valueName = "value",
        bool dropNulls = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(variableName);
        ArgumentException.ThrowIfNullOrWhiteSpace(valueName);
        var ids = idColumns?.ToArray() ?? [];
        var values = valueColumns?.ToArray() ?? [.. Columns.Select(column => column.Name).Except(ids)];
        if (ids.Length == 0)
            throw new ArgumentException("Must provide at least 1 ID column", nameof(idColumns));
        if (values.Length == 0 && valueColumns is null)
            throw new InvalidOperationException("There are no columns in the DataFrame to use as value columns after excluding the ID columns");
        if (values.Length == 0)
            throw new ArgumentException("Must provide at least 1 value column when specifying value columns manually", nameof(valueColumns));
        if (values.Intersect(ids).Any())
            throw new ArgumentException("Columns cannot exist in both idColumns and valueColumns", nameof(valueColumns));
        if (Columns.IndexOf(variableName) >= 0)
            throw new ArgumentException($"Variable name '{variableName}' matches an existing column name", nameof(variableName));
        if (Columns.IndexOf(valueName) >= 0)
            throw new ArgumentException($"Value name '{valueName}' matches an existing column name", nameof(valueName));

        var cells =
            (from name in values
             from row in LongRange.Of(Rows.Count)
             let value = Columns[name][row]
             where !dropNulls || value is not (null or "")
             select (Name: name, Row: row, Value: value)).ToArray();
        var rows = new Int64DataFrameColumn("Rows", cells.Select(cell => cell.Row));
        var names = new StringDataFrameColumn(variableName, cells.Select(cell => cell.Name));
        return new DataFrame([.. ids.Select(id => Columns[id].Clone(rows)), names, MeltedValues()]);

        DataFrameColumn MeltedValues()
        {
            if (values.Select(name => Columns[name].DataType).Distinct().Count() > 1)
                return new StringDataFrameColumn(valueName, cells.Select(cell => cell.Value?.ToString()));
            var melted = Columns[values[0]].Clone(new Int64DataFrameColumn("None"));
            melted.SetName(valueName);
            melted.Resize(cells.Length);
            for (var i = 0; i < cells.Length; i++)
                melted[i] = cells[i].Value;
            return melted;
        }
    }
}
