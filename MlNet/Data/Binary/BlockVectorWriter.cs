using System.Runtime.InteropServices;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Data;

/// <summary>
/// A block of vectors: how many, their common length (or 0 and the length of each), how many values of each are explicit (-1 for a dense one),
/// the indices of the sparse ones, all values.
/// </summary>
internal sealed class BlockVectorWriter<T>(DataViewRow row, DataViewSchema.Column column, IdvType type) : BlockWriter
{
    private readonly ValueGetter<VBuffer<T>> _get = row.GetGetter<VBuffer<T>>(column);
    private readonly List<int> _lengths = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _indices = [];
    private readonly List<T> _items = [];
    private VBuffer<T> _vector;
    private long _characters;

    internal override void Add()
    {
        _get(ref _vector);
        if (type.VectorSize > 0 && _vector.Length != type.VectorSize)
            throw new InvalidOperationException($"The column '{column.Name}' of {column.Type} gave a vector of {_vector.Length} items.");
        _lengths.Add(_vector.Length);
        var values = _vector.GetValues();
        _counts.Add(_vector.IsDense ? -1 : values.Length);
        CollectionsMarshal.SetCount(_indices, _indices.Count + _vector.GetIndices().Length);
        _vector.GetIndices().CopyTo(CollectionsMarshal.AsSpan(_indices)[^_vector.GetIndices().Length..]);
        var first = _items.Count;
        CollectionsMarshal.SetCount(_items, first + values.Length);
        var added = CollectionsMarshal.AsSpan(_items)[first..];
        values.CopyTo(added);
        if (_items is List<ReadOnlyMemory<char>> texts)
        {
            for (var index = first; index < texts.Count; index++)
            {
                _characters += texts[index].Length;
                texts[index] = texts[index].ToArray();
            }
        }
    }

    internal override long Estimate()
    {
        var lengths = type.VectorSize > 0 ? 0 : _lengths.Count;
        return (4L * (3 + lengths + _counts.Count + _indices.Count)) + BlockItems.Estimate(type.Primitive, _items.Count, _characters);
    }

    internal override ReadOnlySpan<byte> Take()
    {
        var writer = new ByteWriter();
        writer.WriteInt32(_counts.Count);
        var common = type.VectorSize;
        if (common == 0)
            common = _lengths.Count > 0 && _lengths.TrueForAll(length => length == _lengths[0]) ? _lengths[0] : 0;
        writer.WriteInt32(common);
        if (common == 0)
            writer.WriteValues<int>(CollectionsMarshal.AsSpan(_lengths));
        writer.WriteValues<int>(CollectionsMarshal.AsSpan(_counts));
        writer.WriteCountedValues<int>(CollectionsMarshal.AsSpan(_indices));
        BlockItems.Write(writer, type.Primitive, _items);
        _lengths.Clear();
        _counts.Clear();
        _indices.Clear();
        _items.Clear();
        _characters = 0;
        return writer.Written.Span;
    }
}
