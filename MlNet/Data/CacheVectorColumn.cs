namespace Microsoft.ML.Data;

/// <summary>A column of vectors: the explicit items lie in large blocks one row behind the other, a row never crosses a block.</summary>
internal sealed class CacheVectorColumn<T>(int capacity) : CacheColumn
{
    private const int BlockBytes = 1 << 22;

    private readonly List<T[]> _blocks = [];
    private readonly List<int[]> _indexBlocks = [];
    private Row[] _rows = new Row[capacity];
    private int _count;
    private int _used;
    private int _indicesUsed;
    private ValueGetter<VBuffer<T>>? _getter;
    private VBuffer<T> _buffer;

    internal override void Bind(DataViewRow row, DataViewSchema.Column column) => _getter = row.GetGetter<VBuffer<T>>(column);

    internal override void Add()
    {
        _getter!(ref _buffer);
        if (_count == _rows.Length)
            Array.Resize(ref _rows, Math.Max(256, _count * 2));

        var values = _buffer.GetValues();
        var start = Store(_blocks, values, ref _used);
        if (typeof(T) == typeof(ReadOnlyMemory<char>))
            DetachText(_blocks[^1], start, values.Length);
        var indexStart = -1;
        var indexBlock = 0;
        if (!_buffer.IsDense)
        {
            indexStart = Store(_indexBlocks, _buffer.GetIndices(), ref _indicesUsed);
            indexBlock = _indexBlocks.Count - 1;
        }

        _rows[_count++] = new Row(_buffer.Length, values.Length, _blocks.Count - 1, start, indexBlock, indexStart);
    }

    internal override void Freeze()
    {
        _getter = null;
        _buffer = default;
    }

    internal override Delegate CreateGetter(CachePosition position) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
    {
        ref readonly var row = ref _rows[position.Checked];
        var editor = VBufferEditor.Create(ref value, row.Length, row.Count);
        if (row.Count > 0)
            _blocks[row.Block].AsSpan(row.Start, row.Count).CopyTo(editor.Values);
        if (row.IndexStart >= 0 && row.Count > 0)
            _indexBlocks[row.IndexBlock].AsSpan(row.IndexStart, row.Count).CopyTo(editor.Indices);
        value = editor.Commit();
    });

    /// <summary>The explicit items of a row where they lie; false when the row is sparse.</summary>
    internal bool TryGetDense(int index, out ReadOnlySpan<T> values)
    {
        ref readonly var row = ref _rows[index];
        values = row.Count == 0 ? default : _blocks[row.Block].AsSpan(row.Start, row.Count);
        return row.IndexStart < 0;
    }

    private static int Store<TItem>(List<TItem[]> blocks, ReadOnlySpan<TItem> items, ref int used)
    {
        if (blocks.Count == 0 || blocks[^1].Length - used < items.Length)
        {
            var size = blocks.Count == 0 ? 4096 : BlockBytes / Math.Max(1, System.Runtime.CompilerServices.Unsafe.SizeOf<TItem>());
            blocks.Add(GC.AllocateUninitializedArray<TItem>(Math.Max(items.Length, size)));
            used = 0;
        }

        items.CopyTo(blocks[^1].AsSpan(used));
        used += items.Length;
        return used - items.Length;
    }

    // Text may lie in a buffer that the source reuses for the next row.
    private static void DetachText(T[] block, int start, int count)
    {
        var texts = (ReadOnlyMemory<char>[])(object)block;
        for (var index = start; index < start + count; index++)
            texts[index] = texts[index].ToArray();
    }

    private readonly record struct Row(int Length, int Count, int Block, int Start, int IndexBlock, int IndexStart);
}
