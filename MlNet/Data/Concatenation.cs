namespace Microsoft.ML.Data;

/// <summary>The parts of a concatenated vector at the row that a cursor stands on.</summary>
internal sealed class Concatenation<T>
{
    private readonly ValueGetter<T>?[] _scalars;
    private readonly ValueGetter<VBuffer<T>>?[] _vectors;
    private readonly VBuffer<T>[] _buffers;

    internal Concatenation(DataViewRow row, DataViewSchema.Column[] sources)
    {
        _scalars = new ValueGetter<T>?[sources.Length];
        _vectors = new ValueGetter<VBuffer<T>>?[sources.Length];
        _buffers = new VBuffer<T>[sources.Length];
        for (var index = 0; index < sources.Length; index++)
        {
            if (sources[index].Type is VectorDataViewType)
                _vectors[index] = row.GetGetter<VBuffer<T>>(sources[index]);
            else
                _scalars[index] = row.GetGetter<T>(sources[index]);
        }
    }

    internal ValueGetter<VBuffer<T>> CreateGetter() => Fill;

    private void Fill(ref VBuffer<T> destination)
    {
        var length = 0;
        for (var index = 0; index < _buffers.Length; index++)
        {
            if (_vectors[index] is { } vector)
                vector(ref _buffers[index]);
            length += _vectors[index] is null ? 1 : _buffers[index].Length;
        }

        var editor = VBufferEditor.Create(ref destination, length);
        var start = 0;
        for (var index = 0; index < _buffers.Length; index++)
        {
            if (_scalars[index] is { } scalar)
            {
                scalar(ref editor.Values[start++]!);
                continue;
            }

            _buffers[index].CopyTo(editor.Values, start);
            start += _buffers[index].Length;
        }

        destination = editor.Commit();
    }
}
