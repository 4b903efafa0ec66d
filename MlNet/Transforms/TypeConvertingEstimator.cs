using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Converts numbers, text, truth values and times into each other.</summary>
public sealed class TypeConvertingEstimator : TrivialEstimator<TypeConvertingTransformer>
{
    private readonly (string Output, string Input)[] _columns;
    private readonly DataKind _kind;

    internal TypeConvertingEstimator(IHostEnvironment environment, (string Output, string Input)[] columns, DataKind kind)
        : base(
            environment.Register(nameof(TypeConvertingEstimator)),
            new TypeConvertingTransformer(environment, columns, Array.ConvertAll(columns, _ => (DataKinds.ToType(kind), kind))))
    {
        _columns = columns;
        _kind = kind;
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        var type = DataKinds.ToType(_kind);
        if (!ValueConversions.Exists(column.ItemType.RawType, type.RawType))
            throw TypeConvertingTransformer.NoConversion(column.ItemType, type);
        return new SchemaShape.Column(
            pair.Output, column.Kind, type, false, ShapeColumns.Kept(column, AnnotationKinds.SlotNames, AnnotationKinds.IsNormalized));
    }));
}
