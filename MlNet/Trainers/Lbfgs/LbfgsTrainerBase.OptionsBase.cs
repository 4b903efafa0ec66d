namespace Microsoft.ML.Trainers;

public abstract partial class LbfgsTrainerBase<TOptions, TTransformer, TModel>
{
    /// <summary>How the trainer works.</summary>
    public abstract class OptionsBase : TrainerInputBaseWithWeight
    {
        /// <summary>For derived classes.</summary>
        protected OptionsBase()
        {
        }

        /// <summary>Weight of half the squared length of all weights, for the whole data set. The default value is 1.</summary>
        public float L2Regularization = 1;

        /// <summary>Weight of the sum of the magnitudes of all weights, for the whole data set. The default value is 1; it makes many weights zero.</summary>
        public float L1Regularization = 1;

        /// <summary>The improvement of the objective, as a mean that gives each iteration a quarter of the next one's weight, under which training ends. The default value is 1e-7.</summary>
        public float OptimizationTolerance = 1e-7f;

        /// <summary>Steps that the estimate of the curvature remembers. The default value is 20.</summary>
        public int HistorySize = 20;

        /// <summary>Iterations after which training ends in any case. The default value sets no limit.</summary>
        public int MaximumNumberOfIterations = int.MaxValue;

        /// <summary>Kept for compatibility: a stochastic start is not made, whatever the value. The default value is 0, which asks for none.</summary>
        public float StochasticGradientDescentInitilaizationTolerance;

        /// <summary>Whether progress is kept out of the log. The default value is false.</summary>
        public bool Quiet;

        /// <summary>The initial weights are drawn evenly from this diameter around zero. The default value is 0: they start at zero.</summary>
        public float InitialWeightsDiameter;

        /// <summary>Threads to train on; null for all processors. The result does not depend on it.</summary>
        public int? NumberOfThreads;

        /// <summary>Kept for compatibility: the optimiser always works on dense vectors.</summary>
        public bool DenseOptimizer;

        /// <summary>Whether all weights are kept at or above zero. The default value is false.</summary>
        public bool EnforceNonNegativity;
    }
}
