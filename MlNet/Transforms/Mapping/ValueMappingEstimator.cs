using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps values to others, as a table says.</summary>
public class ValueMappingEstimator : TrivialEstimator<ValueMappingTransformer>
{
    private readonly (string Output, string Input)[] _columns;

    internal ValueMappingEstimator(IHostEnvironment environment, IDataView lookup, string keyColumn, string valueColumn, params (string Output, string Input)[] columns)
        : base(environment.Register(nameof(ValueMappingEstimator)), new ValueMappingTransformer(environment, lookup, keyColumn, valueColumn, columns))
    {
        _columns = columns;
    }

    /// <inheritdoc/>
    public sealed override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        var isVector = column.Kind != SchemaShape.Column.VectorKind.Scalar;
        if (isVector && Transformer.ValueColumnType is VectorDataViewType)
            throw ValueMappingTransformer.BothVectors(pair.Input);
        var annotations = SchemaShape.Create(Transformer.ValueColumnAnnotations.Schema);
        var mapped = new SchemaShape.Column(pair.Output, Transformer.ValueColumnType, annotations);
        return isVector ? new SchemaShape.Column(pair.Output, SchemaShape.Column.VectorKind.VariableVector, mapped.ItemType, mapped.IsKey, annotations) : mapped;
    }));
}
