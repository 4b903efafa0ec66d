using MlNetFashion.Interchange.Idv;

namespace Microsoft.ML.Data;

/// <summary>Collects the values of one column into a block of an IDV file.</summary>
internal abstract class BlockWriter
{
    internal static BlockWriter Create(DataViewRow row, DataViewSchema.Column column, IdvType type) => (BlockWriter)Activator.CreateInstance(
        column.Type is VectorDataViewType vector
            ? typeof(BlockVectorWriter<>).MakeGenericType(vector.ItemType.RawType)
            : typeof(BlockScalarWriter<>).MakeGenericType(column.Type.RawType),
        row,
        column,
        type)!;

    /// <summary>Adds the value of the row that the cursor stands on.</summary>
    internal abstract void Add();

    /// <summary>About how many bytes the block has by now.</summary>
    internal abstract long Estimate();

    /// <summary>The block's bytes; the next block begins.</summary>
    internal abstract ReadOnlySpan<byte> Take();
}
