using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>What estimators of networks promise before they see data.</summary>
internal static class NetworkShapes
{
    /// <exception cref="ArgumentOutOfRangeException">The input column is not there, or no vector of Single.</exception>
    internal static SchemaShape Check(SchemaShape inputSchema, string inputName, DataViewSchema.DetachedColumn[] outputs)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        if (!inputSchema.TryFindColumn(inputName, out var input))
            throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{inputName}'");
        if (input.Kind == SchemaShape.Column.VectorKind.Scalar || input.IsKey || !input.ItemType.Equals(NumberDataViewType.Single))
        {
            throw new ArgumentOutOfRangeException(
                nameof(inputSchema), $"Schema mismatch for input column '{inputName}': expected Vector<Single>, got {input.TypeText}");
        }

        return inputSchema.With(outputs.Select(column => new SchemaShape.Column(column.Name, column.Type)));
    }
}
