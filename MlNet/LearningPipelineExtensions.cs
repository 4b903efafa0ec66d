using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Puts steps together.</summary>
public static class LearningPipelineExtensions
{
    /// <summary>A chain of one step and another.</summary>
    public static EstimatorChain<TTrans> Append<TTrans>(
        this IEstimator<ITransformer> start, IEstimator<TTrans> estimator, TransformerScope scope = TransformerScope.Everything)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(start);
        return start is EstimatorChain<ITransformer> chain
            ? chain.Append(estimator, scope)
            : new EstimatorChain<ITransformer>().Append(start).Append(estimator, scope);
    }

    /// <summary>A chain of one step whose output is kept in memory for what follows.</summary>
    public static EstimatorChain<TTrans> AppendCacheCheckpoint<TTrans>(this IEstimator<TTrans> start, IHostEnvironment env)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(start);
        return new EstimatorChain<ITransformer>().Append(start).AppendCacheCheckpoint(env);
    }

    /// <summary>A chain of one fitted step and another.</summary>
    public static TransformerChain<TTrans> Append<TTrans>(this ITransformer start, TTrans transformer)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(transformer);
        return start is TransformerChain<ITransformer> chain
            ? chain.Append(transformer)
            : new TransformerChain<TTrans>(start, transformer);
    }

    /// <summary>A loader followed by a fitted step.</summary>
    public static CompositeDataLoader<TSource, TTrans> Append<TSource, TTrans>(this IDataLoader<TSource> loader, TTrans transformer)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(transformer);
        return loader is CompositeDataLoader<TSource, ITransformer> composite
            ? composite.AppendTransformer(transformer)
            : new CompositeDataLoader<TSource, TTrans>(loader, new TransformerChain<TTrans>(transformer));
    }

    /// <summary>A loader followed by a step still to be fitted.</summary>
    public static CompositeLoaderEstimator<TSource, TTrans> Append<TSource, TTrans>(this IDataLoader<TSource> start, IEstimator<TTrans> estimator)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(estimator);
        return new CompositeLoaderEstimator<TSource, TTrans>(new TrivialLoaderEstimator<TSource>(start), new EstimatorChain<TTrans>().Append(estimator));
    }

    /// <summary>A loader and a step, both still to be fitted.</summary>
    public static CompositeLoaderEstimator<TSource, TTrans> Append<TSource, TTrans>(
        this IDataLoaderEstimator<TSource, IDataLoader<TSource>> start, IEstimator<TTrans> estimator)
        where TTrans : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(estimator);
        return new CompositeLoaderEstimator<TSource, TTrans>(start, new EstimatorChain<TTrans>().Append(estimator));
    }

    /// <summary>The same step, which hands every fitted transformer to <paramref name="onFit"/>.</summary>
    public static IEstimator<TTransformer> WithOnFitDelegate<TTransformer>(this IEstimator<TTransformer> estimator, Action<TTransformer> onFit)
        where TTransformer : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(onFit);
        return new DelegateEstimator<TTransformer>(estimator, onFit);
    }
}
