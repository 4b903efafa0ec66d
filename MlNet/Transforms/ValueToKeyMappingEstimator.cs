using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Learns a map from values to keys in one pass over the data.</summary>
public sealed class ValueToKeyMappingEstimator : IEstimator<ValueToKeyMappingTransformer>
{
    private readonly IHost _host;
    private readonly (string Output, string Input)[] _columns;
    private readonly TermSettings _settings;
    private readonly IDataView? _keyData;

    /// <summary>The order of the keys.</summary>
    public enum KeyOrdinality : byte
    {
        /// <summary>As the values were first seen.</summary>
        ByOccurrence = 0,

        /// <summary>As the values sort.</summary>
        ByValue = 1,
    }

    internal ValueToKeyMappingEstimator(IHostEnvironment environment, (string Output, string Input)[] columns, TermSettings settings, IDataView? keyData)
    {
        _host = environment.Register(nameof(ValueToKeyMappingEstimator));
        _columns = columns;
        _settings = settings;
        _keyData = keyData;
    }

    /// <summary>Learns the values of the data, or takes them from the view that lists them.</summary>
    public ValueToKeyMappingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var sources = Array.ConvertAll(_columns, pair => input.Schema.GetColumnOrNull(pair.Input)
            ?? throw new ArgumentOutOfRangeException(nameof(input), $"Could not find input column '{pair.Input}'"));
        TermMap[] maps;
        if (_keyData is null)
        {
            maps = Learn(input, sources, _settings);
        }
        else
        {
            var map = LearnListed(_keyData);
            maps = Array.ConvertAll(sources, source => ItemOf(source.Type).Equals(map.ItemType)
                ? map
                : throw new ArgumentOutOfRangeException(
                    nameof(input), $"The values listed for keys are {map.ItemType}; column '{source.Name}' is {source.Type}. List values of the column's own type."));
        }

        return new ValueToKeyMappingTransformer(_host, _columns, maps, Array.ConvertAll(sources, _ => _settings.TextKeyValues));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (column.Kind == SchemaShape.Column.VectorKind.VariableVector && column.IsKey || !TermMap.Supports(column.ItemType))
            throw ShapeColumns.Mismatch(pair.Input, "standard type or a vector of standard type", column);
        var keyValues = new SchemaShape.Column(
            AnnotationKinds.KeyValues,
            SchemaShape.Column.VectorKind.Vector,
            _settings.TextKeyValues ? TextDataViewType.Instance : column.ItemType,
            column.IsKey && !_settings.TextKeyValues);
        return new SchemaShape.Column(
            pair.Output,
            column.Kind,
            NumberDataViewType.UInt32,
            true,
            new SchemaShape([.. ShapeColumns.Kept(column, AnnotationKinds.SlotNames), keyValues]));
    }));

    private static PrimitiveDataViewType ItemOf(DataViewType type) =>
        type is VectorDataViewType vector ? vector.ItemType : (PrimitiveDataViewType)type;

    private static TermMap[] Learn(IDataView data, DataViewSchema.Column[] sources, TermSettings settings)
    {
        var learners = Array.ConvertAll(sources, source => TermLearner.Create(source.Type, settings));
        using var cursor = data.GetRowCursor(sources);
        for (var index = 0; index < learners.Length; index++)
            learners[index].Bind(cursor, sources[index]);
        while (cursor.MoveNext())
        {
            foreach (var learner in learners)
                learner.Learn();
        }

        return Array.ConvertAll(learners, learner => learner.Finish());
    }

    private static TermMap LearnListed(IDataView keyData)
    {
        var columns = keyData.Schema.Where(column => !column.IsHidden).ToArray();
        if (columns.Length != 1)
            throw new ArgumentOutOfRangeException(nameof(keyData), $"The view that lists the values for keys must have one column. Received: {columns.Length}.");
        return Learn(keyData, columns, new TermSettings(int.MaxValue, KeyOrdinality.ByOccurrence, TextKeyValues: false))[0];
    }
}
