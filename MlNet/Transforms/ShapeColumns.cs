namespace Microsoft.ML.Transforms;

/// <summary>The columns that estimators ask for in a schema shape.</summary>
internal static class ShapeColumns
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    internal static SchemaShape.Column Input(SchemaShape inputSchema, string name)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.TryFindColumn(name, out var column)
            ? column
            : throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find input column '{name}'");
    }

    internal static ArgumentOutOfRangeException Mismatch(string name, string expected, SchemaShape.Column column) =>
        new("inputSchema", $"Schema mismatch for input column '{name}': expected {expected}, got {column.TypeText}");

    /// <summary>The annotations that a step keeps.</summary>
    internal static SchemaShape Kept(SchemaShape.Column column, params string[] names) =>
        new(column.Annotations.Where(annotation => names.Contains(annotation.Name)));
}
