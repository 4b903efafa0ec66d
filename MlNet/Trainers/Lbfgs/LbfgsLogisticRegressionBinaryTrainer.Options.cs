namespace Microsoft.ML.Trainers;

public sealed partial class LbfgsLogisticRegressionBinaryTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : OptionsBase
    {
        /// <summary>Whether the trained model carries statistics of how well it fits its data. The default value is false.</summary>
        public bool ShowTrainingStatistics;
    }
}
