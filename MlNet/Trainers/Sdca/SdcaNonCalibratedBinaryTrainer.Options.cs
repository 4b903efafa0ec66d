namespace Microsoft.ML.Trainers;

public sealed partial class SdcaNonCalibratedBinaryTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : BinaryOptionsBase
    {
        /// <summary>What a margin costs; null for the logistic loss.</summary>
        public ISupportSdcaClassificationLoss? LossFunction { get; set; }
    }
}
