using System.Collections;

namespace Microsoft.ML.Data;

/// <summary>The rows of a view as objects.</summary>
internal sealed class RowEnumerable<TRow>(IDataView data, bool reuseRowObject, bool ignoreMissingColumns, SchemaDefinition? definition) : IEnumerable<TRow>
    where TRow : class, new()
{
    private readonly RowWriter<TRow> _writer = new(data.Schema, ignoreMissingColumns, definition);

    public IEnumerator<TRow> GetEnumerator()
    {
        using var cursor = data.GetRowCursor(_writer.Columns);
        var pokes = _writer.Bind(cursor);
        TRow? row = null;
        while (cursor.MoveNext())
        {
            if (row is null || !reuseRowObject)
                row = new TRow();
            foreach (var poke in pokes)
                poke(row);
            yield return row;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
