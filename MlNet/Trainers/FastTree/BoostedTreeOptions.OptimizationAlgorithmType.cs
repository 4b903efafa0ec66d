namespace Microsoft.ML.Trainers.FastTree;

public abstract partial class BoostedTreeOptions
{
    /// <summary>How a step down the loss is chosen.</summary>
    public enum OptimizationAlgorithmType
    {
        /// <summary>Along the gradient.</summary>
        GradientDescent = 0,

        /// <summary>With Nesterov's momentum.</summary>
        AcceleratedGradientDescent = 1,

        /// <summary>Along conjugate directions.</summary>
        ConjugateGradientDescent = 2,
    }
}
