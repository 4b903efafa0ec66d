using System.Collections;

namespace Microsoft.ML.Data;

/// <summary>Fitted steps, applied one after another.</summary>
public sealed partial class TransformerChain<TLastTransformer> : ITransformer, IEnumerable<ITransformer>, IDisposable, ITransformerChain
    where TLastTransformer : class, ITransformer
{
    private readonly ITransformer[] _transformers;
    private readonly TransformerScope[] _scopes;
    private bool _disposed;

    /// <summary>The last step, or null in an empty chain.</summary>
    public readonly TLastTransformer LastTransformer;

    /// <summary>A chain of steps, each with its scope.</summary>
    public TransformerChain(IEnumerable<ITransformer> transformers, IEnumerable<TransformerScope> scopes)
    {
        ArgumentNullException.ThrowIfNull(transformers);
        ArgumentNullException.ThrowIfNull(scopes);
        _transformers = transformers.ToArray();
        _scopes = scopes.ToArray();
        if (_transformers.Length != _scopes.Length)
            throw new ArgumentException($"A chain needs one scope a step. Received: {_transformers.Length} steps, {_scopes.Length} scopes.", nameof(scopes));
        LastTransformer = CheckedLast(_transformers);
    }

    /// <summary>A chain of steps that are always used.</summary>
    public TransformerChain(params ITransformer[] transformers)
    {
        ArgumentNullException.ThrowIfNull(transformers);
        _transformers = [.. transformers];
        _scopes = new TransformerScope[transformers.Length];
        Array.Fill(_scopes, TransformerScope.Everything);
        LastTransformer = CheckedLast(_transformers);
    }

    ITransformer[] ITransformerChain.Transformers => _transformers;

    TransformerScope[] ITransformerChain.Scopes => _scopes;

    bool ITransformer.IsRowToRowMapper => _transformers.All(transformer => transformer.IsRowToRowMapper);

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => GetOutputSchema(inputSchema, TransformerScope.Scoring);

    /// <summary>The columns that come of the steps of a scope.</summary>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema, TransformerScope scope)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return InScope(scope).Aggregate(inputSchema, (schema, transformer) => transformer.GetOutputSchema(schema));
    }

    /// <summary>What the steps of the scoring scope make of a view.</summary>
    public IDataView Transform(IDataView input) => Transform(input, TransformerScope.Scoring);

    /// <summary>What the steps of a scope make of a view.</summary>
    public IDataView Transform(IDataView input, TransformerScope scope)
    {
        ArgumentNullException.ThrowIfNull(input);

        // A wrong column anywhere in the chain is told of before any view is made.
        GetOutputSchema(input.Schema, scope);
        return InScope(scope).Aggregate(input, (view, transformer) => transformer.Transform(view));
    }

    /// <summary>The chain of the steps that are used in a scope.</summary>
    public TransformerChain<ITransformer> GetModelFor(TransformerScope scopeFilter)
    {
        var kept = Enumerable.Range(0, _transformers.Length).Where(index => (_scopes[index] & scopeFilter) != 0).ToArray();
        return new TransformerChain<ITransformer>(kept.Select(index => _transformers[index]), kept.Select(index => _scopes[index]));
    }

    /// <summary>This chain with one more step.</summary>
    public TransformerChain<TNewLast> Append<TNewLast>(TNewLast transformer, TransformerScope scope = TransformerScope.Everything)
        where TNewLast : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return new TransformerChain<TNewLast>([.. _transformers, transformer], [.. _scopes, scope]);
    }

    /// <inheritdoc/>
    public IEnumerator<ITransformer> GetEnumerator() => ((IEnumerable<ITransformer>)_transformers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        if (!((ITransformer)this).IsRowToRowMapper)
            throw new InvalidOperationException("GetRowToRowMapper method called despite IsRowToRowMapper being false.");
        var mappers = new IRowToRowMapper[_transformers.Length];
        var schema = inputSchema;
        for (var index = 0; index < mappers.Length; index++)
        {
            mappers[index] = _transformers[index].GetRowToRowMapper(schema);
            schema = mappers[index].OutputSchema;
        }

        return new CompositeRowToRowMapper(inputSchema, mappers);
    }

    /// <summary>Frees what the steps hold.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        foreach (var transformer in _transformers)
            (transformer as IDisposable)?.Dispose();
    }

    private static TLastTransformer CheckedLast(ITransformer[] transformers)
    {
        if (transformers.Length == 0)
            return null!;
        return transformers[^1] as TLastTransformer
            ?? throw new ArgumentException($"The last step must be a {typeof(TLastTransformer)}. Received: {transformers[^1].GetType()}.", nameof(transformers));
    }

    private IEnumerable<ITransformer> InScope(TransformerScope scope) => _transformers.Where((_, index) => (_scopes[index] & scope) != 0);
}
