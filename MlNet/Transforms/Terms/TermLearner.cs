using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Collects the distinct values of a column.</summary>
internal abstract class TermLearner
{
    internal static TermLearner Create(DataViewType type, TermSettings settings)
    {
        var item = type is VectorDataViewType vector ? vector.ItemType : type;
        if (item is not PrimitiveDataViewType primitive || !TermMap.Supports(item))
            throw new ArgumentOutOfRangeException(nameof(type), $"Schema mismatch for input column: expected standard type or a vector of standard type, got {type}");
        return (TermLearner)Activator.CreateInstance(
            typeof(TermLearner<>).MakeGenericType(item.RawType), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, null, [primitive, settings], null)!;
    }

    internal abstract void Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Takes in the row that the bound cursor stands on.</summary>
    internal abstract void Learn();

    internal abstract TermMap Finish();
}
