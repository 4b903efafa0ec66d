namespace Microsoft.ML.Trainers;

public abstract partial class SdcaTrainerBase<TOptions, TTransformer, TModel>
{
    /// <summary>How the trainer works.</summary>
    public abstract class OptionsBase : TrainerInputBaseWithWeight
    {
        private protected OptionsBase()
        {
        }

        /// <summary>Weight of half the squared length of weights and biases, for a row; null for one that suits the number of rows and iterations.</summary>
        public float? L2Regularization;

        /// <summary>
        /// The magnitude up to which a weight is zero: the weight of the sum of magnitudes relative to that of L2. Null for 0, 0.25, 0.5 or 1 with fewer than
        /// 100, 1,000, 10,000 or more features.
        /// </summary>
        public float? L1Regularization;

        /// <summary>Threads for the sums between the passes; null for all processors. The result does not depend on it.</summary>
        public int? NumberOfThreads;

        /// <summary>The duality gap relative to the primal loss under which training ends. The default value is 0.1.</summary>
        public float ConvergenceTolerance = 0.1f;

        /// <summary>Passes over the data; null for three times 500,000 over the number of rows, at least 3.</summary>
        public int? MaximumNumberOfIterations;

        /// <summary>Whether every pass takes the rows in another order. The default value is true.</summary>
        public bool Shuffle = true;

        /// <summary>Passes from one look at the losses to the next; null for 1.</summary>
        public int? ConvergenceCheckFrequency;

        /// <summary>Learning rate of biases that are not penalised. The default value is 0, which leaves only penalised ones.</summary>
        public float BiasLearningRate;
    }
}
