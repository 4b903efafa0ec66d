namespace Microsoft.ML.Trainers;

public sealed partial class SdcaLogisticRegressionBinaryTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : BinaryOptionsBase
    {
    }
}
