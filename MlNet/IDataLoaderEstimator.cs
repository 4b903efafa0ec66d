namespace Microsoft.ML;

/// <summary>A loader still to be fitted.</summary>
public interface IDataLoaderEstimator<in TSource, out TLoader>
    where TLoader : IDataLoader<TSource>
{
    /// <summary>Fits the loader on a source.</summary>
    TLoader Fit(TSource input);

    /// <summary>The shape of the columns of every view that will come out.</summary>
    SchemaShape GetOutputSchema();
}
