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

        // A shape does not know how many values a key has; the transformer looks again.
        var isPossible = column.IsKey ? KeyDataViewType.IsValidDataType(type.RawType) : ValueConversions.Exists(column.ItemType.RawType, type.RawType);
        if (!isPossible)
            throw TypeConvertingTransformer.NoConversion(column.ItemType, type);
        var annotations = ShapeColumns.Kept(
            column,
            column.Kind == SchemaShape.Column.VectorKind.Vector ? AnnotationKinds.SlotNames : string.Empty,
            column.IsKey ? AnnotationKinds.KeyValues : type is NumberDataViewType && column.ItemType is NumberDataViewType ? AnnotationKinds.IsNormalized : string.Empty);
        if (column.ItemType is BooleanDataViewType && column.Kind == SchemaShape.Column.VectorKind.Scalar && type is NumberDataViewType)
            annotations = annotations.With(new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, false));
        return new SchemaShape.Column(pair.Output, column.Kind, type, column.IsKey, annotations);
    }));
}
