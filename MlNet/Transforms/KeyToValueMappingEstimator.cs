using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps keys back to the values they stand for.</summary>
public sealed class KeyToValueMappingEstimator : TrivialEstimator<KeyToValueMappingTransformer>
{
    private readonly (string Output, string Input)[] _columns;

    internal KeyToValueMappingEstimator(IHostEnvironment environment, (string Output, string Input)[] columns)
        : this(environment, new KeyToValueMappingTransformer(environment, columns), columns)
    {
    }

    private KeyToValueMappingEstimator(IHostEnvironment environment, KeyToValueMappingTransformer transformer, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(KeyToValueMappingEstimator)), transformer)
    {
        _columns = columns;
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (!column.IsKey)
            throw ShapeColumns.Mismatch(pair.Input, "KeyDataViewType", column);
        if (!column.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out var values))
            throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Input column '{pair.Input}' doesn't contain key values metadata");
        return new SchemaShape.Column(pair.Output, column.Kind, values.ItemType, values.IsKey, ShapeColumns.Kept(column, AnnotationKinds.SlotNames));
    }));
}
