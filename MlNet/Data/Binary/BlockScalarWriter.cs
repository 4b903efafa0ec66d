using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Data;

/// <summary>A block of single values.</summary>
internal sealed class BlockScalarWriter<T>(DataViewRow row, DataViewSchema.Column column, IdvType type) : BlockWriter
{
    private readonly ValueGetter<T> _get = row.GetGetter<T>(column);
    private readonly List<T> _items = [];
    private long _characters;

    internal override void Add()
    {
        T value = default!;
        _get(ref value);

        // Text may lie in memory that the cursor uses again.
        if (value is ReadOnlyMemory<char> text)
        {
            _characters += text.Length;
            value = (T)(object)(ReadOnlyMemory<char>)text.ToArray();
        }

        _items.Add(value);
    }

    internal override long Estimate() => BlockItems.Estimate(type.Primitive, _items.Count, _characters);

    internal override ReadOnlySpan<byte> Take()
    {
        var writer = new ByteWriter();
        BlockItems.Write(writer, type.Primitive, _items);
        _items.Clear();
        _characters = 0;
        return writer.Written.Span;
    }
}
