namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Regression trees whose weighted outputs are added up.</summary>
public sealed class RegressionTreeEnsemble : TreeEnsemble<RegressionTree>
{
    internal RegressionTreeEnsemble(IReadOnlyList<TreeNodes> trees, double bias)
        : base([.. trees.Select(tree => new RegressionTree(tree))], [.. trees.Select(tree => tree.Weight)], bias)
    {
    }
}
