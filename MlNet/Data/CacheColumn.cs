namespace Microsoft.ML.Data;

/// <summary>One column of a cache.</summary>
internal abstract class CacheColumn
{
    internal static CacheColumn Create(DataViewType type, long? expectedRows)
    {
        var capacity = (int)Math.Clamp(expectedRows ?? 0, 0, 1 << 24);
        var cacheType = type is VectorDataViewType vector
            ? typeof(CacheVectorColumn<>).MakeGenericType(vector.ItemType.RawType)
            : typeof(CacheScalarColumn<>).MakeGenericType(type.RawType);
        return (CacheColumn)Activator.CreateInstance(cacheType, capacity)!;
    }

    /// <summary>Says where <see cref="Add"/> takes its values from.</summary>
    internal abstract void Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Takes the value of the row that the bound cursor stands on, behind those taken before.</summary>
    internal abstract void Add();

    /// <summary>Gives back what was reserved but not needed.</summary>
    internal abstract void Freeze();

    internal abstract Delegate CreateGetter(CachePosition position);
}
