using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>Writes a view as text.</summary>
internal sealed class TextWriting
{
    private readonly IDataView _data;
    private readonly DataViewSchema.Column[] _columns;
    private readonly char _separator;
    private readonly bool _forceDense;

    internal TextWriting(IDataView data, char separator, bool keepHidden, bool forceDense)
    {
        _data = data;
        _separator = separator;
        _forceDense = forceDense;
        _columns = [.. data.Schema.Where(column => keepHidden || !column.IsHidden)];
        if (_columns.Length == 0)
            throw new ArgumentException("The data has no column to write.", nameof(data));
    }

    internal void Write(TextWriter writer, bool headerRow, bool schema)
    {
        if (schema)
            WriteSchema(writer, headerRow);
        using var cursor = _data.GetRowCursor(_columns);
        var fields = Array.ConvertAll(_columns, column => WrittenColumn.Create(cursor, column, _separator));
        if (headerRow)
        {
            var header = new WrittenLine(_separator, _forceDense);
            foreach (var (column, index) in _columns.Select((column, index) => (column, index)))
                fields[index].AddHeader(header, column);
            writer.WriteLine(header.Text);
        }

        var line = new WrittenLine(_separator, _forceDense);
        while (cursor.MoveNext())
        {
            line.Clear();
            foreach (var field in fields)
                field.Add(line);
            writer.WriteLine(line.Text);
        }
    }

    private void WriteSchema(TextWriter writer, bool headerRow)
    {
        writer.WriteLine("#@ TextLoader{");
        if (headerRow)
            writer.WriteLine("#@   header+");
        writer.WriteLine($"#@   sep={ColumnText.SeparatorText(_separator)}");
        var field = 0;
        foreach (var column in _columns)
        {
            var vector = column.Type as VectorDataViewType;
            var item = vector?.ItemType ?? column.Type;
            var kind = ColumnText.KindText(item.RawType);
            if (item is KeyDataViewType key)
                kind = string.Create(CultureInfo.InvariantCulture, $"{kind}[{key.Count}]");
            var size = vector is null ? 1 : vector.Size;
            var range = size == 0 ? $"{field}-**" : vector is null ? $"{field}" : string.Create(CultureInfo.InvariantCulture, $"{field}-{field + size - 1}");
            writer.WriteLine($"#@   col={column.Name}:{kind}:{range}");
            field += size;
        }

        writer.WriteLine("#@ }");
    }
}
