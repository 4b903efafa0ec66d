namespace Microsoft.ML.Data;

/// <summary>One column of rows read ahead, in slots that are used again and again.</summary>
internal abstract class PoolColumn
{
    internal static PoolColumn Create(DataViewType type, int size) => (PoolColumn)Activator.CreateInstance(
        type is VectorDataViewType vector
            ? typeof(PoolVectorColumn<>).MakeGenericType(vector.ItemType.RawType)
            : typeof(PoolScalarColumn<>).MakeGenericType(type.RawType),
        size)!;

    /// <summary>Says where <see cref="Store"/> takes its values from.</summary>
    internal abstract void Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Takes the value of the row that the bound cursor stands on.</summary>
    internal abstract void Store(int slot);

    internal abstract Delegate CreateGetter(CachePosition position);
}
