using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    /// <summary>Objects as a view. The objects are enumerated anew at every pass and must not change.</summary>
    /// <param name="data">The objects.</param>
    /// <param name="schemaDefinition">Which members are which columns; null for what the class and its attributes say.</param>
    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, SchemaDefinition? schemaDefinition = null)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(data);

        // Registered for its effect on the random numbers of whatever is made after it.
        Environment.Register("StreamingDataView");
        return new EnumerableDataView<TRow>(data, schemaDefinition);
    }

    /// <summary>Objects as a view whose columns have the types and annotations of a schema.</summary>
    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, DataViewSchema schema)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(schema);
        Environment.Register("StreamingDataView");
        return new EnumerableDataView<TRow>(data, SchemaDefinitions.For<TRow>(schema, SchemaDefinition.Direction.Read));
    }

    /// <summary>The rows of a view as objects.</summary>
    /// <param name="data">The view.</param>
    /// <param name="reuseRowObject">Whether all rows come in one object, which is then only valid until the next.</param>
    /// <param name="ignoreMissingColumns">Whether members without a column keep their defaults.</param>
    /// <param name="schemaDefinition">Which members are which columns; null for what the class and its attributes say.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing.</exception>
    /// <exception cref="InvalidOperationException">A column's type does not suit its member.</exception>
    public IEnumerable<TRow> CreateEnumerable<TRow>(
        IDataView data, bool reuseRowObject, bool ignoreMissingColumns = false, SchemaDefinition? schemaDefinition = null)
        where TRow : class, new()
    {
        ArgumentNullException.ThrowIfNull(data);
        Environment.Register("Enumerable");
        return new RowEnumerable<TRow>(data, reuseRowObject, ignoreMissingColumns, schemaDefinition);
    }
}
