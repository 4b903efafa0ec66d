using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>What trainers that grow regression trees share.</summary>
public abstract class FastTreeTrainerBase<TOptions, TTransformer, TModel> : TrainerEstimatorBaseWithGroupId<TTransformer, TModel>
    where TOptions : TreeOptions, new()
    where TTransformer : ISingleFeaturePredictionTransformer<TModel>
    where TModel : class
{
    private protected FastTreeTrainerBase(IHost host, TOptions options, SchemaShape.Column label)
        : base(host, TrainerColumns.Features(options.FeatureColumnName), label, TrainerColumns.Weight(options.ExampleWeightColumnName))
    {
        Settings = options;
        if (options.NumberOfLeaves < 2)
            throw Bad(nameof(options.NumberOfLeaves), "at least 2", options.NumberOfLeaves);
        if (options.NumberOfTrees < 0)
            throw Bad(nameof(options.NumberOfTrees), "at least 0", options.NumberOfTrees);
        if (options.MinimumExampleCountPerLeaf < 0)
            throw Bad(nameof(options.MinimumExampleCountPerLeaf), "at least 0", options.MinimumExampleCountPerLeaf);
        if (options.MaximumBinCountPerFeature is <= 0 or > BinnedRows.MaximumBins)
            throw Bad(nameof(options.MaximumBinCountPerFeature), $"from 1 to {BinnedRows.MaximumBins}", options.MaximumBinCountPerFeature);
        if (options.NumberOfThreads is <= 0)
            throw Bad(nameof(options.NumberOfThreads), "positive or null", options.NumberOfThreads);
        if (options.FeatureFraction is not (> 0 and <= 1))
            throw Bad(nameof(options.FeatureFraction), "above 0 and at most 1", options.FeatureFraction);
        if (options.FeatureFractionPerSplit is not (> 0 and <= 1))
            throw Bad(nameof(options.FeatureFractionPerSplit), "above 0 and at most 1", options.FeatureFractionPerSplit);
        if (options.BaggingSize < 0)
            throw Bad(nameof(options.BaggingSize), "at least 0", options.BaggingSize);
        if (options.BaggingExampleFraction is not (> 0 and <= 1))
            throw Bad(nameof(options.BaggingExampleFraction), "above 0 and at most 1", options.BaggingExampleFraction);
        Supported(nameof(options.CategoricalSplit), !options.CategoricalSplit);
        Supported(nameof(options.CompressEnsemble), !options.CompressEnsemble);
        Supported(nameof(options.EntropyCoefficient), options.EntropyCoefficient == 0);
        Supported(nameof(options.GainConfidenceLevel), options.GainConfidenceLevel == 0);
        Supported(nameof(options.SoftmaxTemperature), options.SoftmaxTemperature == 0);
        Supported(nameof(options.Smoothing), options.Smoothing == 0);
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: false, wantCaching: false);

    private protected TOptions Settings { get; }

    private protected static ArgumentOutOfRangeException Bad(string option, string expected, object? received) =>
        new("options", FormattableString.Invariant($"{option} was expected to be {expected}. Received: {received}."));

    /// <summary>Refuses an option that would otherwise be passed over in silence.</summary>
    private protected static void Supported(string option, bool isDefault)
    {
        if (!isDefault)
            throw new ArgumentException($"{option} is supported with its default only; leave it as it is.", "options");
    }
}
