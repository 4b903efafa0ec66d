using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class ModelOperationsCatalog
{
    /// <summary>An engine that predicts single objects with a transformer.</summary>
    /// <param name="transformer">The transformer; it must map row to row.</param>
    /// <param name="ignoreMissingColumns">Whether output members without a column keep their defaults.</param>
    /// <param name="inputSchemaDefinition">Which members of the input class are which columns; null for what the class says.</param>
    /// <param name="outputSchemaDefinition">Which members of the output class are which columns; null for what the class says.</param>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(
        ITransformer transformer,
        bool ignoreMissingColumns = true,
        SchemaDefinition? inputSchemaDefinition = null,
        SchemaDefinition? outputSchemaDefinition = null)
        where TSrc : class
        where TDst : class, new()
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return new PredictionEngine<TSrc, TDst>(transformer, inputSchemaDefinition, outputSchemaDefinition, ignoreMissingColumns, ownsTransformer: false);
    }

    /// <summary>An engine whose input columns have the types and annotations of a schema.</summary>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(ITransformer transformer, DataViewSchema inputSchema)
        where TSrc : class
        where TDst : class, new()
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(inputSchema);
        var definition = SchemaDefinitions.For<TSrc>(inputSchema, SchemaDefinition.Direction.Read);
        return new PredictionEngine<TSrc, TDst>(transformer, definition, null, ignoreMissingColumns: true, ownsTransformer: false);
    }

    /// <summary>An engine made as options say.</summary>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(ITransformer transformer, PredictionEngineOptions options)
        where TSrc : class
        where TDst : class, new()
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(options);
        return new PredictionEngine<TSrc, TDst>(
            transformer, options.InputSchemaDefinition, options.OutputSchemaDefinition, options.IgnoreMissingColumns, options.OwnsTransformer);
    }
}
