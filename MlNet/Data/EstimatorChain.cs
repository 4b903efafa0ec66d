using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Steps fitted one after another, each on what the one before makes of the data.</summary>
public sealed class EstimatorChain<TLastTransformer> : IEstimator<TransformerChain<TLastTransformer>>
    where TLastTransformer : class, ITransformer
{
    private readonly IHostEnvironment? _environment;
    private readonly IEstimator<ITransformer>[] _estimators;
    private readonly TransformerScope[] _scopes;
    private readonly bool[] _cacheAfter;

    /// <summary>The last step, or null in an empty chain.</summary>
    public readonly IEstimator<TLastTransformer>? LastEstimator;

    /// <summary>An empty chain.</summary>
    public EstimatorChain()
        : this(null, [], [], [])
    {
    }

    private EstimatorChain(IHostEnvironment? environment, IEstimator<ITransformer>[] estimators, TransformerScope[] scopes, bool[] cacheAfter)
    {
        _environment = environment;
        _estimators = estimators;
        _scopes = scopes;
        _cacheAfter = cacheAfter;
        LastEstimator = estimators.LastOrDefault() as IEstimator<TLastTransformer>;
    }

    internal IReadOnlyList<IEstimator<ITransformer>> Estimators => _estimators;

    /// <summary>Fits every step; data is cached where the chain says so.</summary>
    public TransformerChain<TLastTransformer> Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);

        // A wrong column anywhere in the chain is found before the first step spends time on the data.
        GetOutputSchema(SchemaShape.Create(input.Schema));

        var transformers = new ITransformer[_estimators.Length];
        var view = input;
        for (var index = 0; index < _estimators.Length; index++)
        {
            transformers[index] = _estimators[index].Fit(view);
            if (index == _estimators.Length - 1)
                break;
            view = transformers[index].Transform(view);
            if (_cacheAfter[index])
                view = new CacheDataView(view, null);
        }

        return new TransformerChain<TLastTransformer>(transformers, _scopes);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return _estimators.Aggregate(inputSchema, (shape, estimator) => estimator.GetOutputSchema(shape));
    }

    /// <summary>This chain with one more step.</summary>
    public EstimatorChain<TNewTrans> Append<TNewTrans>(IEstimator<TNewTrans> estimator, TransformerScope scope = TransformerScope.Everything)
        where TNewTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return new EstimatorChain<TNewTrans>(_environment, [.. _estimators, estimator], [.. _scopes, scope], [.. _cacheAfter, false]);
    }

    /// <summary>This chain with the data kept in memory after its last step, so that what follows need not make it anew for every pass.</summary>
    public EstimatorChain<TLastTransformer> AppendCacheCheckpoint(IHostEnvironment env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return _estimators.Length == 0 || _cacheAfter[^1]
            ? this
            : new EstimatorChain<TLastTransformer>(env, _estimators, _scopes, [.. _cacheAfter[..^1], true]);
    }
}
