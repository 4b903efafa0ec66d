namespace Microsoft.ML.Trainers.FastTree;

/// <summary>How a tree is grown.</summary>
internal sealed record TreeSettings
{
    internal required int Leaves { get; init; }

    internal required int MinimumRows { get; init; }

    internal required int Threads { get; init; }

    internal double FirstUsePenalty { get; init; }

    internal double ReusePenalty { get; init; }

    internal double FeatureFraction { get; init; } = 1;

    internal double FeatureFractionPerSplit { get; init; } = 1;

    /// <summary>How much memory histograms may take; those of two leaves are always kept.</summary>
    internal long HistogramBytes { get; init; } = 1 << 29;

    internal int FeatureSeed { get; init; }
}
