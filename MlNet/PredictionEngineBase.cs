using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>What engines that predict single objects share.</summary>
public abstract class PredictionEngineBase<TSrc, TDst> : IDisposable
    where TSrc : class
    where TDst : class, new()
{
    private readonly ITransformer? _owned;
    private bool _disposed;

    private protected PredictionEngineBase(
        ITransformer transformer, SchemaDefinition? inputDefinition, SchemaDefinition? outputDefinition, bool ignoreMissingColumns, bool ownsTransformer)
    {
        if (!transformer.IsRowToRowMapper)
            throw new ArgumentException("Must be a row to row mapper", nameof(transformer));
        var reader = new RowReader<TSrc>(inputDefinition);
        var mapper = transformer.GetRowToRowMapper(reader.Schema);
        OutputSchema = mapper.OutputSchema;
        var writer = new RowWriter<TDst>(OutputSchema, ignoreMissingColumns, outputDefinition);
        Input = new ObjectRow<TSrc>(reader);
        Output = mapper.GetRow(Input, writer.Columns);
        Pokes = writer.Bind(Output);
        _owned = ownsTransformer ? transformer : null;
    }

    /// <summary>The columns that the transformer makes of the input class.</summary>
    public DataViewSchema OutputSchema { get; }

    private protected ObjectRow<TSrc> Input { get; }

    private protected DataViewRow Output { get; }

    private protected Action<TDst>[] Pokes { get; }

    /// <summary>The prediction for one object.</summary>
    public TDst Predict(TSrc example)
    {
        var result = new TDst();
        Predict(example, ref result);
        return result;
    }

    /// <summary>The prediction for one object, put into an object whose arrays are reused.</summary>
    public abstract void Predict(TSrc example, ref TDst prediction);

    /// <summary>Frees what the engine holds.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Output.Dispose();
        (_owned as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
    }
}
