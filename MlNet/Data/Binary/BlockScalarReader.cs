using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Data;

/// <summary>A block of single values.</summary>
internal sealed class BlockScalarReader<T>(IdvType type) : BlockReader
{
    private T[] _items = [];

    internal override void Load(ByteReader block, int rows)
    {
        _items = BlockItems.Read<T>(block, type.Primitive, rows);
        CheckEnd(block);
    }

    internal override Delegate CreateGetter(CachePosition position) => (ValueGetter<T>)((ref T value) => value = _items[position.Checked]);
}
