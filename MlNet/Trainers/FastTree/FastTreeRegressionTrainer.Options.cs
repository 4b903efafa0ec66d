using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers.FastTree;

public sealed partial class FastTreeRegressionTrainer
{
    /// <summary>The options.</summary>
    public sealed class Options : BoostedTreeOptions, IComponentFactory
    {
        /// <summary>By which error early stopping judges.</summary>
        public EarlyStoppingMetric EarlyStoppingMetric { get; set; } = EarlyStoppingMetric.L1Norm;
    }
}
