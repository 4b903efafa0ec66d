namespace Microsoft.ML.Data;

/// <summary>A loader that needs no fitting, as an estimator.</summary>
internal sealed class TrivialLoaderEstimator<TSource>(IDataLoader<TSource> loader) : IDataLoaderEstimator<TSource, IDataLoader<TSource>>
{
    public IDataLoader<TSource> Fit(TSource input) => loader;

    public SchemaShape GetOutputSchema() => SchemaShape.Create(loader.GetOutputSchema());
}
