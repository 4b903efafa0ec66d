namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A leaf of a tree that is still growing.</summary>
internal sealed class GrowingLeaf
{
    /// <summary>Where the leaf's rows begin in the order of rows.</summary>
    internal required int Begin { get; init; }

    internal required int Count { get; init; }

    /// <summary>The packed sum of the targets of its rows.</summary>
    internal required long Sum { get; init; }

    /// <summary>The packed sum of the weights of its rows; 0 where rows have none.</summary>
    internal required long Weight { get; init; }

    /// <summary>The sum of the squared targets of its rows.</summary>
    internal required double Squares { get; init; }

    /// <summary>The histograms of all features, those of weights behind those of targets; null when given away.</summary>
    internal long[]? Histograms { get; set; }

    internal SplitCandidate Best { get; set; } = SplitCandidate.None;

    /// <summary>The node that the leaf hangs on, and on which side; below zero for the root.</summary>
    internal int Parent { get; init; } = -1;

    internal bool IsLeft { get; init; }
}
