using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>How a prediction engine is made.</summary>
public sealed class PredictionEngineOptions
{
    /// <summary>Whether output members without a column keep their defaults. The default is true.</summary>
    public bool IgnoreMissingColumns = true;

    /// <summary>Which members of the input class are which columns; null for what the class says.</summary>
    public SchemaDefinition? InputSchemaDefinition;

    /// <summary>Which members of the output class are which columns; null for what the class says.</summary>
    public SchemaDefinition? OutputSchemaDefinition;

    /// <summary>Whether the transformer is disposed with the engine. The default is true.</summary>
    public bool OwnsTransformer = true;

    /// <summary>The defaults.</summary>
    public PredictionEngineOptions()
    {
    }
}
