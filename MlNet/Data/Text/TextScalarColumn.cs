namespace Microsoft.ML.Data;

/// <summary>A column of single values.</summary>
internal sealed class TextScalarColumn<T, TParser>(TextBinding binding, TParser parser, T missing) : TextColumn
    where TParser : struct, IFieldParser<T>
{
    private readonly int _field = binding.Segments[0].Min;
    private T[] _values = new T[256];
    private int _rows;

    internal override void Begin() => _rows = 0;

    internal override void Parse(TextBatch batch, TextLine line, TextFields fields)
    {
        if (_rows == _values.Length)
            Array.Resize(ref _values, _rows * 2);
        var value = missing;
        if (_field < fields.Count && fields.Lengths[_field] > 0)
        {
            var field = batch.Bytes.AsSpan(fields.Starts[_field], fields.Lengths[_field]);
            if (!parser.TryParse(field, out value))
            {
                if (!parser.IsLenient)
                    throw TextFaults.Fatal(field, line, binding.Name);
                batch.Faults.AddBadValue(line, binding.Name, -1);
            }
        }

        _values[_rows++] = value;
    }

    internal override Delegate CreateGetter(TextPosition position, int column) =>
        (ValueGetter<T>)((ref T value) => value = ((TextScalarColumn<T, TParser>)position.Column(column))._values[position.Row]);
}
