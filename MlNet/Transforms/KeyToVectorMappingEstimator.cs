using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Maps keys to vectors with a 1 at the key's place.</summary>
public sealed class KeyToVectorMappingEstimator : TrivialEstimator<KeyToVectorMappingTransformer>
{
    private readonly (string Output, string Input)[] _columns;
    private readonly bool _countVector;

    internal KeyToVectorMappingEstimator(IHostEnvironment environment, (string Output, string Input)[] columns, bool countVector)
        : this(environment, new KeyToVectorMappingTransformer(environment, columns, Array.ConvertAll(columns, _ => countVector)), columns, countVector)
    {
    }

    private KeyToVectorMappingEstimator(
        IHostEnvironment environment, KeyToVectorMappingTransformer transformer, (string Output, string Input)[] columns, bool countVector)
        : base(environment.Register(nameof(KeyToVectorMappingEstimator)), transformer)
    {
        _columns = columns;
        _countVector = countVector;
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (!column.IsKey)
            throw ShapeColumns.Mismatch(pair.Input, "Key", column);
        var annotations = new List<SchemaShape.Column>();

        // Slots are named only after keys whose values are text, and only where their number is known.
        if ((_countVector || column.Kind != SchemaShape.Column.VectorKind.VariableVector)
            && column.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out SchemaShape.Column values) && values.ItemType is TextDataViewType)
            annotations.Add(new SchemaShape.Column(AnnotationKinds.SlotNames, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, false));
        if (!_countVector && column.Kind != SchemaShape.Column.VectorKind.VariableVector)
            annotations.Add(new SchemaShape.Column(AnnotationKinds.CategoricalSlotRanges, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Int32, false));
        if (!_countVector || column.Kind == SchemaShape.Column.VectorKind.Scalar)
            annotations.Add(new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, false));
        var kind = column.Kind == SchemaShape.Column.VectorKind.VariableVector && !_countVector
            ? SchemaShape.Column.VectorKind.VariableVector
            : SchemaShape.Column.VectorKind.Vector;
        return new SchemaShape.Column(pair.Output, kind, NumberDataViewType.Single, false, new SchemaShape(annotations));
    }));
}
