using System.Data;
using System.Data.Common;

namespace Microsoft.Data.Analysis;

/// <content>Lists of rows, and .NET's own tables and readers of databases.</content>
public partial class DataFrame
{
    /// <summary>A data frame of rows.</summary>
    /// <param name="vals">The rows: a value for each column.</param>
    /// <param name="columnInfos">The columns' names and types.</param>
    public static DataFrame LoadFrom(IEnumerable<IList<object?>> vals, IList<(string, Type)> columnInfos)
    {
        ArgumentNullException.ThrowIfNull(vals);
        ArgumentNullException.ThrowIfNull(columnInfos);
        var result = new DataFrame(columnInfos.Select(column => DataFrameColumns.Create(column.Item2, column.Item1)));
        foreach (var row in vals)
            result.Append(row, inPlace: true);
        return result;
    }

    /// <summary>A data frame of a reader's rows; the reader is closed at the end.</summary>
    public static async Task<DataFrame> LoadFrom(DbDataReader reader)
    {
        var result = FromSchema(reader);
        var row = new object?[reader.FieldCount];
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            for (var column = 0; column < row.Length; column++)
                row[column] = reader.IsDBNull(column) ? null : reader[column];
            result.Append(row, inPlace: true);
        }

        await reader.CloseAsync().ConfigureAwait(false);
        return result;
    }

    /// <summary>A data frame without rows, of a reader's columns.</summary>
    public static DataFrame FromSchema(DbDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new DataFrame(Enumerable.Range(0, reader.FieldCount)
            .Select(column => DataFrameColumns.Create(reader.GetFieldType(column), reader.GetName(column))));
    }

    /// <summary>The rows as a table.</summary>
    public DataTable ToTable()
    {
        var table = new DataTable();
        SaveTo(table);
        return table;
    }

    /// <summary>Adds the rows to a table, which gets the columns if it has none.</summary>
    /// <exception cref="ArgumentException">The table's columns are others.</exception>
    public void SaveTo(DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Columns.Count == 0)
        {
            foreach (var column in Columns)
                table.Columns.Add(column.Name, column.DataType);
        }
        else if (!table.Columns.Cast<DataColumn>().Select(column => column.DataType).SequenceEqual(Columns.Select(column => column.DataType)))
        {
            throw new ArgumentException("The table's columns differ from the data frame's in number or type.", nameof(table));
        }

        foreach (var row in Rows)
            table.Rows.Add([.. row.Select(value => value ?? DBNull.Value)]);
    }
}
