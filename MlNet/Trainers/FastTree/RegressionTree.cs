namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A decision tree whose leaves are numbers.</summary>
public sealed class RegressionTree : RegressionTreeBase
{
    internal RegressionTree(TreeNodes nodes)
        : base(nodes)
    {
    }
}
