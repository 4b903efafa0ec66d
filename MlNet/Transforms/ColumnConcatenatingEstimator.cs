using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Puts columns of one item type together into one vector.</summary>
public sealed class ColumnConcatenatingEstimator : IEstimator<ColumnConcatenatingTransformer>
{
    private readonly IHost _host;
    private readonly string _name;
    private readonly string[] _sources;

    internal ColumnConcatenatingEstimator(IHostEnvironment environment, string outputColumnName, string[] inputColumnNames)
    {
        _host = environment.Register("ColumnConcatenatingEstimator ");
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);
        ArgumentNullException.ThrowIfNull(inputColumnNames);
        if (inputColumnNames.Length == 0 || Array.Exists(inputColumnNames, string.IsNullOrEmpty))
            throw new ArgumentException("Concatenate needs the names of its input columns; none was received, or an empty one.", nameof(inputColumnNames));
        _name = outputColumnName;
        _sources = inputColumnNames;
    }

    /// <summary>The transformer; whether it fits the columns shows when it is used.</summary>
    public ColumnConcatenatingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ColumnConcatenatingTransformer(_host, [(_name, _sources)]);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        var columns = Array.ConvertAll(_sources, name => ShapeColumns.Input(inputSchema, name));
        var item = columns[0];
        var kind = SchemaShape.Column.VectorKind.Vector;
        var normalized = true;
        foreach (var column in columns)
        {
            if (!column.ItemType.Equals(item.ItemType) || column.IsKey)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(inputSchema),
                    $"Column '{column.Name}' has invalid source types: {(column.IsKey ? column.TypeText : "All source columns must have the same type.")} Source types: '{string.Join(", ", columns.Select(source => source.TypeText))}'.");
            }

            if (column.Kind == SchemaShape.Column.VectorKind.VariableVector)
                kind = SchemaShape.Column.VectorKind.VariableVector;
            normalized &= column.HasAnnotation(AnnotationKinds.IsNormalized);
        }

        var annotations = new List<SchemaShape.Column>();
        if (columns.Any(column => column.HasAnnotation(AnnotationKinds.SlotNames)))
            annotations.Add(new SchemaShape.Column(AnnotationKinds.SlotNames, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, false));
        if (normalized)
            annotations.Add(new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, false));
        return inputSchema.With(new SchemaShape.Column(_name, kind, item.ItemType, false, new SchemaShape(annotations)));
    }
}
