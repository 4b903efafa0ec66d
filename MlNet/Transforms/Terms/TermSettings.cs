namespace Microsoft.ML.Transforms;

/// <summary>How a map from values to keys is made.</summary>
internal sealed record TermSettings(int MaximumCount, ValueToKeyMappingEstimator.KeyOrdinality Ordinality, bool TextKeyValues);
