using System.Text;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>A map from values to keys.</summary>
internal abstract class TermMap(PrimitiveDataViewType itemType)
{
    internal PrimitiveDataViewType ItemType => itemType;

    internal abstract int Count { get; }

    internal static bool Supports(DataViewType itemType) => itemType is PrimitiveDataViewType and not RowIdDataViewType && Nullable.GetUnderlyingType(itemType.RawType) is null;

    /// <summary>A getter of keys over a column of single values or of vectors.</summary>
    internal abstract Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Adds the values behind the keys to a column's annotations.</summary>
    internal abstract void AddKeyValues(DataViewSchema.Annotations.Builder builder, bool asText);

    /// <summary>Writes the map as part of a block of maps.</summary>
    internal abstract void Write(ModelBlockWriter block);

    /// <summary>Writes the copy for people.</summary>
    internal abstract void WriteText(StringBuilder text);
}
