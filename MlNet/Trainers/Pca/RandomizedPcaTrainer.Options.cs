namespace Microsoft.ML.Trainers;

public sealed partial class RandomizedPcaTrainer
{
    /// <summary>The options.</summary>
    public sealed class Options : UnsupervisedTrainerInputBaseWithWeight
    {
        /// <summary>The number of principal axes.</summary>
        public int Rank = 20;

        /// <summary>How many directions more than axes are looked at.</summary>
        public int Oversampling = 20;

        /// <summary>Whether the mean is taken off.</summary>
        public bool EnsureZeroMean = true;

        /// <summary>The seed; null for the context's random numbers.</summary>
        public int? Seed;
    }
}
