using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>The columns that a custom mapping reads.</summary>
internal static class CustomMappingColumns
{
    /// <exception cref="ArgumentOutOfRangeException">One of them is not there, or of another type.</exception>
    internal static SchemaShape Check(SchemaShape inputSchema, SchemaDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var column in definition)
        {
            var wanted = new SchemaShape.Column(column.ColumnName, column.ColumnType);
            var found = ShapeColumns.Input(inputSchema, column.ColumnName);
            if (!found.ItemType.Equals(wanted.ItemType) || (found.Kind == SchemaShape.Column.VectorKind.Scalar) != (wanted.Kind == SchemaShape.Column.VectorKind.Scalar))
                throw ShapeColumns.Mismatch(column.ColumnName, wanted.TypeText, found);
        }

        return inputSchema;
    }
}
