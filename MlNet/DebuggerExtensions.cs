using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>A look at data while debugging; everything is computed at once, so keep it out of programs.</summary>
public static class DebuggerExtensions
{
    /// <summary>The first rows of a view.</summary>
    public static DataDebuggerPreview Preview(this IDataView data, int maxRows = 100)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(maxRows);
        return new DataDebuggerPreview(data, maxRows);
    }

    /// <summary>The first rows of what a transformer makes of a view.</summary>
    public static DataDebuggerPreview Preview(this ITransformer transformer, IDataView data, int maxRows = 100)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(data);
        return transformer.Transform(data).Preview(maxRows);
    }

    /// <summary>The first rows of what a step, fitted on the first training rows, makes of a view.</summary>
    public static DataDebuggerPreview Preview(this IEstimator<ITransformer> estimator, IDataView data, int maxRows = 100, int maxTrainingRows = 100)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxTrainingRows);
        return estimator.Fit(new SkipTakeView(data, 0, maxTrainingRows)).Transform(data).Preview(maxRows);
    }

    /// <summary>The first rows of what a loader makes of a source.</summary>
    public static DataDebuggerPreview Preview<TSource>(this IDataLoader<TSource> loader, TSource source, int maxRows = 100)
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(source);
        return loader.Load(source).Preview(maxRows);
    }
}
