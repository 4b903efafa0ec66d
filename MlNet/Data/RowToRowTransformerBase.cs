using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>A transformer that makes one output row of each input row.</summary>
public abstract class RowToRowTransformerBase : ITransformer
{
    private protected RowToRowTransformerBase(IHost host)
    {
        Host = host;
    }

    bool ITransformer.IsRowToRowMapper => true;

    private protected IHost Host { get; }

    /// <summary>The columns that come of these columns.</summary>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return new ColumnBindings(inputSchema, MakeRowMapper(inputSchema).OutputColumns).Schema;
    }

    /// <summary>The transformed view.</summary>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return MakeView(input);
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return new RowToRowMapper(inputSchema, MakeRowMapper(inputSchema));
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        SaveModel(ctx);
    }

    private protected abstract IRowMapper MakeRowMapper(DataViewSchema inputSchema);

    /// <summary>The transformed view; overridden by those that work on more than a row at a time.</summary>
    private protected virtual IDataView MakeView(IDataView input) => new RowMapperView(input, MakeRowMapper(input.Schema));

    private protected abstract void SaveModel(ModelSaveContext ctx);
}
