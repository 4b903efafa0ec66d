using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Data;

/// <summary>Gives the values of one column out of the blocks of an IDV file.</summary>
internal abstract class BlockReader
{
    internal static BlockReader Create(DataViewType type, IdvType stored) => (BlockReader)Activator.CreateInstance(
        type is VectorDataViewType vector
            ? typeof(BlockVectorReader<>).MakeGenericType(vector.ItemType.RawType)
            : typeof(BlockScalarReader<>).MakeGenericType(type.RawType),
        stored)!;

    /// <summary>Takes up the next block.</summary>
    /// <exception cref="InvalidDataException">It does not hold that many values.</exception>
    internal abstract void Load(ByteReader block, int rows);

    /// <summary>A getter of the value in the row of the block that <paramref name="position"/> says.</summary>
    internal abstract Delegate CreateGetter(CachePosition position);

    private protected static void CheckEnd(ByteReader block)
    {
        if (block.Remaining != 0)
            throw block.Fault($"{block.Remaining} bytes are left behind its values");
    }
}
