using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Adds columns that the caller's own code computes, with a state that goes along from row to row and is new for every pass.</summary>
public sealed class StatefulCustomMappingTransformer<TSrc, TDst, TState> : ITransformer
    where TSrc : class, new()
    where TDst : class, new()
    where TState : class, new()
{
    private readonly Action<TSrc, TDst, TState> _mapAction;
    private readonly Action<TState> _initialize;
    private readonly string? _contractName;
    private readonly RowReader<TDst> _added;

    internal StatefulCustomMappingTransformer(IHostEnvironment environment, Action<TSrc, TDst, TState> mapAction, Action<TState> initialize, string? contractName)
    {
        ArgumentNullException.ThrowIfNull(mapAction);
        ArgumentNullException.ThrowIfNull(initialize);
        environment.Register("StatefulCustomMappingTransformer");
        _mapAction = mapAction;
        _initialize = initialize;
        _contractName = contractName;
        InputDefinition = SchemaDefinition.Create(typeof(TSrc), SchemaDefinition.Direction.Write);
        _added = new RowReader<TDst>(null);
    }

    bool ITransformer.IsRowToRowMapper => false;

    internal SchemaDefinition InputDefinition { get; }

    internal DataViewSchema AddedSchema => _added.Schema;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        _ = Bind(inputSchema);
        return new ColumnBindings(inputSchema, [.. _added.Schema.Select(column => new DataViewSchema.DetachedColumn(column))]).Schema;
    }

    /// <summary>The view with the added columns.</summary>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new StatefulMappingView<TSrc, TDst, TState>(input, Bind(input.Schema), _added, _mapAction, _initialize);
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) =>
        throw new InvalidOperationException($"Could not get an {nameof(IRowToRowMapper)}: a stateful mapping looks at rows in their order.");

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        CustomMappingLoader.Save(ctx, _contractName, _mapAction.Method);
    }

    private RowWriter<TSrc> Bind(DataViewSchema inputSchema) => new(inputSchema, ignoreMissingColumns: false, InputDefinition);
}
