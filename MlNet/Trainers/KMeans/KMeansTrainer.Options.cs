namespace Microsoft.ML.Trainers;

public partial class KMeansTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : UnsupervisedTrainerInputBaseWithWeight
    {
        /// <summary>The number of clusters. The default value is 5.</summary>
        public int NumberOfClusters = 5;

        /// <summary>How the first centres are chosen. The default value is <see cref="InitializationAlgorithm.KMeansYinyang"/>.</summary>
        public InitializationAlgorithm InitializationAlgorithm = InitializationAlgorithm.KMeansYinyang;

        /// <summary>The change of the mean squared distance under which training ends. The default value is 1e-7.</summary>
        public float OptimizationTolerance = 1e-7f;

        /// <summary>Iterations after which training ends in any case. The default value is 1000.</summary>
        public int MaximumNumberOfIterations = 1000;

        /// <summary>The memory, in MB, for bounds on distances, which save computing them. The default value is 4096.</summary>
        public int AccelerationMemoryBudgetMb = 4096;

        /// <summary>Threads to train on; null for all processors. The result does not depend on it.</summary>
        public int? NumberOfThreads;
    }
}
