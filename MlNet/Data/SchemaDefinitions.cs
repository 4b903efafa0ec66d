namespace Microsoft.ML.Data;

/// <summary>Definitions for classes whose columns are known by a schema.</summary>
internal static class SchemaDefinitions
{
    /// <summary>The definition of a class with the types and annotations of a schema's columns.</summary>
    internal static SchemaDefinition For<TRow>(DataViewSchema schema, SchemaDefinition.Direction direction)
    {
        var definition = SchemaDefinition.Create(typeof(TRow), direction);
        foreach (var target in definition)
        {
            if (schema.GetColumnOrNull(target.ColumnName) is not { } column)
                continue;
            target.ColumnType = column.Type;
            target.AddAnnotations(column.Annotations);
        }

        return definition;
    }
}
