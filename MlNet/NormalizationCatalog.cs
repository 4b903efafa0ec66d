using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps that bring numbers into a common range, slot by slot.</summary>
public static class NormalizationCatalog
{
    /// <summary>Scales each slot by its observed extremes: by 1 / max(|min|, |max|), or from [min, max] to [0, 1] when zero need not stay zero.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The normalised column.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="maximumExampleCount">How many rows at most are looked at. The default is 1,000,000,000.</param>
    /// <param name="fixZero">Whether zero stays zero, which keeps sparse vectors sparse. The default is true.</param>
    public static NormalizingEstimator NormalizeMinMax(
        this TransformsCatalog catalog, string outputColumnName, string? inputColumnName = null, long maximumExampleCount = 1000000000, bool fixZero = true) =>
        catalog.NormalizeMinMax([new InputOutputColumnPair(outputColumnName, inputColumnName)], maximumExampleCount, fixZero);

    /// <summary>As the other overload, for several columns.</summary>
    public static NormalizingEstimator NormalizeMinMax(
        this TransformsCatalog catalog, InputOutputColumnPair[] columns, long maximumExampleCount = 1000000000, bool fixZero = true)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new NormalizingEstimator(
            catalog.Environment, InputOutputColumnPair.ToTuples(columns), new NormalizerSettings(NormalizerKind.MinMax, fixZero, maximumExampleCount));
    }

    /// <summary>Divides each slot by its standard deviation around the mean, or around zero when zero must stay zero.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="outputColumnName">The normalised column.</param>
    /// <param name="inputColumnName">Its source; null for the output column's own name.</param>
    /// <param name="maximumExampleCount">How many rows at most are looked at. The default is 1,000,000,000.</param>
    /// <param name="fixZero">Whether zero stays zero. The default is true.</param>
    /// <param name="useCdf">Whether the slot becomes its value of the normal distribution function instead. The default is false.</param>
    public static NormalizingEstimator NormalizeMeanVariance(
        this TransformsCatalog catalog,
        string outputColumnName,
        string? inputColumnName = null,
        long maximumExampleCount = 1000000000,
        bool fixZero = true,
        bool useCdf = false) =>
        catalog.NormalizeMeanVariance([new InputOutputColumnPair(outputColumnName, inputColumnName)], maximumExampleCount, fixZero, useCdf);

    /// <summary>As the other overload, for several columns.</summary>
    public static NormalizingEstimator NormalizeMeanVariance(
        this TransformsCatalog catalog, InputOutputColumnPair[] columns, long maximumExampleCount = 1000000000, bool fixZero = true, bool useCdf = false)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var kind = useCdf ? NormalizerKind.MeanVarianceCdf : NormalizerKind.MeanVariance;
        return new NormalizingEstimator(
            catalog.Environment, InputOutputColumnPair.ToTuples(columns), new NormalizerSettings(kind, fixZero, maximumExampleCount));
    }
}
