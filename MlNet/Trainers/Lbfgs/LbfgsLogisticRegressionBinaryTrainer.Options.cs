namespace Microsoft.ML.Trainers;

public sealed partial class LbfgsLogisticRegressionBinaryTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : OptionsBase
    {
    }
}
