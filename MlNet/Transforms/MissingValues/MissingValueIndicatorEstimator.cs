using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Tells which numbers are missing.</summary>
public sealed class MissingValueIndicatorEstimator : TrivialEstimator<MissingValueIndicatorTransformer>
{
    private readonly (string Output, string Input)[] _columns;

    internal MissingValueIndicatorEstimator(IHostEnvironment environment, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(MissingValueIndicatorEstimator)), new MissingValueIndicatorTransformer(environment, columns))
    {
        _columns = columns;
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (!column.IsKey && !MissingValueIndicatorTransformer.Supports(column.ItemType))
            throw ShapeColumns.Mismatch(pair.Input, "Single or Double", column);
        var annotations = new SchemaShape(
        [
            .. ShapeColumns.Kept(column, AnnotationKinds.SlotNames),
            new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, false),
        ]);
        return new SchemaShape.Column(pair.Output, column.Kind, BooleanDataViewType.Instance, false, annotations);
    }));
}
