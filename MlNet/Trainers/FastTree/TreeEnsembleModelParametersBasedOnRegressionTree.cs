namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A model made of regression trees.</summary>
public abstract class TreeEnsembleModelParametersBasedOnRegressionTree : TreeEnsembleModelParameters
{
    private protected TreeEnsembleModelParametersBasedOnRegressionTree(TreeNodes[] trees, double bias, int features)
        : base(trees, bias, features)
    {
        TrainedTreeEnsemble = new RegressionTreeEnsemble(trees, bias);
    }

    /// <summary>The trees.</summary>
    public RegressionTreeEnsemble TrainedTreeEnsemble { get; }
}
