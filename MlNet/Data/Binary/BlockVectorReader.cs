using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Data;

/// <summary>A block of vectors, laid out as <see cref="BlockVectorWriter{T}"/> says.</summary>
internal sealed class BlockVectorReader<T>(IdvType type) : BlockReader
{
    private int[] _lengths = [];
    private int _common;
    private int[] _counts = [];
    private int[] _indices = [];
    private T[] _items = [];

    // Where each vector's values and indices begin.
    private int[] _firstItems = [];
    private int[] _firstIndices = [];

    internal override void Load(ByteReader block, int rows)
    {
        if (block.ReadInt32() is var vectors && vectors != rows)
            throw block.Fault($"it holds {vectors} vectors instead of {rows}");
        _common = block.ReadInt32();
        if (_common < 0 || (type.VectorSize > 0 && _common != type.VectorSize))
            throw block.Fault($"it holds vectors of {_common} values where {type} was announced");
        _lengths = _common > 0 ? [] : block.ReadValues<int>(rows);
        _counts = block.ReadValues<int>(rows);
        _indices = block.ReadCountedValues<int>();
        _firstItems = new int[rows];
        _firstIndices = new int[rows];
        long items = 0;
        var index = 0;
        for (var row = 0; row < rows; row++)
        {
            var length = LengthOf(row);
            var count = _counts[row];
            if (length < 0 || count < -1 || count >= Math.Max(1, length) || (count > 0 && count > _indices.Length - index))
                throw block.Fault($"its vector {row} of length {length} cannot have {count} values");
            _firstItems[row] = (int)items;
            _firstIndices[row] = index;
            items += count < 0 ? length : count;
            if (items > int.MaxValue)
                throw block.Fault("its vectors hold more values than a block can");
            for (var previous = -1; count > 0; count--, index++)
            {
                if (_indices[index] <= previous || _indices[index] >= length)
                    throw block.Fault($"the index {_indices[index]} follows {previous} in a vector of length {length}");
                previous = _indices[index];
            }
        }

        if (index != _indices.Length)
            throw block.Fault($"it holds {_indices.Length} indices instead of {index}");
        _items = BlockItems.Read<T>(block, type.Primitive, (int)items);
        CheckEnd(block);
    }

    internal override Delegate CreateGetter(CachePosition position) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
    {
        var row = position.Checked;
        var length = LengthOf(row);
        var count = _counts[row] < 0 ? length : _counts[row];
        var editor = VBufferEditor.Create(ref value, length, count);
        _items.AsSpan(_firstItems[row], count).CopyTo(editor.Values);
        if (count < length)
            _indices.AsSpan(_firstIndices[row], count).CopyTo(editor.Indices);
        value = editor.Commit();
    });

    private int LengthOf(int row) => _common > 0 ? _common : _lengths[row];
}
