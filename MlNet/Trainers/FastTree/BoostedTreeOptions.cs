namespace Microsoft.ML.Trainers.FastTree;

/// <summary>The options of trainers that grow trees one upon the other, each towards what the earlier ones left over.</summary>
public abstract partial class BoostedTreeOptions : TreeOptions
{
    /// <summary>Whether leaves are steps of the mean gradient rather than Newton's.</summary>
    public bool BestStepRankingRegressionTrees;

    /// <summary>Whether to search for the length of a step; only false is supported.</summary>
    public bool UseLineSearch;

    /// <summary>How many lengths a search may try.</summary>
    public int MaximumNumberOfLineSearchSteps;

    /// <summary>The shortest step of a search.</summary>
    public double MinimumStepSize;

    /// <summary>How a step is chosen; only gradient descent is supported.</summary>
    public OptimizationAlgorithmType OptimizationAlgorithm = OptimizationAlgorithmType.GradientDescent;

    /// <summary>Whether to drop the trees behind those that did best on the validation rows.</summary>
    public bool EnablePruning;

    /// <summary>Whether pruning takes the first tree that does nearly as well as the best.</summary>
    public bool UseTolerantPruning;

    /// <summary>How much worse than the best nearly as well may be, as a share.</summary>
    public double PruningThreshold = 0.004;

    /// <summary>Over how many trees the error is averaged for tolerant pruning.</summary>
    public int PruningWindowSize = 5;

    /// <summary>What each tree is multiplied by.</summary>
    public double LearningRate = 0.2;

    /// <summary>What each tree is multiplied by, beside the learning rate.</summary>
    public double Shrinkage = 1;

    /// <summary>The share of trees left out of the scores while a tree is grown; only 0 is supported.</summary>
    public double DropoutRate;

    /// <summary>How often gradients are computed anew; only 1 is supported.</summary>
    public int GetDerivativesSampleRate = 1;

    /// <summary>Whether to keep all trees although training stopped early.</summary>
    public bool WriteLastEnsemble;

    /// <summary>The greatest magnitude of a leaf.</summary>
    public double MaximumTreeOutput = 100;

    /// <summary>Whether to start from random scores; only false is supported.</summary>
    public bool RandomStart;

    /// <summary>Whether rows without a gradient are left out; they change nothing here.</summary>
    public bool FilterZeroLambdas;

    /// <summary>The defaults.</summary>
    protected BoostedTreeOptions()
    {
    }

    /// <summary>When to stop before all trees are grown; null for never. Needs validation rows.</summary>
    public EarlyStoppingRuleBase? EarlyStoppingRule { get; set; }
}
