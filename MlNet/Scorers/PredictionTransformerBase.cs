using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>What transformers that score with a model share.</summary>
public abstract class PredictionTransformerBase<TModel> : IPredictionTransformer<TModel>, IDisposable
    where TModel : class
{
    private bool _disposed;

    private protected PredictionTransformerBase(IHost host, TModel model, DataViewSchema trainSchema)
    {
        Host = host;
        Model = model;
        TrainSchema = trainSchema;
    }

    /// <summary>The model.</summary>
    public TModel Model { get; }

    bool ITransformer.IsRowToRowMapper => true;

    private protected IHost Host { get; }

    private protected DataViewSchema TrainSchema { get; }

    /// <inheritdoc/>
    public abstract DataViewSchema GetOutputSchema(DataViewSchema inputSchema);

    /// <summary>The scored view.</summary>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new RowMapperView(input, MakeRowMapper(input.Schema), appendAll: true);
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return new RowToRowMapper(inputSchema, MakeRowMapper(inputSchema), appendAll: true);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        SaveModel(ctx);
    }

    /// <summary>Frees what the model holds.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        (Model as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract IRowMapper MakeRowMapper(DataViewSchema inputSchema);

    private protected abstract void SaveModel(ModelSaveContext ctx);
}
