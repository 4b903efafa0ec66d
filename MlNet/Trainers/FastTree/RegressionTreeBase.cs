using System.Collections.Immutable;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A decision tree whose leaves are numbers. Child numbers below zero are leaves, as their bitwise complement.</summary>
public abstract class RegressionTreeBase
{
    private protected RegressionTreeBase(TreeNodes nodes)
    {
        LeftChild = Array.AsReadOnly(nodes.LeftChild);
        RightChild = Array.AsReadOnly(nodes.RightChild);
        NumericalSplitFeatureIndexes = Array.AsReadOnly(nodes.Features);
        NumericalSplitThresholds = Array.AsReadOnly(nodes.Thresholds);
        LeafValues = Array.AsReadOnly(nodes.LeafValues);
        SplitGains = Array.AsReadOnly(nodes.SplitGains);
        CategoricalSplitFlags = Array.AsReadOnly(new bool[nodes.Nodes]);
    }

    /// <summary>Where rows go whose feature is not above the threshold of a node.</summary>
    public IReadOnlyList<int> LeftChild { get; }

    /// <summary>Where the other rows go.</summary>
    public IReadOnlyList<int> RightChild { get; }

    /// <summary>The feature that each node looks at.</summary>
    public IReadOnlyList<int> NumericalSplitFeatureIndexes { get; }

    /// <summary>The threshold of each node.</summary>
    public IReadOnlyList<float> NumericalSplitThresholds { get; }

    /// <summary>Whether a node splits by categories; none does here.</summary>
    public IReadOnlyList<bool> CategoricalSplitFlags { get; }

    /// <summary>The value of each leaf.</summary>
    public IReadOnlyList<double> LeafValues { get; }

    /// <summary>How much each split gained.</summary>
    public IReadOnlyList<double> SplitGains { get; }

    /// <summary>The number of leaves.</summary>
    public int NumberOfLeaves => LeafValues.Count;

    /// <summary>The number of inner nodes.</summary>
    public int NumberOfNodes => LeftChild.Count;

    /// <summary>The categories that go right at a node; none, as no node splits by categories.</summary>
    public IReadOnlyList<int> GetCategoricalSplitFeaturesAt(int nodeIndex) => None(nodeIndex);

    /// <summary>The range of features that a node splits by categories; none does.</summary>
    public IReadOnlyList<int> GetCategoricalCategoricalSplitFeatureRangeAt(int nodeIndex) => None(nodeIndex);

    private ImmutableArray<int> None(int nodeIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nodeIndex, NumberOfNodes);
        return [];
    }
}
