using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers.FastTree;

public sealed partial class FastTreeBinaryTrainer
{
    /// <summary>The options.</summary>
    public sealed class Options : BoostedTreeOptions, IComponentFactory
    {
        /// <summary>Whether both classes weigh the same altogether, however many rows they have.</summary>
        public bool UnbalancedSets;

        /// <summary>By which error of the probabilities early stopping judges.</summary>
        public EarlyStoppingMetric EarlyStoppingMetric { get; set; } = EarlyStoppingMetric.L1Norm;
    }
}
