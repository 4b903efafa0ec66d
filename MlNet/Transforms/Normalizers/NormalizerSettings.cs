namespace Microsoft.ML.Transforms;

/// <summary>What a normaliser learns.</summary>
internal enum NormalizerKind
{
    /// <summary>The extremes of each slot.</summary>
    MinMax,

    /// <summary>Mean and variance of each slot.</summary>
    MeanVariance,

    /// <summary>Mean and variance of each slot, for the normal distribution function.</summary>
    MeanVarianceCdf,
}

/// <summary>How a normaliser is fitted.</summary>
internal sealed record NormalizerSettings(NormalizerKind Kind, bool FixZero, long MaximumExampleCount);
