using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Learns in one pass over the data how to bring numbers into a common range, slot by slot.</summary>
public sealed class NormalizingEstimator : IEstimator<NormalizingTransformer>
{
    private readonly IHost _host;
    private readonly (string Output, string Input)[] _columns;
    private readonly NormalizerSettings _settings;

    internal NormalizingEstimator(IHostEnvironment environment, (string Output, string Input)[] columns, NormalizerSettings settings)
    {
        if (settings.MaximumExampleCount <= 1)
            throw new ArgumentOutOfRangeException(nameof(settings), "maximumExampleCount must be greater than 1");
        _host = environment.Register(nameof(NormalizingEstimator));
        _columns = columns;
        _settings = settings;
    }

    /// <summary>Fits on the data.</summary>
    public NormalizingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var sources = Array.ConvertAll(_columns, pair => input.Schema.GetColumnOrNull(pair.Input)
            ?? throw new ArgumentOutOfRangeException("data", $"Could not find input column '{pair.Input}'"));
        var learners = Array.ConvertAll(sources, source => NormalizerLearner.Create(source.Type, _settings));
        using (var cursor = input.GetRowCursor(sources))
        {
            for (var index = 0; index < learners.Length; index++)
                learners[index].Bind(cursor, sources[index]);
            for (var row = 0L; row < _settings.MaximumExampleCount && cursor.MoveNext(); row++)
            {
                foreach (var learner in learners)
                    learner.Learn();
            }
        }

        return new NormalizingTransformer(
            _host, _columns, Array.ConvertAll(sources, source => source.Type), Array.ConvertAll(learners, learner => learner.Finish()));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (column.Kind == SchemaShape.Column.VectorKind.VariableVector)
            throw ShapeColumns.Mismatch(pair.Input, "Vector", column);
        if (column.IsKey || !(column.ItemType.Equals(NumberDataViewType.Single) || column.ItemType.Equals(NumberDataViewType.Double)))
            throw ShapeColumns.Mismatch(pair.Input, "vector or scalar of Single or Double", column);
        var annotations = new SchemaShape(
        [
            new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, false),
            .. ShapeColumns.Kept(column, AnnotationKinds.SlotNames),
        ]);
        return new SchemaShape.Column(pair.Output, column.Kind, column.ItemType, false, annotations);
    }));
}
