namespace Microsoft.ML.Data;

/// <summary>A loader, fitted or not, followed by steps still to be fitted.</summary>
public sealed class CompositeLoaderEstimator<TSource, TLastTransformer> : IDataLoaderEstimator<TSource, CompositeDataLoader<TSource, TLastTransformer>>
    where TLastTransformer : class, ITransformer
{
    private readonly IDataLoaderEstimator<TSource, IDataLoader<TSource>> _start;
    private readonly EstimatorChain<TLastTransformer> _chain;

    /// <summary>A loader followed by steps, or by none.</summary>
    public CompositeLoaderEstimator(IDataLoaderEstimator<TSource, IDataLoader<TSource>> start, EstimatorChain<TLastTransformer>? estimatorChain = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        _start = start;
        _chain = estimatorChain ?? new EstimatorChain<TLastTransformer>();
    }

    /// <summary>Fits the loader, then the steps on what it loads.</summary>
    public CompositeDataLoader<TSource, TLastTransformer> Fit(TSource input)
    {
        var loader = _start.Fit(input);
        return new CompositeDataLoader<TSource, TLastTransformer>(loader, _chain.Fit(loader.Load(input)));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema() => _chain.GetOutputSchema(_start.GetOutputSchema());

    /// <summary>This estimator with one more step.</summary>
    public CompositeLoaderEstimator<TSource, TNewTrans> Append<TNewTrans>(IEstimator<TNewTrans> estimator)
        where TNewTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        return new CompositeLoaderEstimator<TSource, TNewTrans>(_start, _chain.Append(estimator));
    }
}
