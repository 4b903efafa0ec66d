using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>What estimators of networks and graphs promise before they see data.</summary>
internal static class NetworkShapes
{
    /// <param name="inputSchema">The columns that are there.</param>
    /// <param name="inputs">The inputs: their names, the types of their values, and whether a single value will do.</param>
    /// <param name="outputs">The columns to come.</param>
    /// <exception cref="ArgumentOutOfRangeException">An input column is not there, or of another type.</exception>
    internal static SchemaShape Check(
        SchemaShape inputSchema, IEnumerable<(string Name, DataViewType ItemType, bool TakesScalar)> inputs, DataViewSchema.DetachedColumn[] outputs)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var (name, itemType, takesScalar) in inputs)
        {
            if (!inputSchema.TryFindColumn(name, out var input))
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{name}'");
            if ((input.Kind == SchemaShape.Column.VectorKind.Scalar && !takesScalar) || input.IsKey || !input.ItemType.Equals(itemType))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(inputSchema), $"Schema mismatch for input column '{name}': expected Vector<{itemType}>, got {input.TypeText}");
            }
        }

        return inputSchema.With(outputs.Select(column => new SchemaShape.Column(column.Name, column.Type)));
    }
}
