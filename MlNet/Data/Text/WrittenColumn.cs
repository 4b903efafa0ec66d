using System.Globalization;
using System.Reflection;
using System.Text;

namespace Microsoft.ML.Data;

/// <summary>Writes the fields of one column.</summary>
internal abstract class WrittenColumn
{
    internal static WrittenColumn Create(DataViewRow row, DataViewSchema.Column column, char separator)
    {
        var item = column.Type is VectorDataViewType vector ? vector.ItemType : column.Type;
        ColumnText.KindText(item.RawType);
        return (WrittenColumn)typeof(WrittenColumn).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item.RawType).Invoke(null, [row, column, item, separator])!;
    }

    internal abstract void Add(WrittenLine line);

    internal abstract void AddHeader(WrittenLine line, DataViewSchema.Column column);

    /// <summary>Text as a field: in quotes where it is empty, begins with a space, or holds a quote, a separator, a colon or a line's end.</summary>
    internal static string Quoted(ReadOnlySpan<char> text, char separator)
    {
        if (!text.IsEmpty && text[0] != ' ' && !text.ContainsAny(['"', separator, ':', '\n', '\r']))
            return text.ToString();
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character == '"')
                quoted.Append('"');
            quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    private static WrittenColumn<T> Typed<T>(DataViewRow row, DataViewSchema.Column column, DataViewType item, char separator) => new(row, column, item, separator);
}

/// <summary>Writes the fields of one column of one type.</summary>
internal sealed class WrittenColumn<T> : WrittenColumn
{
    private readonly ValueGetter<T>? _scalar;
    private readonly ValueGetter<VBuffer<T>>? _vector;
    private readonly bool _isKey;
    private readonly char _separator;
    private readonly string _default;
    private VBuffer<T> _buffer;
    private T _value = default!;

    internal WrittenColumn(DataViewRow row, DataViewSchema.Column column, DataViewType item, char separator)
    {
        _isKey = item is KeyDataViewType;
        _separator = separator;
        _default = TextOf(default!);
        if (column.Type is VectorDataViewType)
            _vector = row.GetGetter<VBuffer<T>>(column);
        else
            _scalar = row.GetGetter<T>(column);
    }

    internal override void Add(WrittenLine line)
    {
        if (_scalar is not null)
        {
            _scalar(ref _value);
            line.BeginColumn(1, _default);
            Set(line, 0, _value);
            return;
        }

        _vector!(ref _buffer);
        line.BeginColumn(_buffer.Length, _default);
        var values = _buffer.GetValues();
        for (var position = 0; position < values.Length; position++)
            Set(line, _buffer.IsDense ? position : _buffer.GetIndices()[position], values[position]);
    }

    internal override void AddHeader(WrittenLine line, DataViewSchema.Column column)
    {
        var size = column.Type is VectorDataViewType vector ? vector.Size : 1;
        line.BeginColumn(size, "\"\"");
        if (column.Type is not VectorDataViewType)
        {
            line.Set(0, Quoted(column.Name, _separator));
            return;
        }

        if (!column.HasSlotNames())
            return;
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        column.GetSlotNames(ref names);
        foreach (var name in names.Items())
        {
            if (!name.Value.IsEmpty)
                line.Set(name.Key, Quoted(name.Value.Span, _separator));
        }
    }

    private void Set(WrittenLine line, int slot, T value)
    {
        var text = TextOf(value);
        if (text != _default)
            line.Set(slot, text);
    }

    private string TextOf(T value)
    {
        if (_isKey)
        {
            // Keys count from 0 in text, and a missing one is an empty field.
            var raw = Convert.ToUInt64(value, CultureInfo.InvariantCulture);
            return raw == 0 ? string.Empty : (raw - 1).ToString(CultureInfo.InvariantCulture);
        }

        return value switch
        {
            ReadOnlyMemory<char> text => Quoted(text.Span, _separator),
            bool flag => flag ? "1" : "0",
            float number => float.IsNaN(number) ? "?" : (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture),
            double number => double.IsNaN(number) ? "?" : (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture),
            TimeSpan span => $"\"{span.ToString("c", CultureInfo.InvariantCulture)}\"",
            DateTime time => $"\"{time.ToString("o", CultureInfo.InvariantCulture)}\"",
            DateTimeOffset time => $"\"{time.ToString("o", CultureInfo.InvariantCulture)}\"",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }
}
