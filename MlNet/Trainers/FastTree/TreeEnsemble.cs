namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Trees whose weighted outputs are added up.</summary>
public abstract class TreeEnsemble<T>
    where T : RegressionTreeBase
{
    private protected TreeEnsemble(IReadOnlyList<T> trees, IReadOnlyList<double> treeWeights, double bias)
    {
        Trees = trees;
        TreeWeights = treeWeights;
        Bias = bias;
    }

    /// <summary>What is added to the outputs of the trees.</summary>
    public double Bias { get; }

    /// <summary>The weight of each tree.</summary>
    public IReadOnlyList<double> TreeWeights { get; }

    /// <summary>The trees.</summary>
    public IReadOnlyList<T> Trees { get; }
}
