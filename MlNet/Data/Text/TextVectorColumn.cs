namespace Microsoft.ML.Data;

/// <summary>A column of vectors. The rows lie one behind the other; a row of which half the fields or more are empty is kept sparse.</summary>
internal sealed class TextVectorColumn<T, TParser> : TextColumn
    where TParser : struct, IFieldParser<T>
{
    private readonly TextBinding _binding;
    private readonly TParser _parser;
    private readonly T _missing;
    private readonly bool _isMissingExplicit;
    private readonly List<Row> _rows = [];
    private T[] _values = new T[4096];
    private int[] _indices = [];
    private int _used;
    private int _indicesUsed;

    internal TextVectorColumn(TextBinding binding, TParser parser, T missing, bool isMissingExplicit)
    {
        _binding = binding;
        _parser = parser;
        _missing = missing;
        _isMissingExplicit = isMissingExplicit;
    }

    internal override void Begin()
    {
        _rows.Clear();
        _used = 0;
        _indicesUsed = 0;
    }

    internal override void Parse(TextBatch batch, TextLine line, TextFields fields)
    {
        var size = _binding.Size > 0 ? _binding.Size : _binding.Segments.Sum(segment => LimOf(segment, fields) - segment.Min);
        if (_values.Length - _used < size)
            Array.Resize(ref _values, Math.Max(_used + size, _values.Length * 2));

        var row = _values.AsSpan(_used, size);
        var bytes = batch.Bytes.AsSpan();
        var starts = fields.Starts;
        var lengths = fields.Lengths;
        var parser = _parser;
        var present = 0;
        var slot = 0;
        foreach (var segment in _binding.Segments)
        {
            var lim = LimOf(segment, fields);
            var found = Math.Min(lim, lengths.Length);
            for (var field = segment.Min; field < found; field++, slot++)
            {
                var length = lengths[field];
                if (length == 0)
                {
                    row[slot] = _missing;
                    continue;
                }

                present++;
                var text = bytes.Slice(starts[field], length);
                if (!parser.TryParse(text, out row[slot]))
                    Complain(batch, line, text, slot);
            }

            var absent = Math.Max(0, lim - Math.Max(found, segment.Min));
            row.Slice(slot, absent).Fill(_missing);
            slot += absent;
        }

        if (present == size || present > size / 2 || _isMissingExplicit)
        {
            _rows.Add(new Row(_used, size, size, -1));
            _used += size;
            return;
        }

        KeepSparse(fields, row, present);
    }

    internal override Delegate CreateGetter(TextPosition position, int column) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
        ((TextVectorColumn<T, TParser>)position.Column(column)).Fill(position.Row, ref value));

    private static int LimOf(TextSegment segment, TextFields fields) => segment.IsVariable ? Math.Max(segment.Min, fields.Count) : segment.Lim;

    private void Fill(int index, ref VBuffer<T> value)
    {
        var row = _rows[index];
        var editor = VBufferEditor.Create(ref value, row.Length, row.Count);
        _values.AsSpan(row.Start, row.Count).CopyTo(editor.Values);
        if (row.Count < row.Length)
            _indices.AsSpan(row.IndexStart, row.Count).CopyTo(editor.Indices);
        value = editor.Commit();
    }

    private void Complain(TextBatch batch, TextLine line, ReadOnlySpan<byte> text, int slot)
    {
        if (!_parser.IsLenient)
            throw TextFaults.Fatal(text, line, _binding.Name);
        batch.Faults.AddBadValue(line, _binding.Name, slot);
    }

    private void KeepSparse(TextFields fields, Span<T> row, int present)
    {
        if (_indices.Length - _indicesUsed < present)
            Array.Resize(ref _indices, Math.Max(_indicesUsed + present, Math.Max(64, _indices.Length * 2)));
        var slot = 0;
        var count = 0;
        foreach (var segment in _binding.Segments)
        {
            var lim = LimOf(segment, fields);
            for (var field = segment.Min; field < lim; field++, slot++)
            {
                if (field >= fields.Count || fields.Lengths[field] == 0)
                    continue;
                row[count] = row[slot];
                _indices[_indicesUsed + count] = slot;
                count++;
            }
        }

        _rows.Add(new Row(_used, row.Length, count, _indicesUsed));
        _used += count;
        _indicesUsed += count;
    }

    private readonly record struct Row(int Start, int Length, int Count, int IndexStart);
}
