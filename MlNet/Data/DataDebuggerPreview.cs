using System.Collections.Immutable;
using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>The first rows of a view, by columns and by rows, for a look in the debugger.</summary>
public sealed class DataDebuggerPreview
{
    internal DataDebuggerPreview(IDataView data, int maxRows)
    {
        Schema = data.Schema;
        var columns = Schema.Select(_ => new List<object>()).ToArray();
        var rows = ImmutableArray.CreateBuilder<RowInfo>();
        using (var cursor = data.GetRowCursor(Schema))
        {
            var getters = Schema.Select(column => PreviewValues.Create(cursor, column)).ToArray();
            while (rows.Count < maxRows && cursor.MoveNext())
            {
                var values = new KeyValuePair<string, object>[getters.Length];
                for (var index = 0; index < getters.Length; index++)
                {
                    var value = getters[index]();
                    values[index] = new KeyValuePair<string, object>(Schema[index].Name, value);
                    columns[index].Add(value);
                }

                rows.Add(new RowInfo(values));
            }
        }

        RowView = rows.ToImmutable();
        ColumnView = [.. Schema.Select(column => new ColumnInfo(column, [.. columns[column.Index]]))];
    }

    /// <summary>The columns.</summary>
    public DataViewSchema Schema { get; }

    /// <summary>The values by columns.</summary>
    public ImmutableArray<ColumnInfo> ColumnView { get; }

    /// <summary>The values by rows.</summary>
    public ImmutableArray<RowInfo> RowView { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Schema.Count} columns, {RowView.Length} rows");

    /// <summary>One column with its values.</summary>
    public sealed class ColumnInfo
    {
        internal ColumnInfo(DataViewSchema.Column column, object[] values)
        {
            Column = column;
            Values = values;
        }

        /// <summary>The column.</summary>
        public DataViewSchema.Column Column { get; }

        /// <summary>The values.</summary>
        public object[] Values { get; }

        /// <inheritdoc/>
        public override string ToString() => $"{Column.Name}: {Column.Type}";
    }

    /// <summary>One row with the names of its values.</summary>
    public sealed class RowInfo
    {
        internal RowInfo(KeyValuePair<string, object>[] values)
        {
            Values = values;
        }

        /// <summary>The values with the names of their columns.</summary>
        public KeyValuePair<string, object>[] Values { get; }

        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Values.Length} columns");
    }
}
